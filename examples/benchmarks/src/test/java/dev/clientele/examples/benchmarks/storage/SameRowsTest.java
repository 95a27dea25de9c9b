package dev.clientele.examples.benchmarks.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.benchmarks.account.AccountRowGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Hand-written JDBC is only a measure if it writes what the library writes. */
class SameRowsTest {

    private static final JsonMapper JSON = new JsonMapper();
    /** What is made anew at each writing: which account is meant, and when something happened. */
    private static final List<String> OWN = List.of("id", "key", "subject", "subjects");
    /** When something happened, and where in all that the server ever did. */
    private static final List<String> WHEN = List.of("occurred_at", "last_contact", "position", "position$tx");

    @TempDir
    Path folder;

    @Test
    void both_ways_leave_the_same_rows_in_all_tables_of_sqlite() throws SQLException, IOException {
        try (BenchmarkDatabase database = SqliteDatabase.below(folder)) {
            compare(database, "position");
        }
    }

    @Test
    void both_ways_leave_the_same_rows_in_all_tables_of_postgresql() throws SQLException, IOException {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder);
                BenchmarkDatabase database = new PostgresDatabase(server.port())) {
            compare(database, "\"position$tx\", position");
        }
    }

    private static void compare(BenchmarkDatabase database, String place) throws SQLException {
        try (AccountStore library = new ClienteleAccounts(database);
                AccountStore plain = new PlainAccounts(database)) {
            for (AccountStore store : List.of(library, plain)) {
                store.empty();
                AccountRowGenerator source = new AccountRowGenerator(1);
                store.load(source.rows(0, 30));
                store.load(source.rows(30, 50));
                store.change(7, "owner-1");
                store.change(7, "owner-2");
                store.change(40, "owner-3");
            }

            for (String table : List.of("crm_account", "crm_change", "crm_change$subjects")) {
                String tie = table.equals("crm_account") ? "number" : place;
                assertThat(rows(database, PlainAccounts.NAME, table, tie))
                        .as(table)
                        .hasSizeGreaterThanOrEqualTo(50)
                        .isEqualTo(rows(database, ClienteleAccounts.NAME, table, tie));
            }
        }
    }

    private static List<Map<String, Object>> rows(
            BenchmarkDatabase database, String contender, String table, String order) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection connection = database.connect(contender);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from \"" + table + "\" order by " + order)) {
            while (found.next()) {
                Map<String, Object> row = new TreeMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    String column = found.getMetaData().getColumnName(i);
                    if (column.equals("body")) {
                        Map<String, Object> body = JSON.readValue(found.getString(i), Map.class);
                        body.computeIfPresent("last_contact", (name, times) -> ((List<?>) times).size());
                        row.put(column, body);
                    } else if (WHEN.contains(column)) {
                        row.put(column, found.getObject(i) == null);
                    } else if (OWN.contains(column)) {
                        row.put(column, found.getString(i).length());
                    } else {
                        row.put(column, found.getObject(i));
                    }
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
