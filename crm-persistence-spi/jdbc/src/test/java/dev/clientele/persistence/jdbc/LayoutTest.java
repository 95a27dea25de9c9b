package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.Migration;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.Storage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of the tables of all three databases. */
class LayoutTest {

    @ParameterizedTest
    @EnumSource
    void a_database_of_a_later_release_is_refused(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            try (Connection connection = database.source().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("update \"crm_$schema\" set \"definition\" = '999' where \"kind\" = 'layout'");
            }
            assertThatThrownBy(() -> storage.migration(SCHEMA))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("later release");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_printed_statements_run_by_hand_do_what_applying_does(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            try (Connection connection = database.source().getConnection();
                    Statement statement = connection.createStatement()) {
                for (Migration.Step step : storage.migration(SCHEMA).steps()) {
                    for (String single : step.statement().split(";\n?", -1)) {
                        if (!single.isBlank()) {
                            statement.execute(single);
                        }
                    }
                }
            }
            storage.migration(SCHEMA).validate();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_key_and_index_on_records_begins_with_the_tenant(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            try (Connection connection = database.source().getConnection()) {
                List<String> first = new ArrayList<>();
                for (String table : List.of("crm_account", "crm_interaction", "crm_interaction$subjects")) {
                    first.addAll(
                            kind == TestDatabase.Kind.SQLITE ? sqlite(connection, table) : first(connection, table));
                }
                assertThat(first).hasSizeGreaterThanOrEqualTo(9).containsOnly("tenant");
            }
        }
    }

    /** The first column of each key and index of a table. */
    private static List<String> first(Connection connection, String table) throws SQLException {
        List<String> first = new ArrayList<>();
        try (ResultSet columns =
                connection.getMetaData().getIndexInfo(null, connection.getSchema(), table, false, false)) {
            while (columns.next()) {
                if (columns.getShort("ORDINAL_POSITION") == 1) {
                    first.add(columns.getString("COLUMN_NAME"));
                }
            }
        }
        return first;
    }

    private static List<String> sqlite(Connection connection, String table) throws SQLException {
        List<String> first = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("select i.name from pragma_index_list('" + table
                        + "') l, pragma_index_xinfo(l.name) i where i.seqno = 0")) {
            while (columns.next()) {
                first.add(columns.getString(1));
            }
        }
        return first;
    }
}
