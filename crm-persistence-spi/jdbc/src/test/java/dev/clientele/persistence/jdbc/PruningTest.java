package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.DeclaredField.text;
import static dev.clientele.persistence.DeclaredField.textSet;
import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.GLOBEX;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entries that go, or say something else from then on. */
class PruningTest {

    private static final Schema SCHEMA = new Schema(
            List.of(),
            List.of(new LogType(
                    "event",
                    List.of(text("channel", 40), textSet("topics", 40)),
                    List.of(Index.on("by_topic", "topics")))));
    private static final Criteria ALL = Criteria.always();

    private static LogEntry entry(int second) {
        return LogEntry.of(
                "k" + second,
                Set.of(id(1), id(2 + second % 3)),
                Instant.ofEpochSecond(second),
                Map.of("channel", "mail", "topics", Set.of("t" + second % 2, "all")),
                "{\"n\":" + second + "}");
    }

    private static Set<String> append(Storage storage, TenantId tenant, LogEntry... entries) {
        try (StorageSession session = storage.write(tenant)) {
            Set<String> leftOut = session.append("event", List.of(entries));
            session.commit();
            return leftOut;
        }
    }

    private static int prune(Storage storage, Criteria where, @Nullable Position upTo, int limit) {
        try (StorageSession session = storage.write(ACME)) {
            int removed = session.prune(new Pruning("event", where, upTo, limit));
            session.commit();
            return removed;
        }
    }

    private static Criteria before(int second) {
        return Criteria.compare(LogType.OCCURRED_AT, Operator.BELOW, Instant.ofEpochSecond(second));
    }

    private static List<LogEntry> follow(Storage storage) {
        try (StorageSession session = storage.read(ACME)) {
            return session.follow("event", Position.START, 100);
        }
    }

    /** The keys by every way of reading, which must agree. */
    private static List<String> keys(Storage storage) throws SQLException {
        try (StorageSession session = storage.read(ACME);
                Stream<LogEntry> all = session.scan(LogQuery.all("event"))) {
            List<String> keys = all.map(LogEntry::key).toList();
            assertThat(scan(session, id(1), ALL)).isEqualTo(keys);
            assertThat(scan(session, null, Criteria.has("topics", "all"))).isEqualTo(keys);
            assertThat(session.aggregate(Aggregation.count("event", ALL)).get(0).count(0))
                    .isEqualTo(keys.size());
            assertThat(session.follow("event", Position.START, 100))
                    .extracting(LogEntry::key)
                    .isEqualTo(keys);
            return keys;
        }
    }

    private static List<String> scan(StorageSession session, java.util.@Nullable UUID subject, Criteria where) {
        LogQuery all = LogQuery.all("event");
        try (Stream<LogEntry> found = session.scan(new LogQuery("event", subject, where, all.direction()))) {
            return found.map(LogEntry::key).toList();
        }
    }

    private static long count(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from \"" + table + "\"")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_pruned_entry_is_in_no_answer_and_its_key_stays_taken(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            append(storage, ACME, entry(1), entry(2), entry(3), entry(4));
            append(storage, GLOBEX, entry(1));

            assertThat(prune(storage, before(3), null, 100)).isEqualTo(2);

            assertThat(keys(storage)).containsExactly("k3", "k4");
            assertThat(count(database, "crm_event$subjects")).isEqualTo(6);
            assertThat(count(database, "crm_event$$by_topic")).isEqualTo(6);
            assertThat(append(storage, ACME, entry(1), entry(4), entry(5))).containsExactlyInAnyOrder("k1", "k4");
            assertThat(append(storage, GLOBEX, entry(1), entry(2))).containsExactly("k1");
            assertThat(keys(storage)).containsExactly("k3", "k4", "k5");
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_position_is_given_again_also_after_the_last_entries_were_pruned(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            append(storage, ACME, entry(1), entry(2), entry(3));
            Position last = Objects.requireNonNull(follow(storage).get(2).position());

            assertThat(prune(storage, ALL, null, 2)).isEqualTo(2);
            assertThat(prune(storage, ALL, null, 2)).isEqualTo(1);
            assertThat(keys(storage)).isEmpty();
            append(storage, ACME, entry(4));
            assertThat(follow(storage))
                    .singleElement()
                    .satisfies(next -> assertThat(next.position()).isGreaterThan(last));
            prune(storage, ALL, null, 10);
            try (Storage other = kind == TestDatabase.Kind.H2 ? storage : database.open()) {
                other.migration(SCHEMA).apply();
                append(other, ACME, entry(5));
                try (StorageSession session = other.read(ACME)) {
                    assertThat(session.follow("event", last, 10))
                            .extracting(LogEntry::key)
                            .containsExactly("k5");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_committed_entries_up_to_a_position_are_pruned_the_first_of_them(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            append(storage, ACME, entry(4), entry(3), entry(2), entry(1));
            Position third = follow(storage).get(2).position();
            assertThat(prune(storage, ALL, third, 2)).isEqualTo(2);
            assertThat(prune(storage, ALL, third, 2)).isEqualTo(1);
            assertThat(prune(storage, ALL, third, 2)).isZero();
            assertThat(keys(storage)).containsExactly("k1");

            try (StorageSession session = storage.write(ACME)) {
                session.append("event", List.of(entry(9)));
                assertThat(session.prune(new Pruning("event", ALL, null, 10))).isEqualTo(1);
                assertThat(scan(session, null, ALL)).containsExactly("k9");
                session.commit();
            }
            assertThat(keys(storage)).containsExactly("k9");
            try (StorageSession session = storage.write(ACME)) {
                session.prune(new Pruning("event", ALL, null, 10));
            }
            assertThat(keys(storage)).containsExactly("k9");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_redacted_entry_says_something_else_at_the_same_place(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            append(storage, ACME, entry(1), entry(2));
            append(storage, GLOBEX, entry(1));
            List<LogEntry> before = follow(storage);
            Set<String> leftOut;
            try (StorageSession session = storage.write(ACME)) {
                leftOut = session.redact(
                        "event",
                        List.of(
                                new Redaction("k7", Map.of(), "x"),
                                new Redaction("k1", Map.of("topics", Set.of("all", "new")), "gone")));
                session.commit();
            }
            assertThat(leftOut).containsExactly("k7");
            LogEntry old = before.get(0);
            assertThat(follow(storage))
                    .containsExactly(
                            new LogEntry(
                                    "k1",
                                    old.subjects(),
                                    old.occurredAt(),
                                    Map.of("topics", Set.of("all", "new")),
                                    "gone",
                                    old.position()),
                            before.get(1));
            assertThat(keys(storage)).containsExactly("k1", "k2");
            try (StorageSession session = storage.read(ACME)) {
                assertThat(scan(session, null, Criteria.has("topics", "t1"))).isEmpty();
                assertThat(scan(session, null, Criteria.has("topics", "new"))).containsExactly("k1");
            }
            try (StorageSession session = storage.read(GLOBEX)) {
                assertThat(scan(session, null, Criteria.has("topics", "t1"))).containsExactly("k1");
            }
            Redaction twice = new Redaction("k1", Map.of(), "");
            try (StorageSession session = storage.write(ACME)) {
                assertThatThrownBy(() -> session.redact("event", List.of(twice, twice)))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> session.prune(new Pruning("event", Criteria.equal("no", "x"), null, 1)))
                        .isInstanceOf(IllegalArgumentException.class);
                session.append("event", List.of(entry(3)));
            }
        }
    }

    @Test
    void an_append_that_waits_for_a_pruning_finds_the_key_taken() throws Exception {
        try (TestDatabase database = new TestDatabase(TestDatabase.Kind.POSTGRES);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            append(storage, ACME, entry(1));
            try (StorageSession pruning = storage.write(ACME)) {
                assertThat(pruning.prune(new Pruning("event", ALL, null, 10))).isEqualTo(1);
                CompletableFuture<Set<String>> appending =
                        CompletableFuture.supplyAsync(() -> append(storage, ACME, entry(1), entry(2)));
                awaitWaiting(database);
                pruning.commit();
                assertThat(appending.get()).containsExactly("k1");
            }
            assertThat(keys(storage)).containsExactly("k2");
        }
    }

    private static void awaitWaiting(TestDatabase database) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            boolean waits = false;
            while (!waits) {
                try (ResultSet rows = statement.executeQuery("select 1 from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and query like '%crm_event%'")) {
                    waits = rows.next();
                }
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void of_what_a_reader_is_not_shown_yet_nothing_is_pruned() throws Exception {
        try (TestDatabase database = new TestDatabase(TestDatabase.Kind.POSTGRES);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            List<String> removed = new ArrayList<>();
            try (StorageSession running = storage.write(ACME)) {
                running.append("event", List.of(entry(1)));
                append(storage, ACME, entry(2));
                assertThat(follow(storage)).isEmpty();
                assertThat(prune(storage, ALL, null, 10)).isZero();
                running.commit();
            }
            removed.addAll(keys(storage));
            assertThat(prune(storage, ALL, null, 10)).isEqualTo(removed.size()).isEqualTo(2);
        }
    }
}
