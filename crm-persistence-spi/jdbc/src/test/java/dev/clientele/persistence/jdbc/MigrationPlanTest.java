package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.DeclaredField.decimal;
import static dev.clientele.persistence.DeclaredField.text;
import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.Write;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan is made once, and holds as long as nobody else has done a step. */
class MigrationPlanTest {

    private static DocumentType deals(List<UniqueKey> keys, DeclaredField... fields) {
        return new DocumentType("deal", List.of(fields), keys, List.of());
    }

    private static Schema schema(DocumentType type) {
        return new Schema(List.of(type), List.of());
    }

    private static void add(Storage storage, int number, Map<String, Object> fields) {
        try (StorageSession session = storage.write(ACME)) {
            session.write(List.of(new Write.Insert(new Document("deal", id(number), 0, fields, "{}"))));
            session.commit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_plan_that_another_has_overtaken_is_made_anew(TestDatabase.Kind kind) {
        Schema more = new Schema(
                Stream.concat(SCHEMA.documents().stream(), Stream.of(deals(List.of(), text("name", 40))))
                        .toList(),
                SCHEMA.logs());
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open();
                Storage other = database.open()) {
            Migration late = storage.migration(more);
            other.migration(SCHEMA).apply();

            late.apply();

            add(storage, 1, Map.of("name", "Turbines"));
            other.migration(more).validate();
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_two_that_have_planned_the_same_the_later_finds_it_done(TestDatabase.Kind kind) {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open();
                Storage other = database.open()) {
            Migration first = storage.migration(SCHEMA);
            Migration second = other.migration(SCHEMA);

            first.apply();
            second.apply();

            storage.migration(SCHEMA).validate();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_value_that_came_after_the_plan_and_leaves_no_room_is_in_the_way(TestDatabase.Kind kind) {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(schema(deals(List.of(), decimal("amount", 2)))).apply();
            Migration wider = storage.migration(schema(deals(List.of(), decimal("amount", 4))));
            add(storage, 1, Map.of("amount", new BigDecimal("1234567890123456.78")));

            assertThatThrownBy(wider::apply)
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("too many digits");

            try (StorageSession session = storage.read(ACME)) {
                assertThat(session.find("deal", id(1)).orElseThrow().fields())
                        .containsEntry("amount", new BigDecimal("1234567890123456.78"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void documents_that_came_after_the_plan_and_share_a_value_are_in_the_way_of_a_key(TestDatabase.Kind kind) {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(schema(deals(List.of(), text("name", 40)))).apply();
            Migration keyed =
                    storage.migration(schema(deals(List.of(UniqueKey.of("name_once", "name")), text("name", 40))));
            add(storage, 1, Map.of("name", "same"));
            add(storage, 2, Map.of("name", "same"));

            assertThatThrownBy(keyed::apply).isInstanceOf(SchemaException.class).hasMessageContaining("share a value");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_migration_of_many_types_ends_with_every_step_counted(TestDatabase.Kind kind) throws Exception {
        Schema many = new Schema(
                IntStream.range(0, 30)
                        .mapToObj(number ->
                                new DocumentType("type_" + number, List.of(text("name", 40)), List.of(), List.of()))
                        .toList(),
                List.of());
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            Migration migration = storage.migration(many);
            migration.apply();

            try (var connection = database.source().getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select \"definition\" from \"crm_$schema\" where \"kind\" = 'revision'")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(migration.steps().size()).isEqualTo(31);
            }
        }
    }
}
