package dev.clientele.persistence.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What this adapter does beyond the contract; the contract itself is tried where the suites are. */
class MemoryStorageTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final TenantId GLOBEX = TenantId.of("globex");
    private static final Schema SCHEMA = new Schema(
            List.of(new DocumentType(
                    "deal",
                    List.of(
                            DeclaredField.text("code", 20),
                            DeclaredField.text("owner", 20),
                            DeclaredField.of("rank", FieldType.INTEGER)),
                    List.of(UniqueKey.of("code", "code")),
                    List.of(Index.on("by_owner", "owner", "rank")))),
            List.of(new LogType("audit", List.of(), List.of())));

    private MemoryStorage storage;

    @BeforeEach
    void open() {
        storage = MemoryStorage.create();
        storage.migration(SCHEMA).apply();
    }

    @Test
    void positions_are_counted_over_the_whole_storage_from_one() {
        append(ACME, "a", "b");
        append(GLOBEX, "a");
        append(ACME, "c");

        assertThat(positions(ACME)).containsExactly(new Position(0, 1), new Position(0, 2), new Position(0, 4));
        assertThat(positions(GLOBEX)).containsExactly(new Position(0, 3));
    }

    @Test
    void of_two_open_writers_the_first_to_commit_wins() {
        insert(ACME, deal(1, Map.of()));
        try (StorageSession one = storage.write(ACME);
                StorageSession other = storage.write(ACME)) {
            one.write(List.of(new Write.Replace(deal(1, Map.of()).atVersion(1))));
            other.write(List.of(new Write.Replace(deal(1, Map.of()).atVersion(1))));
            other.commit();

            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(one::commit)
                    .matches(thrown -> thrown.ids().equals(List.of(new UUID(0, 1))));
        }
    }

    @Test
    void writers_that_touch_different_documents_both_commit() {
        try (StorageSession one = storage.write(ACME);
                StorageSession other = storage.write(ACME)) {
            one.write(List.of(new Write.Insert(deal(1, Map.of("code", "a")))));
            other.write(List.of(new Write.Insert(deal(2, Map.of("code", "b")))));
            other.append("audit", List.of(entry("k")));
            one.append("audit", List.of(entry("l")));
            other.commit();
            one.commit();
        }
        assertThat(count(Criteria.always())).isEqualTo(2);
        assertThat(positions(ACME)).hasSize(2);
    }

    @Test
    void a_key_taken_meanwhile_is_a_duplicate_at_commit() {
        try (StorageSession one = storage.write(ACME)) {
            one.write(List.of(new Write.Insert(deal(1, Map.of("code", "a")))));
            insert(ACME, deal(2, Map.of("code", "a")));

            assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(one::commit);
        }
    }

    @Test
    void an_idempotency_key_taken_meanwhile_is_a_conflict_to_retry() {
        try (StorageSession one = storage.write(ACME)) {
            one.append("audit", List.of(entry("k")));
            append(ACME, "k");

            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(one::commit)
                    .matches(ConflictException::retryable);
        }
    }

    @Test
    void a_migration_meanwhile_is_a_conflict_to_retry() {
        try (StorageSession one = storage.write(ACME)) {
            one.write(List.of(new Write.Insert(deal(1, Map.of()))));
            storage.migration(new Schema(
                            List.of(SCHEMA.document("deal"), new DocumentType("note", List.of(), List.of(), List.of())),
                            SCHEMA.logs()))
                    .apply();

            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(one::commit)
                    .matches(ConflictException::retryable);
        }
    }

    @Test
    void while_a_scan_is_open_nothing_else_may_be_asked() {
        insert(ACME, deal(1, Map.of()), deal(2, Map.of()));
        try (StorageSession session = storage.read(ACME)) {
            Stream<Document> rows = session.scan(Query.all("deal"));
            assertThatIllegalStateException().isThrownBy(() -> session.find("deal", new UUID(0, 1)));
            rows.close();
            assertThat(session.find("deal", new UUID(0, 1))).isPresent();
        }
    }

    @Test
    void a_scan_ends_with_its_session() {
        insert(ACME, deal(1, Map.of()), deal(2, Map.of()));
        StorageSession session = storage.read(ACME);
        var rows = session.scan(Query.all("deal")).iterator();
        rows.next();
        session.close();

        assertThatIllegalStateException().isThrownBy(rows::hasNext);
    }

    @Test
    void a_host_transaction_belongs_to_its_storage_and_ends_once() {
        MemoryTransaction transaction = storage.begin();
        MemoryStorage other = MemoryStorage.create();
        other.migration(SCHEMA).apply();
        assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> other.join(ACME, transaction));

        StorageSession session = storage.join(ACME, transaction);
        transaction.rollback();
        assertThatIllegalStateException().isThrownBy(transaction::commit);
        assertThatIllegalStateException().isThrownBy(() -> storage.join(ACME, transaction));
        assertThatIllegalStateException().isThrownBy(() -> session.find("deal", new UUID(0, 1)));
    }

    @Test
    void a_host_transaction_that_conflicts_leaves_nothing_of_any_tenant() {
        insert(ACME, deal(1, Map.of()));
        try (MemoryTransaction transaction = storage.begin();
                StorageSession acme = storage.join(ACME, transaction);
                StorageSession globex = storage.join(GLOBEX, transaction)) {
            globex.write(List.of(new Write.Insert(deal(5, Map.of()))));
            acme.write(List.of(new Write.Replace(deal(1, Map.of()).atVersion(1))));
            acme.commit();
            globex.commit();
            try (StorageSession meanwhile = storage.write(ACME)) {
                meanwhile.write(List.of(new Write.Replace(deal(1, Map.of()).atVersion(1))));
                meanwhile.commit();
            }
            assertThatExceptionOfType(ConflictException.class).isThrownBy(transaction::commit);
        }
        try (StorageSession reader = storage.read(GLOBEX)) {
            assertThat(reader.find("deal", new UUID(0, 5))).isEmpty();
        }
    }

    @Test
    void an_index_gives_what_looking_at_all_gives() {
        List<Document> deals = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            deals.add(deal(i, Map.of("code", "c" + i, "owner", "o" + i % 5, "rank", (long) i % 3)));
        }
        insert(ACME, deals.toArray(Document[]::new));

        assertThat(count(Criteria.equal("owner", "o1"))).isEqualTo(40);
        assertThat(count(Criteria.equal("owner", "o1").and(Criteria.equal("rank", 2L))))
                .isEqualTo(13);
        assertThat(count(Criteria.in("owner", List.of("o1", "o2", "none")))).isEqualTo(80);
        assertThat(count(Criteria.equal("code", "c7").and(Criteria.equal("owner", "o1"))))
                .isZero();
        assertThat(count(Criteria.in("id", List.of(deals.get(3).id().toString(), "none"))))
                .isEqualTo(1);
        try (StorageSession session = storage.read(ACME)) {
            assertThat(session.page(Query.where("deal", Criteria.equal("owner", "o1")), PageRequest.first(3))
                            .items())
                    .extracting(deal -> deal.id().getLeastSignificantBits())
                    .containsExactly(1L, 6L, 11L);
        }
    }

    @Test
    void more_groups_than_allowed_are_unsupported_and_the_session_goes_on() {
        List<Write> batch = new ArrayList<>();
        for (int i = 0; i <= Aggregation.MAX_GROUPS; i++) {
            batch.add(new Write.Insert(deal(i, Map.of("rank", (long) i))));
        }
        try (StorageSession session = storage.write(ACME)) {
            session.write(batch);
            Aggregation byRank = new Aggregation("deal", Criteria.always(), List.of("rank"), List.of(Measure.count()));
            assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> session.aggregate(byRank));
            session.commit();
        }
        assertThat(count(Criteria.always())).isEqualTo(Aggregation.MAX_GROUPS + 1);
    }

    @Test
    void a_closed_storage_does_nothing() {
        StorageSession session = storage.read(ACME);
        MemoryTransaction transaction = storage.begin();
        storage.close();
        storage.close();

        assertThatIllegalStateException().isThrownBy(() -> storage.read(ACME));
        assertThatIllegalStateException().isThrownBy(() -> storage.migration(SCHEMA));
        assertThatIllegalStateException().isThrownBy(() -> session.find("deal", new UUID(0, 1)));
        assertThatIllegalStateException().isThrownBy(transaction::commit);
    }

    private static Document deal(long number, Map<String, Object> fields) {
        return new Document("deal", new UUID(0, number), 0, fields, "");
    }

    private static LogEntry entry(String key) {
        return LogEntry.of(key, Set.of(new UUID(0, 1)), Instant.EPOCH, Map.of(), "");
    }

    private void insert(TenantId tenant, Document... documents) {
        try (StorageSession session = storage.write(tenant)) {
            session.write(Stream.of(documents).map(Write.Insert::new).toList());
            session.commit();
        }
    }

    private void append(TenantId tenant, String... keys) {
        try (StorageSession session = storage.write(tenant)) {
            session.append(
                    "audit", Stream.of(keys).map(MemoryStorageTest::entry).toList());
            session.commit();
        }
    }

    private List<Position> positions(TenantId tenant) {
        try (StorageSession session = storage.read(tenant)) {
            return session.follow("audit", Position.START, 100).stream()
                    .map(LogEntry::position)
                    .toList();
        }
    }

    private long count(Criteria where) {
        try (StorageSession session = storage.read(ACME)) {
            return session.aggregate(Aggregation.count("deal", where)).get(0).count(0);
        }
    }
}
