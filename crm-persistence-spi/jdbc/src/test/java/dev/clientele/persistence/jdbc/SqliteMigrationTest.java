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
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.Write;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMigrationTest {

    @TempDir
    Path folder;

    private SqliteStorage storage;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(folder.resolve("crm.db"));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private static Schema deals(List<UniqueKey> keys, DeclaredField... fields) {
        return new Schema(List.of(new DocumentType("deal", List.of(fields), keys, List.of())), List.of());
    }

    private void add(int number, Map<String, Object> fields) {
        try (StorageSession session = storage.write(ACME)) {
            session.write(List.of(new Write.Insert(new Document("deal", id(number), 0, fields, "{}"))));
            session.commit();
        }
    }

    @Test
    void after_apply_nothing_is_left() {
        storage.migration(SCHEMA).apply();
        Migration again = storage.migration(SCHEMA);
        assertThat(again.steps()).isEmpty();
        again.validate();
    }

    @Test
    void the_printed_statements_run_by_hand_do_the_same() throws Exception {
        List<Migration.Step> steps = storage.migration(SCHEMA).steps();
        assertThat(steps).extracting(Migration.Step::description).contains("create document type account");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crm.db"));
                Statement statement = connection.createStatement()) {
            for (Migration.Step step : steps) {
                statement.executeUpdate(step.statement());
            }
        }
        storage.migration(SCHEMA).validate();
        storage.read(ACME).close();
    }

    @Test
    void validation_alone_fails_while_steps_are_left() {
        assertThatThrownBy(() -> storage.migration(SCHEMA).validate())
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("steps are left");
    }

    @Test
    void a_larger_scale_keeps_stored_values() {
        storage.migration(deals(List.of(), decimal("amount", 2))).apply();
        add(1, Map.of("amount", new BigDecimal("12.34")));
        storage.migration(deals(List.of(), decimal("amount", 4))).apply();
        try (StorageSession session = storage.read(ACME)) {
            assertThat(session.find("deal", id(1)).orElseThrow().fields())
                    .containsEntry("amount", new BigDecimal("12.3400"));
        }
    }

    @Test
    void a_larger_scale_that_a_stored_value_has_no_room_for_is_refused() {
        storage.migration(deals(List.of(), decimal("amount", 2))).apply();
        add(1, Map.of("amount", new BigDecimal("1234567890123456.78")));
        assertThatThrownBy(() -> storage.migration(deals(List.of(), decimal("amount", 4))))
                .isInstanceOf(SchemaException.class);
    }

    @Test
    void another_type_or_a_smaller_limit_is_refused() {
        storage.migration(deals(List.of(), text("name", 40))).apply();
        assertThatThrownBy(() -> storage.migration(deals(List.of(), text("name", 39))))
                .isInstanceOf(SchemaException.class);
        assertThatThrownBy(() -> storage.migration(deals(List.of(), DeclaredField.of("name", FieldType.INTEGER))))
                .isInstanceOf(SchemaException.class);
    }

    @Test
    void a_key_that_stored_documents_break_is_refused() {
        storage.migration(deals(List.of(), text("name", 40))).apply();
        add(1, Map.of("name", "same"));
        add(2, Map.of("name", "same"));
        Schema keyed = deals(List.of(UniqueKey.of("name_once", "name")), text("name", 40));
        assertThatThrownBy(() -> storage.migration(keyed)).isInstanceOf(SchemaException.class);
    }

    @Test
    void a_key_no_longer_declared_no_longer_binds() {
        storage.migration(deals(List.of(UniqueKey.of("name_once", "name")), text("name", 40)))
                .apply();
        add(1, Map.of("name", "same"));
        storage.migration(deals(List.of(), text("name", 40))).apply();
        add(2, Map.of("name", "same"));
    }

    @Test
    void a_database_of_a_later_release_is_refused() throws Exception {
        storage.migration(SCHEMA).apply();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crm.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("update \"crm_$schema\" set definition = '2' where kind = 'layout'");
        }
        assertThatThrownBy(() -> storage.migration(SCHEMA)).isInstanceOf(SchemaException.class);
    }

    @Test
    void a_field_that_is_added_shows_in_the_readable_view() throws Exception {
        storage.migration(deals(List.of(), decimal("amount", 2))).apply();
        storage.migration(deals(List.of(), decimal("amount", 2), decimal("cost", 2)))
                .apply();
        add(1, Map.of("cost", new BigDecimal("12.30")));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crm.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select cost from \"crm_deal$readable\"")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("12.3");
        }
    }

    @Test
    void a_table_of_the_same_name_that_is_not_ours_is_left_alone() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crm.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table crm_account (x)");
        }
        assertThatThrownBy(() -> storage.migration(SCHEMA))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("prefix");
    }
}
