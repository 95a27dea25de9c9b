package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.GLOBEX;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.account;
import static dev.clientele.persistence.jdbc.Samples.entry;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.CorruptDataException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private SqliteStorage storage;

    @BeforeEach
    void open() {
        storage = SqliteStorage.builder(folder.resolve("a ?#%ü.db"))
                .maxWait(Duration.ofMillis(200))
                .open();
        storage.migration(SCHEMA).apply();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private void write(Write... batch) {
        try (StorageSession session = storage.write(ACME)) {
            session.write(List.of(batch));
            session.commit();
        }
    }

    private static Write insert(int number, Map<String, Object> fields) {
        return new Write.Insert(account(number, fields));
    }

    @Test
    void a_document_with_every_type_comes_back_as_it_went() {
        Map<String, Object> fields = Map.of(
                "name",
                "Zoë \uD83D\uDE00 'quoted\"",
                "tags",
                Set.of("a\"b", "ü", "\\"),
                "employees",
                Long.MIN_VALUE,
                "revenue",
                new BigDecimal("-1234567890123456.78"),
                "active",
                false,
                "score",
                0.1,
                "seen_at",
                Instant.parse("0001-01-01T00:00:00.000001Z"),
                "founded",
                LocalDate.of(9999, 12, 31));
        write(insert(1, fields));
        try (StorageSession session = storage.read(ACME)) {
            Document found = session.find("account", id(1)).orElseThrow();
            assertThat(found.fields()).isEqualTo(fields);
            assertThat(found.version()).isEqualTo(1);
            assertThat(found.body()).isEqualTo("{\"n\":1}");
        }
    }

    @Test
    void another_tenant_sees_nothing() {
        write(insert(1, Map.of("email", "a@x")));
        try (StorageSession session = storage.write(GLOBEX)) {
            assertThat(session.find("account", id(1))).isEmpty();
            session.write(List.of(insert(1, Map.of("email", "a@x"))));
            session.commit();
        }
    }

    @Test
    void a_stale_version_names_every_document_of_the_batch() {
        write(insert(1, Map.of()), insert(2, Map.of()), insert(3, Map.of()));
        try (StorageSession session = storage.write(ACME)) {
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> session.write(List.of(
                            new Write.Check("account", id(1), 1),
                            new Write.Check("account", id(2), 2),
                            new Write.Delete("account", id(9), 1),
                            insert(3, Map.of()))))
                    .satisfies(e -> assertThat(e.ids()).containsExactlyInAnyOrder(id(2), id(9), id(3)));
            assertThatThrownBy(session::commit).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_duplicate_names_the_key_and_not_the_value() {
        write(insert(1, Map.of("email", "secret@x")));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> write(insert(2, Map.of("email", "secret@x"))))
                .satisfies(e -> {
                    assertThat(e.key()).isEqualTo("email_once");
                    assertThat(e).hasMessageNotContaining("secret");
                });
    }

    @Test
    void a_conflict_is_told_before_a_duplicate() {
        write(insert(1, Map.of("email", "a@x")), insert(2, Map.of()));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> write(insert(3, Map.of("email", "a@x")), insert(2, Map.of("email", "a@x"))))
                .satisfies(e -> assertThat(e.ids()).containsExactly(id(2)));
    }

    @Test
    void two_documents_swap_the_values_of_a_key_in_one_batch() {
        write(insert(1, Map.of("email", "a@x")), insert(2, Map.of("email", "b@x")));
        write(
                new Write.Replace(account(1, Map.of("email", "b@x")).atVersion(1)),
                new Write.Replace(account(2, Map.of("email", "a@x")).atVersion(1)));
        try (StorageSession session = storage.read(ACME)) {
            assertThat(session.find("account", id(1)).orElseThrow().fields()).containsEntry("email", "b@x");
            assertThat(session.find("account", id(2)).orElseThrow().version()).isEqualTo(2);
        }
    }

    @Test
    void pages_visit_every_row_once_over_ties_and_missing_values() {
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            writes.add(insert(i, i % 4 == 0 ? Map.of() : Map.of("revenue", BigDecimal.valueOf(i % 3))));
        }
        write(writes.toArray(Write[]::new));
        for (Query query : List.of(
                Query.all("account"),
                Query.all("account").sortedBy(Sort.ascending("revenue")),
                Query.all("account").sortedBy(Sort.descending("revenue")),
                Query.all("account").sortedBy(Sort.descending("name"), Sort.ascending("revenue")))) {
            try (StorageSession session = storage.read(ACME)) {
                List<Document> scanned;
                try (Stream<Document> stream = session.scan(query)) {
                    scanned = stream.toList();
                }
                List<Document> paged = new ArrayList<>();
                ResultPage<Document> page = session.page(query, PageRequest.first(3));
                paged.addAll(page.items());
                while (page.next() != null) {
                    page = session.page(query, PageRequest.after(page.next(), 3));
                    paged.addAll(page.items());
                }
                assertThat(paged).isEqualTo(scanned).hasSize(23).doesNotHaveDuplicates();
                assertThat(scanned)
                        .isSortedAccordingTo(
                                Sort.comparator(query.order()).thenComparing(row -> String.valueOf(row.read("id"))));
            }
        }
    }

    @Test
    void sums_are_exact_beyond_64_bits() {
        write(
                insert(1, Map.of("employees", Long.MAX_VALUE)),
                insert(2, Map.of("employees", Long.MAX_VALUE)),
                insert(3, Map.of("employees", -5L)),
                insert(4, Map.of()));
        try (StorageSession session = storage.read(ACME)) {
            List<?> values = session.aggregate(new Aggregation(
                            "account",
                            Criteria.always(),
                            List.of(),
                            List.of(Measure.count(), Measure.sum("employees"), Measure.sum("revenue"))))
                    .get(0)
                    .values();
            assertThat(values.get(0)).isEqualTo(4L);
            assertThat((BigDecimal) values.get(1)).isEqualByComparingTo("18446744073709551609");
            assertThat(values.get(2)).isNull();
        }
    }

    @Test
    void a_hundred_thousand_values_fit_in_one_criteria() {
        write(insert(1, Map.of("employees", 99_999L)), insert(2, Map.of("employees", 100_001L)));
        List<Long> values = IntStream.range(0, 100_000).mapToObj(Long::valueOf).toList();
        try (StorageSession session = storage.read(ACME)) {
            Query query = Query.where("account", Criteria.in("employees", values));
            assertThat(session.page(query, PageRequest.first(10)).items())
                    .extracting(Document::id)
                    .containsExactly(id(1));
        }
    }

    @Test
    void a_read_session_stays_on_its_snapshot() {
        write(insert(1, Map.of()));
        try (StorageSession reader = storage.read(ACME)) {
            assertThat(reader.find("account", id(1))).isPresent();
            write(insert(2, Map.of()));
            assertThat(reader.find("account", id(2))).isEmpty();
        }
    }

    @Test
    void entries_with_a_known_key_are_left_out_and_reported() {
        try (StorageSession session = storage.write(ACME)) {
            assertThat(session.append("interaction", List.of(entry("a", NOON, id(1)), entry("b", NOON, id(1), id(2)))))
                    .isEmpty();
            assertThat(session.append("interaction", List.of(entry("b", NOON, id(3)), entry("c", NOON, id(1)))))
                    .containsExactly("b");
            assertThat(session.follow("interaction", Position.START, 10)).isEmpty();
            ResultPage<LogEntry> page = session.page(LogQuery.newestFirst("interaction", id(1)), PageRequest.first(10));
            assertThat(page.items()).extracting(LogEntry::key).containsExactly("a", "b", "c");
            assertThat(page.items())
                    .allSatisfy(entry -> assertThat(entry.position()).isNull());
            session.commit();
        }
        try (StorageSession session = storage.read(ACME)) {
            List<LogEntry> all = session.follow("interaction", Position.START, 10);
            assertThat(all).extracting(LogEntry::key).containsExactly("a", "b", "c");
            assertThat(session.follow("interaction", all.get(1).position(), 10))
                    .extracting(LogEntry::key)
                    .containsExactly("c");
            assertThat(session.page(LogQuery.newestFirst("interaction", id(3)), PageRequest.first(1))
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void a_timeline_pages_newest_first_with_ties_by_key() {
        try (StorageSession session = storage.write(ACME)) {
            List<LogEntry> entries = IntStream.range(0, 20)
                    .mapToObj(i -> entry("-" + (char) ('a' + i), NOON.plusSeconds(i / 4), id(1)))
                    .toList();
            session.append("interaction", entries);
            session.commit();
        }
        try (StorageSession session = storage.read(ACME)) {
            LogQuery query = LogQuery.newestFirst("interaction", id(1));
            List<String> keys = new ArrayList<>();
            ResultPage<LogEntry> page = session.page(query, PageRequest.first(3));
            page.items().forEach(entry -> keys.add(entry.key()));
            while (page.next() != null) {
                page = session.page(query, PageRequest.after(page.next(), 3));
                page.items().forEach(entry -> keys.add(entry.key()));
            }
            assertThat(String.join("", keys).replace("-", "")).isEqualTo("qrstmnopijklefghabcd");
        }
    }

    @Test
    void a_file_that_is_no_database_is_corrupt() throws Exception {
        Path file = folder.resolve("text.db");
        Files.write(
                file,
                "this is not a database, it is a plain text file of some length"
                        .repeat(100)
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> SqliteStorage.open(file)).isInstanceOf(CorruptDataException.class);
    }

    @Test
    void a_missing_folder_is_unavailable() {
        assertThatThrownBy(() -> SqliteStorage.open(folder.resolve("nowhere/x.db")))
                .isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void sessions_before_the_schema_and_after_the_close_are_refused() {
        try (SqliteStorage fresh = SqliteStorage.open(folder.resolve("fresh.db"))) {
            assertThatThrownBy(() -> fresh.read(ACME)).isInstanceOf(IllegalStateException.class);
        }
        StorageSession open = storage.write(ACME);
        storage.close();
        assertThatThrownBy(open::commit).isInstanceOf(IllegalStateException.class);
        open.close();
        assertThatThrownBy(() -> storage.read(ACME)).isInstanceOf(IllegalStateException.class);
    }
}
