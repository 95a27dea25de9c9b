package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The suite of rules T4, T5, L4 and S5 over several {@code Storage} objects on one database. Without
 * {@link Capability#REOPENING} they are reported as not applicable, with that reason.
 */
public abstract class ReopeningContract extends SchemaSuite {

    /** Creates the suite; for subclasses. */
    protected ReopeningContract() {}

    @Test
    void T4_closing_the_storage_loses_what_was_not_committed_and_ends_its_sessions() {
        apply(SampleSchema.SCHEMA);
        StorageSession session = storage.write(TENANT);
        session.write(List.of(new Write.Insert(SampleRecords.note(1))));
        storage.close();
        storage.close();

        assertThatIllegalStateException().isThrownBy(() -> session.find(SampleSchema.NOTE, SampleRecords.id(1)));
        assertThatIllegalStateException().isThrownBy(session::commit);
        assertThatIllegalStateException().isThrownBy(() -> storage.read(TENANT));
        session.close();
        if (has(Capability.REOPENING)) {
            try (Storage again = reopened()) {
                assertThat(new TenantStorage(again, TENANT).find(SampleRecords.note(1)))
                        .isEmpty();
            }
        }
    }

    @Test
    void T5_what_was_committed_is_there_after_reopening() {
        assumeReopening();
        apply(SampleSchema.SCHEMA);
        Document remarked = SampleRecords.deal(2, Map.of("remark", SampleTexts.AWKWARD.get(5)));
        books.insert(SampleRecords.note(1), remarked, SampleRecords.member(3, "ana@example.org"));
        books.write(new Write.Replace(
                SampleRecords.withBody(SampleRecords.note(1), "new").atVersion(1)));
        books.append(SampleSchema.AUDIT, SampleRecords.audit("k"));
        List<LogEntry> followed = books.follow(SampleSchema.AUDIT, Position.START, 10);
        storage.close();

        try (Storage again = reopened()) {
            TenantStorage after = new TenantStorage(again, TENANT);
            assertThat(after.scan(Query.all(SampleSchema.NOTE)))
                    .containsExactly(
                            SampleRecords.withBody(SampleRecords.note(1), "new").atVersion(2));
            assertThat(after.find(remarked)).contains(remarked.atVersion(1));
            assertThat(after.follow(SampleSchema.AUDIT, Position.START, 10)).isEqualTo(followed);
            assertThat(after.append(SampleSchema.AUDIT, SampleRecords.audit("k")))
                    .containsExactly("k");
        }
    }

    @Test
    void L4_positions_go_on_after_reopening() {
        assumeReopening();
        apply(SampleSchema.SCHEMA);
        books.append(SampleSchema.AUDIT, SampleRecords.audit("a"), SampleRecords.audit("b"));
        Position last = Objects.requireNonNull(
                books.follow(SampleSchema.AUDIT, Position.START, 10).get(1).position());
        storage.close();

        try (Storage again = reopened()) {
            TenantStorage after = new TenantStorage(again, TENANT);
            after.append(SampleSchema.AUDIT, SampleRecords.audit("c"));
            assertThat(after.follow(SampleSchema.AUDIT, last, 10))
                    .extracting(LogEntry::key)
                    .containsExactly("c");
        }
    }

    private Storage reopened() {
        Storage again = database.open();
        again.migration(SampleSchema.SCHEMA).validate();
        return again;
    }

    private void assumeReopening() {
        Assumptions.assumeTrue(
                has(Capability.REOPENING), "the fixture declares no REOPENING: data ends with the Storage object");
    }
}
