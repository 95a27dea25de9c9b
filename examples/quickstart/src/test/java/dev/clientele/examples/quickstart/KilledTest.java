package dev.clientele.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program killed without warning in the middle of its work, and started again. */
class KilledTest {

    @TempDir
    private Path folder;

    private Path file;
    private Path printed;

    private void killAt(String step, int dots) throws IOException, InterruptedException {
        assertThat(Program.start(file, printed).killAt(step, dots))
                .as("killed at " + step)
                .isTrue();
    }

    private static Map<String, Long> rows(Path file) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            try (ResultSet tables = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
                while (tables.next()) {
                    rows.put(tables.getString(1), 0L);
                }
            }
            for (Map.Entry<String, Long> table : rows.entrySet()) {
                try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM \"" + table.getKey() + "\"")) {
                    table.setValue(count.getLong(1));
                }
            }
        }
        return rows;
    }

    @Test
    void what_was_killed_four_times_ends_up_as_if_it_had_never_been_disturbed() throws Exception {
        file = folder.resolve("killed.db");
        printed = folder.resolve("report.txt");
        killAt("Orders as deals", 9);
        killAt("Consumers", 12);
        killAt("Purchases of 1997 and 1998", 11);
        killAt("Scoring every consumer", 0);
        assertThat(Program.start(file, printed).finish()).isZero();
        assertThat(Files.readString(printed)).isEqualTo(LoadedOnce.report());
        assertThat(rows(file)).isEqualTo(rows(LoadedOnce.file()));
    }
}
