package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.DeclaredField.text;
import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL writes for computed values. */
class PostgresFillFactorTest {

    private static final int PERSONS = 4_000;
    private static final DeclaredField NAME = text("name", 200);
    private static final DeclaredField SPEND =
            DeclaredField.of("spend", FieldType.REAL).asComputed();

    private final TestDatabase database = new TestDatabase(TestDatabase.Kind.POSTGRES);

    @AfterEach
    void drop() {
        database.close();
    }

    private static Schema schema(DeclaredField... fields) {
        return new Schema(
                List.of(new DocumentType("person", List.of(fields), List.of(), List.of(Index.on("by_name", "name")))),
                List.of());
    }

    private static void store(Storage storage) {
        try (StorageSession session = storage.write(ACME)) {
            session.write(IntStream.range(0, PERSONS)
                    .mapToObj(i -> new Write.Insert(
                            new Document("person", id(i), 0, Map.of("name", "a name to fill some room " + i), "{}")))
                    .toList());
            session.commit();
        }
    }

    private static void compute(Storage storage, double spend) {
        try (StorageSession session = storage.write(ACME)) {
            session.compute(
                    "person",
                    Set.of("spend"),
                    IntStream.range(0, PERSONS)
                            .mapToObj(i -> new ComputedValues(id(i), Map.of("spend", spend + i)))
                            .toList());
            session.commit();
        }
    }

    private String ask(String query) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private String options() throws SQLException {
        return ask("select reloptions from pg_class where oid = 'crm_person'::regclass");
    }

    @Test
    void computed_values_of_all_rows_leave_every_index_as_it_is() throws SQLException {
        try (Storage storage = database.open()) {
            storage.migration(schema(NAME, SPEND)).apply();
            store(storage);
            String before = ask("select pg_indexes_size('crm_person')");

            compute(storage, 1);
            compute(storage, 2);

            assertThat(ask("select pg_indexes_size('crm_person')")).isEqualTo(before);
        }
    }

    @Test
    void a_stored_type_gets_the_room_with_its_first_computed_field() throws SQLException {
        try (Storage storage = database.open()) {
            storage.migration(schema(NAME)).apply();
            assertThat(options()).isEqualTo("null");

            storage.migration(schema(NAME, SPEND)).apply();

            assertThat(options()).isEqualTo("{fillfactor=50}");
            assertThat(storage.migration(schema(NAME, SPEND)).steps()).isEmpty();
        }
    }
}
