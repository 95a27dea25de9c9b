package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.DeclaredField.decimal;
import static dev.clientele.persistence.DeclaredField.text;
import static dev.clientele.persistence.DeclaredField.textSet;
import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.GLOBEX;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.InvalidRecordException;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a machine keeps beside what people write. */
class ComputedFieldsTest {

    private static final List<DeclaredField> COMPUTED = List.of(
            DeclaredField.of("score", FieldType.REAL).asComputed(),
            decimal("value", 2).asComputed(),
            text("tier", 20).asComputed(),
            textSet("segments", 40).asComputed(),
            DeclaredField.of("orders", FieldType.INTEGER).asComputed(),
            DeclaredField.of("active", FieldType.BOOLEAN).asComputed(),
            DeclaredField.of("seen_at", FieldType.INSTANT).asComputed(),
            DeclaredField.of("due", FieldType.DATE).asComputed());
    private static final Schema SCHEMA = schema(COMPUTED);

    private static final Map<String, Object> VALUES = Map.of(
            "score",
            0.25,
            "value",
            new BigDecimal("12.30"),
            "tier",
            "gold",
            "segments",
            Set.of("a,\"b", "c"),
            "orders",
            7L,
            "active",
            true,
            "seen_at",
            Instant.parse("2027-03-01T12:00:00.000001Z"),
            "due",
            LocalDate.of(2027, 3, 1));

    private static Schema schema(List<DeclaredField> computed) {
        List<DeclaredField> fields = new ArrayList<>(List.of(text("name", 40)));
        fields.addAll(computed);
        List<Index> indexes = List.of(Index.on("by_score", "score"), Index.on("by_segment", "segments"));
        return new Schema(List.of(new DocumentType("person", fields, List.of(), indexes)), List.of());
    }

    private static Document person(int number, long version, String name, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("name", name);
        return new Document("person", id(number), version, fields, "{\"name\":\"" + name + "\"}");
    }

    private static void write(Storage storage, TenantId tenant, Write... writes) {
        try (StorageSession session = storage.write(tenant)) {
            session.write(List.of(writes));
            session.commit();
        }
    }

    private static Set<UUID> compute(Storage storage, Set<String> fields, ComputedValues... rows) {
        try (StorageSession session = storage.write(ACME)) {
            Set<UUID> missing = session.compute("person", fields, List.of(rows));
            session.commit();
            return missing;
        }
    }

    private static Document find(Storage storage, int number) {
        try (StorageSession session = storage.read(ACME)) {
            return session.find("person", id(number)).orElseThrow();
        }
    }

    private static List<UUID> query(Storage storage, Query query) {
        try (StorageSession session = storage.read(ACME);
                Stream<Document> found = session.scan(query)) {
            return found.map(Document::id).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void computed_values_of_every_type_come_back_at_the_same_version(TestDatabase.Kind kind) {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            write(storage, ACME, new Write.Insert(person(1, 0, "Ana", VALUES)));
            write(storage, GLOBEX, new Write.Insert(person(2, 0, "Bo", Map.of())));
            assertThat(find(storage, 1).fields()).isEqualTo(Map.of("name", "Ana"));

            Set<UUID> missing = compute(
                    storage, VALUES.keySet(), new ComputedValues(id(2), VALUES), new ComputedValues(id(1), VALUES));

            assertThat(missing).containsExactly(id(2));
            Map<String, Object> expected = new HashMap<>(VALUES);
            expected.put("name", "Ana");
            assertThat(find(storage, 1)).isEqualTo(new Document("person", id(1), 1, expected, "{\"name\":\"Ana\"}"));
            assertThat(query(storage, Query.where("person", Criteria.has("segments", "c"))))
                    .containsExactly(id(1));

            compute(storage, Set.of("tier", "segments"), new ComputedValues(id(1), Map.of("tier", "tin")));
            expected.put("tier", "tin");
            expected.remove("segments");
            assertThat(find(storage, 1).fields()).isEqualTo(expected);
            assertThat(query(storage, Query.where("person", Criteria.has("segments", "c"))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_replaced_document_keeps_its_computed_values_whatever_it_carries(TestDatabase.Kind kind) {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            write(
                    storage,
                    ACME,
                    new Write.Insert(person(1, 0, "Ana", Map.of())),
                    new Write.Insert(person(2, 0, "B", Map.of())));
            Document before = find(storage, 1);
            compute(storage, VALUES.keySet(), new ComputedValues(id(1), VALUES), new ComputedValues(id(2), VALUES));

            write(storage, ACME, new Write.Replace(person(1, 1, "Ann", Map.of("score", 9.0)), before));
            write(
                    storage,
                    ACME,
                    new Write.Replace(person(1, 2, "Anna", Map.of())),
                    new Write.Replace(person(2, 1, "Bob", Map.of("tier", "lead"))));

            assertThat(find(storage, 1).fields()).containsAllEntriesOf(VALUES).containsEntry("name", "Anna");
            assertThat(find(storage, 2).fields()).containsAllEntriesOf(VALUES).containsEntry("name", "Bob");
            assertThat(find(storage, 1).version()).isEqualTo(3);
            write(storage, ACME, new Write.Delete("person", id(1), 3));
            write(storage, ACME, new Write.Insert(person(1, 0, "Ana", VALUES)));
            assertThat(find(storage, 1).fields()).containsOnlyKeys("name");
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_are_stored_at_once_and_can_be_sorted_by(TestDatabase.Kind kind) {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            int count = 12_000;
            try (StorageSession session = storage.write(ACME)) {
                session.write(IntStream.range(0, count)
                        .mapToObj(number -> new Write.Insert(person(number, 0, "p", Map.of())))
                        .toList());
                session.commit();
            }
            List<ComputedValues> rows = new ArrayList<>();
            for (int number = count + 9; number >= 0; number--) {
                rows.add(new ComputedValues(id(number), Map.of("score", (number * 7919 % 12_007) / 7.0)));
            }
            assertThat(compute(storage, Set.of("score"), rows.toArray(ComputedValues[]::new)))
                    .hasSize(10);
            List<UUID> top = query(
                    storage,
                    Query.where("person", Criteria.compare("score", Operator.AT_LEAST, 12_000 / 7.0))
                            .sortedBy(Sort.descending("score")));
            List<UUID> expected = IntStream.range(0, count)
                    .boxed()
                    .filter(number -> number * 7919 % 12_007 >= 12_000)
                    .sorted((one, other) -> other * 7919 % 12_007 - one * 7919 % 12_007)
                    .map(Samples::id)
                    .toList();
            assertThat(top).isNotEmpty().isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_computed_value_is_refused(TestDatabase.Kind kind) {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            ComputedValues one = new ComputedValues(id(1), Map.of("score", 1.0));
            assertThatThrownBy(() -> compute(storage, Set.of("name"))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> compute(storage, Set.of("score"), one, one))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> compute(storage, Set.of("tier"), one)).isInstanceOf(InvalidRecordException.class);
            assertThat(compute(storage, Set.of(), new ComputedValues(id(1), Map.of())))
                    .containsExactly(id(1));
            try (StorageSession session = storage.read(ACME)) {
                assertThatThrownBy(() -> session.compute("person", Set.of("score"), List.of(one)))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_field_does_not_become_computed_nor_cease_to_be(TestDatabase.Kind kind) {
        List<DeclaredField> plain = COMPUTED.stream()
                .map(field -> new DeclaredField(field.name(), field.type(), field.limit(), field.scale()))
                .toList();
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            storage.migration(SCHEMA).validate();
            assertThatThrownBy(() -> storage.migration(schema(plain))).isInstanceOf(SchemaException.class);
        }
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(schema(plain)).apply();
            assertThatThrownBy(() -> storage.migration(SCHEMA)).isInstanceOf(SchemaException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void criteria_on_computed_fields_agree_with_what_is_read(TestDatabase.Kind kind) {
        Random random = new Random(3);
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            for (int number = 0; number < 40; number++) {
                write(storage, ACME, new Write.Insert(person(number, 0, "p", Map.of())));
                if (random.nextInt(4) > 0) {
                    compute(
                            storage,
                            Set.of("tier", "segments"),
                            new ComputedValues(
                                    id(number),
                                    Map.of(
                                            "tier",
                                            "t" + random.nextInt(3),
                                            "segments",
                                            Set.of("s" + random.nextInt(3)))));
                }
            }
            Criteria where = Criteria.equal("tier", "t1").or(Criteria.not(Criteria.has("segments", "s2")));
            List<UUID> expected = IntStream.range(0, 40)
                    .filter(number -> where.test(find(storage, number)))
                    .mapToObj(Samples::id)
                    .toList();
            assertThat(query(storage, Query.where("person", where))).isEqualTo(expected);
        }
    }
}
