package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The suite of rules T2, T9, D3, D5 and L1 between two storages on one database: what one remembers must not keep it from seeing what
 * the other has committed.
 */
public abstract class ConcurrentStoragesContract extends SchemaSuite {

    private static final int MOST_ATTEMPTS = 20_000;

    private TenantStorage others;
    private @Nullable Storage second;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected ConcurrentStoragesContract() {}

    @BeforeEach
    void openSecond() {
        Assumptions.assumeTrue(
                has(Capability.CONCURRENT_STORAGES),
                "the fixture declares no CONCURRENT_STORAGES: a database is open once at a time");
        apply(SampleSchema.SCHEMA);
        second = database.open();
        second.migration(SampleSchema.SCHEMA).validate();
        others = new TenantStorage(second, TENANT);
    }

    @AfterEach
    void closeSecond() {
        if (second != null) {
            second.close();
        }
    }

    @Test
    void T2_each_storage_sees_on_every_way_of_reading_what_the_other_commits() {
        ReadPathRecords.store(books);
        assertBothSeeWhatIsThere();
        others.transact(ReadPathRecords::change);
        assertBothSeeWhatIsThere();
        books.write(new Write.Replace(SampleRecords.titled(3, "again").atVersion(1)));
        assertBothSeeWhatIsThere();
        assertThat(second().tenants(null, 10))
                .isEqualTo(storage.tenants(null, 10))
                .containsExactly(TENANT);
    }

    @Test
    void T9_a_snapshot_of_one_storage_stays_while_the_other_commits() {
        ReadPathRecords.store(books);
        try (StorageSession reader = storage.read(TENANT)) {
            Map<String, Object> before = ReadPaths.read(books, reader);
            others.transact(ReadPathRecords::change);

            assertThat(ReadPaths.read(books, reader)).isEqualTo(before);
        }
    }

    @Test
    void D3_a_version_that_the_other_storage_has_moved_on_is_a_conflict() {
        books.insert(SampleRecords.note(1), SampleRecords.note(2));
        for (long round = 1; round <= 3; round++) {
            TenantStorage mover = round % 2 == 0 ? books : others;
            TenantStorage late = round % 2 == 0 ? others : books;
            long version = round;
            assertThat(late.find(SampleRecords.note(1))).map(Document::version).contains(version);
            mover.write(new Write.Replace(SampleRecords.note(1).atVersion(version)));

            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() ->
                            late.write(new Write.Replace(SampleRecords.note(1).atVersion(version))));
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> late.write(new Write.Check(SampleSchema.NOTE, SampleRecords.id(1), version)));
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> late.write(new Write.Delete(SampleSchema.NOTE, SampleRecords.id(1), version)));
        }
        others.write(new Write.Delete(SampleSchema.NOTE, SampleRecords.id(2), 1));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() ->
                        books.write(new Write.Replace(SampleRecords.note(2).atVersion(1))));
        books.insert(SampleRecords.note(2));
        assertThat(others.find(SampleRecords.note(2))).map(Document::version).contains(1L);
    }

    @Test
    void D5_a_key_that_the_other_storage_has_taken_or_freed_is_so() {
        books.insert(SampleRecords.member(1, "ana"));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> others.insert(SampleRecords.member(2, "ana")));
        others.write(new Write.Replace(SampleRecords.member(1, "bob").atVersion(1)));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> books.insert(SampleRecords.member(2, "bob")));
        books.insert(SampleRecords.member(2, "ana"));
        others.write(new Write.Delete(SampleSchema.MEMBER, SampleRecords.id(1), 2));

        books.insert(SampleRecords.member(3, "bob"));
        assertThat(others.where(SampleSchema.MEMBER, Criteria.equal("email", "bob")))
                .extracting(Document::id)
                .containsExactly(SampleRecords.id(3));
    }

    @Test
    void L1_a_key_of_an_entry_that_the_other_storage_has_appended_or_pruned_is_taken() {
        books.append(SampleSchema.AUDIT, SampleRecords.audit("a"), SampleRecords.audit("b"));
        assertThat(others.append(SampleSchema.AUDIT, SampleRecords.audit("b"), SampleRecords.audit("c")))
                .containsExactly("b");
        assertThat(books.append(SampleSchema.AUDIT, SampleRecords.audit("c"))).containsExactly("c");
        assertThat(books.prune(new Pruning(SampleSchema.AUDIT, Criteria.always(), null, 10)))
                .isEqualTo(3);
        assertThat(others.append(SampleSchema.AUDIT, SampleRecords.audit("a"), SampleRecords.audit("d")))
                .containsExactly("a");

        assertThat(books.follow(SampleSchema.AUDIT, Position.START, 10))
                .extracting(LogEntry::key)
                .containsExactly("d");
    }

    @Test
    void L4_positions_of_both_storages_ascend_in_one_order() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            (i % 3 == 0 ? books : others).append(SampleSchema.AUDIT, SampleRecords.audit("k" + i));
            keys.add("k" + i);
            Position last = Position.START;
            List<String> seen = new ArrayList<>();
            for (List<LogEntry> some = others.follow(SampleSchema.AUDIT, last, 3); !some.isEmpty(); ) {
                for (LogEntry entry : some) {
                    seen.add(entry.key());
                    last = Objects.requireNonNull(entry.position());
                }
                some = (seen.size() % 2 == 0 ? books : others).follow(SampleSchema.AUDIT, last, 3);
            }
            assertThat(seen).isEqualTo(keys);
        }
    }

    @Test
    void D4_no_update_of_two_storages_is_lost() {
        books.insert(SampleRecords.deal(1, Map.of("quantity", 0L)));
        int increments = 20;
        try (TestThreads crew = new TestThreads()) {
            for (int i = 0; i < 4; i++) {
                TenantStorage own = i % 2 == 0 ? books : others;
                crew.start(() -> {
                    int attempts = 0;
                    for (int done = 0; done < increments; done += increment(own) ? 1 : 0) {
                        assertThat(attempts++).as("attempts").isLessThan(MOST_ATTEMPTS);
                    }
                });
            }
            crew.join();
        }
        assertThat(others.find(SampleRecords.deal(1, Map.of())))
                .map(Document::fields)
                .contains(Map.of("quantity", 4L * increments));
        assertThat(books.find(SampleRecords.deal(1, Map.of())))
                .map(Document::version)
                .contains(4L * increments + 1);
    }

    @Test
    void T4_closing_one_storage_leaves_the_sessions_of_the_other_as_they_are() {
        ReadPathRecords.store(books);
        Map<String, Object> before = read(books);
        try (StorageSession reader = storage.read(TENANT)) {
            assertThat(ReadPaths.read(books, reader)).isEqualTo(before);
            try (Stream<Document> rows = reader.scan(Query.all(SampleSchema.DEAL))) {
                Iterator<Document> row = rows.iterator();
                row.next();
                StorageSession forgotten = second().read(TENANT);
                forgotten.find(SampleSchema.DEAL, SampleRecords.id(1));
                second().close();
                int rest = 0;
                for (; row.hasNext(); row.next()) {
                    rest++;
                }
                assertThat(rest).isEqualTo(3);
                assertThatIllegalStateException()
                        .isThrownBy(() -> forgotten.find(SampleSchema.DEAL, SampleRecords.id(1)));
                forgotten.close();
            }
            assertThat(ReadPaths.read(books, reader)).isEqualTo(before);
        }
        books.transact(ReadPathRecords::change);
        assertThat(read(books)).isNotEqualTo(before);
    }

    @Test
    void T4_closing_one_storage_in_the_middle_of_its_transaction_lets_the_other_write() {
        books.insert(SampleRecords.note(1));
        StorageSession open = second().write(TENANT);
        open.write(List.of(new Write.Replace(
                SampleRecords.withBody(SampleRecords.note(1), "lost").atVersion(1))));
        second().close();

        books.write(new Write.Replace(
                SampleRecords.withBody(SampleRecords.note(1), "kept").atVersion(1)));
        assertThat(books.find(SampleRecords.note(1))).map(Document::body).contains("kept");
        open.close();
    }

    /** Asserts that both storages see what one sees that is opened now and remembers nothing. */
    private void assertBothSeeWhatIsThere() {
        try (Storage fresh = database.open()) {
            fresh.migration(SampleSchema.SCHEMA).validate();
            Map<String, Object> there = read(new TenantStorage(fresh, TENANT));
            assertThat(read(books)).isEqualTo(there);
            assertThat(read(others)).isEqualTo(there);
        }
    }

    private Storage second() {
        return Objects.requireNonNull(second);
    }

    private static Map<String, Object> read(TenantStorage own) {
        return own.read(session -> ReadPaths.read(own, session));
    }

    private static boolean increment(TenantStorage own) {
        try {
            own.transact(session -> {
                Document deal =
                        session.find(SampleSchema.DEAL, SampleRecords.id(1)).orElseThrow();
                long quantity = (Long) deal.fields().getOrDefault("quantity", 0L);
                session.write(List.of(new Write.Replace(
                        SampleRecords.deal(1, Map.of("quantity", quantity + 1)).atVersion(deal.version()), deal)));
            });
            return true;
        } catch (ConflictException e) {
            return false;
        } catch (StorageException e) {
            if (e.retryable()) {
                return false;
            }
            throw e;
        }
    }
}
