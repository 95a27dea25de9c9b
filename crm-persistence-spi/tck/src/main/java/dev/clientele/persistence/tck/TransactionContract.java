package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rules T2 to T4, T6, T7 and T9: what a transaction shows, and when. */
public abstract class TransactionContract extends StorageContract {

    private static final Query NOTES = Query.all(SampleSchema.NOTE);
    private static final LogQuery AUDITS = LogQuery.all(SampleSchema.AUDIT);

    private TenantStorage books;
    private TenantId tenant;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected TransactionContract() {}

    @BeforeEach
    void createTenant() {
        books = newTenantStorage();
        tenant = books.tenant();
    }

    @Test
    void T2_others_see_nothing_of_an_open_transaction() {
        books.insert(SampleRecords.note(1));
        StorageSession writer = closeAfterTest(storage().write(tenant));
        writer.write(List.of(
                new Write.Insert(SampleRecords.note(2)),
                new Write.Replace(
                        SampleRecords.withBody(SampleRecords.note(1), "new").atVersion(1))));
        writer.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("k")));

        assertThat(books.scan(NOTES)).containsExactly(SampleRecords.note(1).atVersion(1));
        assertThat(books.scan(AUDITS)).isEmpty();
        assertThat(books.follow(SampleSchema.AUDIT, Position.START, 10)).isEmpty();
    }

    @Test
    void T2_others_see_everything_after_commit() {
        StorageSession writer = closeAfterTest(storage().write(tenant));
        writer.write(List.of(new Write.Insert(SampleRecords.note(1))));
        writer.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("k")));
        writer.write(List.of(new Write.Insert(SampleRecords.member(2, "ana@example.org"))));
        writer.commit();

        assertThat(books.find(SampleRecords.note(1))).isPresent();
        assertThat(books.find(SampleRecords.member(2, ""))).isPresent();
        assertThat(books.scan(AUDITS)).hasSize(1);
    }

    @Test
    void T3_a_session_finds_what_it_wrote() {
        StorageSession writer = closeAfterTest(storage().write(tenant));
        writer.write(List.of(
                new Write.Insert(SampleRecords.titled(1, "a")), new Write.Insert(SampleRecords.titled(2, "a"))));
        writer.write(List.of(
                new Write.Replace(SampleRecords.titled(1, "b").atVersion(1)),
                new Write.Delete(SampleSchema.DEAL, SampleRecords.id(2), 1)));

        assertThat(writer.find(SampleSchema.DEAL, SampleRecords.id(1)))
                .contains(SampleRecords.titled(1, "b").atVersion(2));
        assertThat(writer.find(SampleSchema.DEAL, SampleRecords.id(2))).isEmpty();
    }

    @Test
    void T3_a_session_queries_what_it_wrote() {
        books.insert(SampleRecords.titled(1, "a"), SampleRecords.titled(2, "b"), SampleRecords.titled(3, "c"));
        StorageSession writer = closeAfterTest(storage().write(tenant));
        writer.write(List.of(
                new Write.Replace(SampleRecords.titled(1, "z").atVersion(1)),
                new Write.Delete(SampleSchema.DEAL, SampleRecords.id(2), 1),
                new Write.Insert(SampleRecords.titled(4, "c"))));
        Criteria titles = Criteria.in("title", List.of("a", "b", "c", "z"));
        Query query = Query.where(SampleSchema.DEAL, books.pushesDown(titles) ? titles : Criteria.always());

        assertThat(ids(writer.page(query, PageRequest.first(10)).items().stream()))
                .containsExactlyInAnyOrder(SampleRecords.id(1), SampleRecords.id(3), SampleRecords.id(4));
        try (Stream<Document> rows = writer.scan(query)) {
            assertThat(ids(rows))
                    .containsExactlyInAnyOrder(SampleRecords.id(1), SampleRecords.id(3), SampleRecords.id(4));
        }
        assertThat(count(writer, SampleSchema.DEAL, Criteria.always())).isEqualTo(3);
        if (books.pushesDown(Criteria.equal("title", "c"))) {
            assertThat(count(writer, SampleSchema.DEAL, Criteria.equal("title", "c")))
                    .isEqualTo(2);
            assertThat(count(writer, SampleSchema.DEAL, Criteria.equal("title", "a")))
                    .isZero();
        }
    }

    @Test
    void T3_a_session_reads_what_it_appended() {
        StorageSession writer = closeAfterTest(storage().write(tenant));
        writer.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("k")));

        assertThat(writer.page(AUDITS, PageRequest.first(10)).items())
                .extracting(LogEntry::key)
                .containsExactly("k");
        try (Stream<LogEntry> entries = writer.scan(LogQuery.newestFirst(SampleSchema.AUDIT, SampleRecords.id(1)))) {
            assertThat(entries).extracting(LogEntry::key).containsExactly("k");
        }
        assertThat(count(writer, SampleSchema.AUDIT, Criteria.always())).isEqualTo(1);
        assertThat(writer.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("k"))))
                .containsExactly("k");
    }

    @Test
    void T3_follow_does_not_show_what_the_session_appended() {
        books.append(SampleSchema.AUDIT, SampleRecords.audit("before"));
        StorageSession writer = closeAfterTest(storage().write(tenant));
        writer.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("own")));

        assertThat(writer.follow(SampleSchema.AUDIT, Position.START, 10))
                .extracting(LogEntry::key)
                .doesNotContain("own");
    }

    @Test
    void T4_closing_without_commit_leaves_nothing() {
        books.insert(SampleRecords.note(1));
        try (StorageSession writer = storage().write(tenant)) {
            writer.write(List.of(
                    new Write.Insert(SampleRecords.note(2)),
                    new Write.Delete(SampleSchema.NOTE, SampleRecords.id(1), 1)));
            writer.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("k")));
        }
        assertThat(books.scan(NOTES)).containsExactly(SampleRecords.note(1).atVersion(1));
        assertThat(books.scan(AUDITS)).isEmpty();
    }

    @Test
    void T4_a_transaction_that_failed_leaves_nothing_of_its_earlier_writes() {
        try (StorageSession writer = storage().write(tenant)) {
            writer.write(List.of(new Write.Insert(SampleRecords.note(1))));
            assertThatThrownBy(() -> writer.write(List.of(new Write.Delete(SampleSchema.NOTE, SampleRecords.id(2), 1))))
                    .isInstanceOf(ConflictException.class);
        }
        assertThat(books.find(SampleRecords.note(1))).isEmpty();
    }

    @Test
    void T6_after_commit_nothing_but_close_may_be_called() {
        StorageSession session = closeAfterTest(storage().write(tenant));
        session.write(List.of(new Write.Insert(SampleRecords.note(1))));
        session.commit();

        assertOver(session);
        session.close();
        assertThat(books.find(SampleRecords.note(1))).isPresent();
    }

    @Test
    void T6_after_close_nothing_may_be_called() {
        StorageSession session = storage().write(tenant);
        session.close();
        assertOver(session);

        StorageSession reader = storage().read(tenant);
        reader.close();
        assertOver(reader);
    }

    @Test
    void T6_after_a_failed_write_nothing_but_close_may_be_called() {
        StorageSession session = closeAfterTest(storage().write(tenant));
        assertThatThrownBy(() -> session.write(List.of(new Write.Delete(SampleSchema.NOTE, SampleRecords.id(2), 1))))
                .isInstanceOf(ConflictException.class);

        assertOver(session);
    }

    @Test
    void T6_closing_twice_does_nothing() {
        StorageSession session = storage().write(tenant);
        session.close();
        session.close();

        books.insert(SampleRecords.note(1));
        assertThat(books.find(SampleRecords.note(1))).isPresent();
    }

    @Test
    void T6_a_session_that_only_read_can_be_committed() {
        StorageSession session = closeAfterTest(storage().read(tenant));
        assertThat(session.find(SampleSchema.NOTE, SampleRecords.id(1))).isEmpty();
        session.commit();

        assertOver(session);
    }

    @Test
    void T7_a_read_session_does_not_write() {
        StorageSession session = closeAfterTest(storage().read(tenant));

        SessionCalls.writing()
                .forEach((name, call) ->
                        assertThatIllegalStateException().as(name).isThrownBy(() -> call.accept(session)));
        assertThat(books.find(SampleRecords.note(9))).isEmpty();
    }

    @Test
    void T9_a_read_session_stays_on_its_snapshot() {
        books.insert(SampleRecords.note(1), SampleRecords.note(2));
        books.append(SampleSchema.AUDIT, SampleRecords.audit("before"));
        StorageSession reader = closeAfterTest(storage().read(tenant));
        assertThat(reader.find(SampleSchema.NOTE, SampleRecords.id(1))).isPresent();

        books.write(
                new Write.Replace(
                        SampleRecords.withBody(SampleRecords.note(1), "new").atVersion(1)),
                new Write.Delete(SampleSchema.NOTE, SampleRecords.id(2), 1),
                new Write.Insert(SampleRecords.note(3)),
                new Write.Insert(SampleRecords.note(4)));
        books.append(SampleSchema.AUDIT, SampleRecords.audit("after"));

        assertThat(reader.findAll(
                        SampleSchema.NOTE, List.of(SampleRecords.id(1), SampleRecords.id(2), SampleRecords.id(3))))
                .containsExactlyInAnyOrder(
                        SampleRecords.note(1).atVersion(1),
                        SampleRecords.note(2).atVersion(1));
        assertThat(reader.page(NOTES, PageRequest.first(10)).items())
                .containsExactlyInAnyOrder(
                        SampleRecords.note(1).atVersion(1),
                        SampleRecords.note(2).atVersion(1));
        try (Stream<Document> rows = reader.scan(NOTES)) {
            assertThat(ids(rows)).containsExactlyInAnyOrder(SampleRecords.id(1), SampleRecords.id(2));
        }
        assertThat(count(reader, SampleSchema.NOTE, Criteria.always())).isEqualTo(2);
        assertThat(count(reader, SampleSchema.AUDIT, Criteria.always())).isEqualTo(1);
        try (Stream<LogEntry> entries = reader.scan(AUDITS)) {
            assertThat(entries).extracting(LogEntry::key).containsExactly("before");
        }
        assertThat(reader.follow(SampleSchema.AUDIT, Position.START, 10)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void T9_an_open_scan_stays_on_its_snapshot() {
        books.insert(LongStream.range(0, 2000).mapToObj(SampleRecords::note).toList());
        StorageSession reader = closeAfterTest(storage().read(tenant));
        try (Stream<Document> rows = reader.scan(NOTES)) {
            var row = rows.iterator();
            row.next();
            books.transact(session -> session.write(LongStream.range(0, 2000)
                    .mapToObj(number -> new Write.Delete(SampleSchema.NOTE, SampleRecords.id(number), 1))
                    .toList()));
            int rest = 0;
            for (; row.hasNext(); row.next()) {
                rest++;
            }
            assertThat(rest).isEqualTo(1999);
        }
    }

    @Test
    void T9_a_snapshot_ends_with_its_session() {
        try (StorageSession reader = storage().read(tenant)) {
            assertThat(reader.page(NOTES, PageRequest.first(10)).items()).isEmpty();
            books.insert(SampleRecords.note(1));
            books.append(SampleSchema.AUDIT, SampleRecords.audit("k"));
            assertThat(reader.page(NOTES, PageRequest.first(10)).items()).isEmpty();
            assertThat(reader.find(SampleSchema.NOTE, SampleRecords.id(1))).isEmpty();
            assertThat(count(reader, SampleSchema.NOTE, Criteria.always())).isZero();
            assertThat(count(reader, SampleSchema.AUDIT, Criteria.always())).isZero();
        }
        for (int i = 0; i < 10; i++) {
            try (StorageSession later = storage().read(tenant)) {
                assertThat(later.page(NOTES, PageRequest.first(10)).items()).hasSize(1);
                assertThat(later.find(SampleSchema.NOTE, SampleRecords.id(1))).isPresent();
                assertThat(count(later, SampleSchema.NOTE, Criteria.always())).isEqualTo(1);
                assertThat(count(later, SampleSchema.AUDIT, Criteria.always())).isEqualTo(1);
            }
        }
    }

    private static void assertOver(StorageSession session) {
        SessionCalls.all()
                .forEach((name, call) ->
                        assertThatIllegalStateException().as(name).isThrownBy(() -> call.accept(session)));
    }

    private static long count(StorageSession session, String source, Criteria where) {
        return session.aggregate(Aggregation.count(source, where)).get(0).count(0);
    }

    private static List<UUID> ids(Stream<Document> documents) {
        return documents.map(Document::id).toList();
    }

    @Test
    void T3_a_session_collides_with_its_own_keys() {
        StorageSession writer = closeAfterTest(storage().write(tenant));
        writer.write(List.of(new Write.Insert(SampleRecords.member(1, "ana@example.org"))));

        assertThatThrownBy(() -> {
                    writer.write(List.of(new Write.Insert(SampleRecords.member(2, "ana@example.org"))));
                    writer.commit();
                })
                .isInstanceOf(DuplicateKeyException.class);
    }
}
