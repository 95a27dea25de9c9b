package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The suite of rules S2, S3, S5 and S6 over the life of a schema: what is narrowed, dropped, declared again, widened, or in use twice. */
public abstract class SchemaLifecycleContract extends SchemaSuite {

    private static final DeclaredField NAME = DeclaredField.text("name", 10);
    private static final DeclaredField COLOR = DeclaredField.text("color", 10);
    private static final DeclaredField TAGS = DeclaredField.textSet("tags", 10);
    private static final DeclaredField HEAT = DeclaredField.decimal("heat", 2).asComputed();
    private static final DeclaredField LABEL = DeclaredField.text("label", 10).asComputed();
    private static final Map<String, Object> COMPUTED = Map.of("heat", new BigDecimal("1.50"), "label", "hot");

    /** Creates the suite; for subclasses. */
    protected SchemaLifecycleContract() {}

    @Test
    void S2_a_document_replaced_under_a_narrower_schema_keeps_what_that_does_not_declare() {
        Schema wide = schema(type(
                "one",
                List.of(NAME, COLOR, TAGS, HEAT, LABEL),
                List.of(),
                List.of(Index.on("by_color", "color"), Index.on("by_tags", "tags"), Index.on("by_label", "label"))));
        Schema narrow = schema(type("one", List.of(NAME, HEAT)));
        Map<String, Object> all = Map.of("name", "a", "color", "red", "tags", Set.of("x", "y"));
        apply(wide);
        books.insert(document("one", 1, all), document("one", 2, all), document("one", 3, all));
        compute("one", COMPUTED.keySet(), COMPUTED, 1, 2, 3);

        apply(narrow);
        books.write(
                new Write.Replace(document("one", 1, Map.of("name", "b")).atVersion(1)),
                new Write.Delete("one", SampleRecords.id(2), 1));
        books.insert(document("one", 2, Map.of("name", "anew")));
        compute("one", Set.of("heat"), Map.of(), 1, 2, 3);
        assertThat(books.find("one", SampleRecords.id(1)))
                .contains(document("one", 1, Map.of("name", "b")).atVersion(2));

        apply(wide);
        assertThat(fields(1)).isEqualTo(Map.of("name", "b", "color", "red", "tags", Set.of("x", "y"), "label", "hot"));
        assertThat(fields(2)).isEqualTo(Map.of("name", "anew"));
        assertThat(ids(Criteria.equal("color", "red")))
                .containsExactlyInAnyOrder(SampleRecords.id(1), SampleRecords.id(3));
        assertThat(ids(Criteria.has("tags", "x"))).containsExactlyInAnyOrder(SampleRecords.id(1), SampleRecords.id(3));
        assertThat(ids(Criteria.equal("label", "hot")))
                .containsExactlyInAnyOrder(SampleRecords.id(1), SampleRecords.id(3));
        assertThat(ids(Criteria.missing("heat"))).hasSize(3);
    }

    @Test
    void S2_computed_fields_are_added_widened_and_kept() {
        apply(schema(type("one", List.of(NAME))));
        books.insert(document("one", 1, Map.of("name", "a")));
        apply(schema(type("one", List.of(NAME, HEAT, LABEL), List.of(), List.of(Index.on("by_label", "label")))));
        assertThat(fields(1)).isEqualTo(Map.of("name", "a"));
        compute("one", COMPUTED.keySet(), COMPUTED, 1, 2, 3);

        apply(schema(type("one", List.of(NAME, DeclaredField.decimal("heat", 4).asComputed(), LABEL, TAGS))));

        assertThat(fields(1)).isEqualTo(Map.of("name", "a", "heat", new BigDecimal("1.5000"), "label", "hot"));
        assertThat(ids(Criteria.equal("label", "hot"))).hasSize(1);
    }

    @Test
    void S2_an_index_that_is_declared_later_is_made_of_what_is_stored_then() {
        apply(schema(type("one", List.of(NAME, TAGS, LABEL))));
        books.insert(
                document("one", 1, Map.of("name", "a", "tags", Set.of("x", "y"))),
                document("one", 2, Map.of("name", "b")));
        compute("one", Set.of("label"), Map.of("label", "hot"), 1);
        List<Index> indexes =
                List.of(Index.on("by_name", "name"), Index.on("by_tags", "tags"), Index.on("by_label", "label"));
        apply(schema(type("one", List.of(NAME, TAGS, LABEL), List.of(), indexes)));
        assertFound(Set.of("x", "y"));

        apply(schema(type("one", List.of(NAME, TAGS, LABEL))));
        books.write(new Write.Replace(document("one", 1, Map.of("name", "a", "tags", Set.of("y", "z")))
                .atVersion(1)));
        apply(schema(type("one", List.of(NAME, TAGS, LABEL), List.of(), indexes)));
        assertFound(Set.of("y", "z"));
        assertThat(ids(Criteria.has("tags", "x"))).isEmpty();
    }

    private void assertFound(Set<String> tags) {
        assertThat(ids(Criteria.equal("name", "a"))).containsExactly(SampleRecords.id(1));
        assertThat(ids(Criteria.hasAny("tags", tags))).containsExactly(SampleRecords.id(1));
        tags.forEach(tag -> assertThat(ids(Criteria.has("tags", tag))).containsExactly(SampleRecords.id(1)));
        assertThat(ids(Criteria.equal("label", "hot"))).containsExactly(SampleRecords.id(1));
    }

    @Test
    void S2_a_key_that_was_dropped_and_is_declared_again_is_made_of_what_is_stored_then() {
        Schema with = schema(type("one", List.of(NAME), List.of(UniqueKey.of("name", "name")), List.of()));
        Schema without = schema(type("one", List.of(NAME)));
        apply(with);
        books.insert(document("one", 1, Map.of("name", "a")), document("one", 2, Map.of("name", "b")));
        apply(without);
        books.write(
                new Write.Replace(document("one", 1, Map.of("name", "c")).atVersion(1)),
                new Write.Delete("one", SampleRecords.id(2), 1));
        books.insert(document("one", 3, Map.of("name", "a")));

        apply(with);
        books.insert(document("one", 4, Map.of("name", "b")));
        for (String taken : List.of("a", "b", "c")) {
            assertThatExceptionOfType(DuplicateKeyException.class)
                    .as(taken)
                    .isThrownBy(() -> books.insert(document("one", 9, Map.of("name", taken))));
        }
    }

    @Test
    void S3_a_key_that_is_declared_again_is_refused_where_documents_broke_it_meanwhile() {
        Schema with = schema(type("one", List.of(NAME), List.of(UniqueKey.of("name", "name")), List.of()));
        Schema without = schema(type("one", List.of(NAME)));
        apply(with);
        books.insert(document("one", 1, Map.of("name", "a")));
        apply(without);
        books.insert(document("one", 2, Map.of("name", "a")));

        assertRefused(with, without);
        books.write(new Write.Delete("one", SampleRecords.id(1), 1));
        apply(with);
        assertThat(ids(Criteria.equal("name", "a"))).containsExactly(SampleRecords.id(2));
    }

    @Test
    void S3_a_scale_at_which_a_stored_value_would_have_too_many_digits_is_refused() {
        BigDecimal largest = new BigDecimal("9999999999999999.99");
        for (DeclaredField field : List.of(
                DeclaredField.decimal("amount", 2),
                DeclaredField.decimal("amount", 2).asComputed())) {
            String type = field.computed() ? "scored" : "priced";
            Schema before = schema(type(type, List.of(NAME, field)));
            Schema wider = schema(type("extra", List.of()), type(type, List.of(NAME, widened(field, 3))));
            apply(before);
            books.insert(document(type, 1, Map.of("amount", largest)), document(type, 2, Map.of()));
            if (field.computed()) {
                compute(type, Set.of("amount"), Map.of("amount", largest.negate()), 1);
            }
            Document stored = books.find(type, SampleRecords.id(1)).orElseThrow();

            assertRefused(wider, before);
            assertThat(books.find(type, SampleRecords.id(1))).contains(stored);
            books.write(new Write.Delete(type, SampleRecords.id(1), 1));
            apply(wider);
            assertThat(books.find(type, SampleRecords.id(2))).isPresent();
        }
    }

    @Test
    void S3_a_scale_at_which_a_logged_value_would_have_too_many_digits_is_refused() {
        LogType before = log("events", List.of(DeclaredField.decimal("amount", 0)));
        Schema wider = new Schema(List.of(), List.of(log("events", List.of(DeclaredField.decimal("amount", 1)))));
        apply(new Schema(List.of(), List.of(before)));
        BigDecimal largest = new BigDecimal("999999999999999999");
        books.append(
                "events",
                LogEntry.of("k", Set.of(SampleRecords.id(1)), SampleRecords.NOON, Map.of("amount", largest), ""));

        assertRefused(wider, new Schema(List.of(), List.of(before)));
        assertThat(books.scan(LogQuery.all("events")))
                .extracting(LogEntry::fields)
                .containsExactly(Map.of("amount", largest));
    }

    @Test
    void S2_a_wider_scale_that_stored_values_have_room_for_is_their_scale_in_every_answer() {
        apply(schema(type("one", List.of(NAME, DeclaredField.decimal("amount", 2)))));
        BigDecimal full = new BigDecimal("99999999999999.99");
        books.insert(
                document("one", 1, Map.of("amount", full)),
                document("one", 2, Map.of("amount", new BigDecimal("1.25"))));
        apply(schema(type("one", List.of(NAME, DeclaredField.decimal("amount", 4)))));

        assertThat(fields(1)).isEqualTo(Map.of("amount", full.setScale(4)));
        assertThat(ids(Criteria.in("amount", List.of(new BigDecimal("1.25"), new BigDecimal("7")))))
                .containsExactly(SampleRecords.id(2));
        assertThat(ids(Criteria.equal("amount", new BigDecimal("1.2500")))).containsExactly(SampleRecords.id(2));
        assertThat(books.aggregate(
                        new Aggregation("one", Criteria.always(), List.of("amount"), List.of(Measure.count()))))
                .extracting(group -> group.keys().get(0))
                .containsExactly(new BigDecimal("1.2500"), full.setScale(4));
    }

    @Test
    void S3_a_field_does_not_become_computed_nor_cease_to_be() {
        DeclaredField written = DeclaredField.decimal("amount", 2);
        Schema before = schema(type("one", List.of(NAME, written, HEAT)));
        apply(before);
        books.insert(document("one", 1, Map.of("amount", new BigDecimal("1.00"))));

        assertRefused(schema(type("one", List.of(NAME, written.asComputed(), HEAT))), before);
        assertRefused(schema(type("one", List.of(NAME, written, DeclaredField.decimal("heat", 2)))), before);
        assertRefused(
                schema(type(
                        "one",
                        List.of(NAME, written, DeclaredField.decimal("heat", 1).asComputed()))),
                before);
        assertThat(fields(1)).isEqualTo(Map.of("amount", new BigDecimal("1.00")));
    }

    @Test
    void S2_what_was_pruned_and_redacted_stays_so() {
        DeclaredField kind = DeclaredField.text("kind", 10);
        apply(new Schema(List.of(), List.of(log("events", List.of(kind)))));
        for (String key : List.of("a", "b", "c")) {
            books.append(
                    "events",
                    LogEntry.of(key, Set.of(SampleRecords.id(1)), SampleRecords.NOON, Map.of("kind", "x"), key));
        }
        List<LogEntry> before = books.follow("events", Position.START, 10);
        books.prune(new Pruning("events", Criteria.always(), null, 1));
        books.redact("events", new Redaction("b", Map.of(), ""));
        apply(new Schema(
                List.of(type("extra", List.of())),
                List.of(log("events", List.of(DeclaredField.text("kind", 20), COLOR)))));

        assertThat(books.append("events", SampleRecords.audit("a"))).containsExactly("a");
        assertThat(books.follow("events", Position.START, 10))
                .containsExactly(
                        new LogEntry(
                                "b",
                                before.get(1).subjects(),
                                SampleRecords.NOON,
                                Map.of(),
                                "",
                                before.get(1).position()),
                        before.get(2));
        assertThat(books.scan(LogQuery.newestFirst("events", SampleRecords.id(1))))
                .hasSize(2);
    }

    @Test
    void S6_storages_of_an_older_and_a_newer_schema_work_on_one_database_at_once() {
        Assumptions.assumeTrue(has(Capability.CONCURRENT_STORAGES), "the fixture declares no CONCURRENT_STORAGES");
        apply(schema(type("one", List.of(NAME))));
        books.insert(document("one", 1, Map.of("name", "a")));
        try (Storage newer = database.open()) {
            newer.migration(schema(type("one", List.of(NAME, COLOR, LABEL)), type("two", List.of(NAME))))
                    .apply();
            TenantStorage theirs = new TenantStorage(newer, TENANT);
            theirs.insert(document("one", 2, Map.of("name", "b", "color", "red")), document("two", 1, Map.of()));
            theirs.write(new Write.Replace(
                    document("one", 1, Map.of("name", "a", "color", "blue")).atVersion(1)));
            theirs.transact(session -> session.compute(
                    "one", Set.of("label"), List.of(new ComputedValues(SampleRecords.id(2), Map.of("label", "hot")))));

            assertThat(fields(1)).isEqualTo(Map.of("name", "a"));
            assertThat(fields(2)).isEqualTo(Map.of("name", "b"));
            books.write(
                    new Write.Replace(document("one", 1, Map.of("name", "c")).atVersion(2)),
                    new Write.Replace(document("one", 2, Map.of("name", "d")).atVersion(1)));
            books.insert(document("one", 3, Map.of("name", "e")));

            assertThat(theirs.find("one", SampleRecords.id(1)))
                    .map(Document::fields)
                    .contains(Map.of("name", "c", "color", "blue"));
            assertThat(theirs.find("one", SampleRecords.id(2)))
                    .map(Document::fields)
                    .contains(Map.of("name", "d", "color", "red", "label", "hot"));
            assertThat(theirs.find("one", SampleRecords.id(3)))
                    .map(Document::fields)
                    .contains(Map.of("name", "e"));
            assertThat(theirs.count("two")).isEqualTo(1);
        }
        assertThat(ids(Criteria.always())).hasSize(3);
    }

    @Test
    void S5_eight_storages_that_apply_one_schema_at_once_find_it_done() {
        Assumptions.assumeTrue(has(Capability.CONCURRENT_STORAGES), "the fixture declares no CONCURRENT_STORAGES");
        CyclicBarrier start = new CyclicBarrier(8);
        try (TestThreads crew = new TestThreads()) {
            for (int i = 0; i < 8; i++) {
                int number = i;
                crew.start(() -> {
                    try (Storage own = database.open()) {
                        start.await();
                        own.migration(SampleSchema.SCHEMA).apply();
                        insertUntilNoneCollides(own, SampleRecords.note(number));
                    }
                });
            }
            crew.join();
        }
        Migration left = storage.migration(SampleSchema.SCHEMA);
        assertThat(left.steps()).isEmpty();
        left.validate();
        assertThat(books.count(SampleSchema.NOTE)).isEqualTo(8);
    }

    private static void insertUntilNoneCollides(Storage own, Document note) {
        while (true) {
            try {
                new TenantStorage(own, TENANT).insert(note);
                return;
            } catch (ConflictException e) {
                if (!e.retryable()) {
                    throw e;
                }
            }
        }
    }

    private static DeclaredField widened(DeclaredField field, int scale) {
        return new DeclaredField(field.name(), field.type(), field.limit(), scale, field.computed());
    }

    private void compute(String type, Set<String> fields, Map<String, Object> values, long... numbers) {
        books.transact(session -> session.compute(
                type,
                fields,
                LongStream.of(numbers)
                        .mapToObj(number -> SampleRecords.computed(number, values))
                        .toList()));
    }

    private void assertRefused(Schema worse, Schema before) {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> storage.migration(worse).apply());
        assertThat(storage.migration(before).steps()).isEmpty();
        storage.migration(before).validate();
    }

    private Map<String, Object> fields(long number) {
        return books.find("one", SampleRecords.id(number)).orElseThrow().fields();
    }

    private List<UUID> ids(Criteria where) {
        return books.where("one", where).stream().map(Document::id).toList();
    }
}
