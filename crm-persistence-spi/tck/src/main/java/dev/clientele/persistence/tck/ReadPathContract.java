package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rules T1 to T4 and T9 over every way of reading, documents and entries alike. */
public abstract class ReadPathContract extends TenantSuite {

    /** Creates the suite; for subclasses. */
    protected ReadPathContract() {}

    @BeforeEach
    void storeRecords() {
        ReadPathRecords.store(books);
    }

    @Test
    void T1_no_way_of_reading_shows_what_another_tenant_changes() {
        TenantStorage other = newTenantStorage();
        Map<String, Object> empty = fresh(other);
        ReadPathRecords.store(other);
        Map<String, Object> before = fresh(other);
        books.transact(ReadPathRecords::change);

        assertThat(fresh(other)).isEqualTo(before);
        assertThat(fresh(newTenantStorage())).isEqualTo(empty);
    }

    @Test
    void T2_no_way_of_reading_shows_an_open_transaction() {
        Map<String, Object> before = fresh(books);
        StorageSession writer = closeAfterTest(storage().write(books.tenant()));
        ReadPathRecords.change(writer);

        assertThat(fresh(books)).isEqualTo(before);
    }

    @Test
    void T3_every_way_of_reading_shows_a_session_its_own_changes_as_others_see_them_later() {
        Map<String, Object> before = fresh(books);
        StorageSession writer = closeAfterTest(storage().write(books.tenant()));
        ReadPathRecords.change(writer);
        Map<String, Object> own = ReadPaths.withoutFollow(ReadPaths.read(books, writer));
        writer.commit();
        writer.close();

        assertThat(own).isEqualTo(ReadPaths.withoutFollow(fresh(books)));
        assertThat(own).isNotEqualTo(ReadPaths.withoutFollow(before));
    }

    @Test
    void T3_keys_of_documents_and_of_entries_are_taken_and_freed_within_the_session_at_once() {
        StorageSession writer = closeAfterTest(storage().write(books.tenant()));
        ReadPathRecords.change(writer);
        writer.write(List.of(new Write.Insert(SampleRecords.member(8, "ana"))));

        assertThat(writer.append(
                        SampleSchema.TOUCH,
                        Stream.of("t1", "t2", "t5", "t7")
                                .map(key -> SampleRecords.touch(key, Map.of()))
                                .toList()))
                .containsExactlyInAnyOrder("t1", "t2", "t5");
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> {
            writer.write(List.of(new Write.Insert(SampleRecords.member(7, "eve"))));
            writer.commit();
        });
    }

    @Test
    void T4_a_transaction_that_is_rolled_back_leaves_nothing_on_any_way_of_reading() {
        Map<String, Object> before = fresh(books);
        try (StorageSession writer = storage().write(books.tenant())) {
            ReadPathRecords.change(writer);
            ReadPaths.read(books, writer);
        }
        assertThat(fresh(books)).isEqualTo(before);
    }

    @Test
    void T4_a_transaction_that_failed_leaves_nothing_on_any_way_of_reading() {
        Map<String, Object> before = fresh(books);
        try (StorageSession writer = storage().write(books.tenant())) {
            ReadPathRecords.change(writer);
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(
                            () -> writer.write(List.of(new Write.Check(SampleSchema.DEAL, SampleRecords.id(3), 9))));
        }
        assertThat(fresh(books)).isEqualTo(before);
    }

    @Test
    void T4_what_was_rolled_back_is_in_the_way_of_nothing() {
        TenantStorage straight = newTenantStorage();
        ReadPathRecords.store(straight);
        straight.transact(ReadPathRecords::change);
        for (int i = 0; i < 3; i++) {
            try (StorageSession writer = storage().write(books.tenant())) {
                ReadPathRecords.change(writer);
            }
        }
        books.transact(ReadPathRecords::change);

        assertThat(ReadPaths.withoutFollow(fresh(books))).isEqualTo(ReadPaths.withoutFollow(fresh(straight)));
        assertThat(followed(books)).isEqualTo(followed(straight));
    }

    @Test
    void T9_every_way_of_reading_stays_on_the_snapshot() {
        StorageSession reader = closeAfterTest(storage().read(books.tenant()));
        Map<String, Object> before = ReadPaths.read(books, reader);
        books.transact(ReadPathRecords::change);
        assertThat(ReadPaths.read(books, reader)).isEqualTo(before);
        books.append(SampleSchema.TOUCH, SampleRecords.touch("t8", Map.of()));

        assertThat(ReadPaths.read(books, reader)).isEqualTo(before);
        assertThat(fresh(books)).isNotEqualTo(before);
    }

    @Test
    void T9_a_snapshot_that_is_taken_by_any_one_way_holds_for_all() {
        Map<String, Object> before = ReadPaths.withoutFollow(fresh(books));
        for (Consumer<StorageSession> first : List.<Consumer<StorageSession>>of(
                session -> session.find(SampleSchema.DEAL, SampleRecords.id(9)),
                session -> session.page(Query.all(SampleSchema.MEMBER), PageRequest.first(1)),
                session -> session.aggregate(Aggregation.count(SampleSchema.NOTE, Criteria.always())),
                session -> session.page(LogQuery.all(SampleSchema.AUDIT), PageRequest.first(1)),
                ReadPathContract::scanMembers)) {
            TenantStorage own = newTenantStorage();
            ReadPathRecords.store(own);
            try (StorageSession reader = storage().read(own.tenant())) {
                first.accept(reader);
                own.transact(ReadPathRecords::change);

                assertThat(ReadPaths.withoutFollow(ReadPaths.read(own, reader))).isEqualTo(before);
            }
        }
    }

    @Test
    void T9_a_snapshot_shows_nothing_of_a_transaction_that_is_rolled_back_meanwhile() {
        StorageSession reader = closeAfterTest(storage().read(books.tenant()));
        Map<String, Object> before = ReadPaths.read(books, reader);
        try (StorageSession writer = storage().write(books.tenant())) {
            ReadPathRecords.change(writer);
            assertThat(ReadPaths.read(books, reader)).isEqualTo(before);
        }
        assertThat(ReadPaths.read(books, reader)).isEqualTo(before);
    }

    private static void scanMembers(StorageSession session) {
        try (Stream<Document> members = session.scan(Query.all(SampleSchema.MEMBER))) {
            assertThat(members).isNotEmpty();
        }
    }

    private Map<String, Object> fresh(TenantStorage tenant) {
        return tenant.read(session -> ReadPaths.read(tenant, session));
    }

    private static List<String> followed(TenantStorage tenant) {
        return tenant.follow(SampleSchema.TOUCH, Position.START, 100).stream()
                .map(LogEntry::key)
                .toList();
    }
}
