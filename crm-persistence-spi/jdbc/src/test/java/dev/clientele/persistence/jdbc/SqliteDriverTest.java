package dev.clientele.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.criteria.Criteria;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDriverTest {

    @TempDir
    Path folder;

    /** A process of its own, since a driver that once was loaded stays. */
    @Test
    void where_the_native_library_can_not_be_unpacked_the_error_says_what_to_do() throws Exception {
        Path nowhere = folder.resolve("not a folder");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.sqlite.tmpdir=" + nowhere,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        folder.resolve("crm.db").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).contains("UnsupportedException: SQLite's native library can't be loaded", "use H2");
    }

    /** Opens a database and says why it can't. */
    static final class Opening {

        private Opening() {}

        public static void main(String[] arguments) {
            try (SqliteStorage storage = SqliteStorage.open(Path.of(arguments[0]))) {
                System.out.println(
                        "opened, and missing values can be looked for: " + storage.supports(Criteria.missing("name")));
            } catch (UnsupportedException e) {
                System.out.println(e);
            }
        }
    }
}
