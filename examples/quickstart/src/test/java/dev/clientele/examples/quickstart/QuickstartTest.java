package dev.clientele.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program as a whole, on data that it has loaded before. */
class QuickstartTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private void run(Path file) throws IOException {
        Quickstart.run(
                new QuickstartOptions(file, false),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(log, false, StandardCharsets.UTF_8));
    }

    @Test
    void a_second_run_prints_the_same_report_without_reading_a_source() throws IOException {
        run(LoadedOnce.file());
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(LoadedOnce.report());
        assertThat(log.toString(StandardCharsets.UTF_8).strip()).isEqualTo("Opening " + LoadedOnce.file());
    }

    @Test
    void no_line_of_the_report_is_wider_than_a_page() {
        assertThat(LoadedOnce.report().lines()).allMatch(line -> line.length() <= 110);
    }

    @Test
    void the_database_has_no_more_files_than_its_own_when_it_is_closed() throws IOException {
        run(LoadedOnce.file());
        try (var files = Files.list(LoadedOnce.file().getParent())) {
            assertThat(files).containsExactly(LoadedOnce.file());
        }
    }

    @Test
    void the_file_and_a_fresh_start_can_be_asked_for() {
        Path file = Path.of("some.db").toAbsolutePath();
        assertThat(QuickstartOptions.parse(List.of("--file", file.toString(), "--fresh")))
                .isEqualTo(new QuickstartOptions(file, true));
    }

    @Test
    void an_unknown_option_is_an_error() {
        assertThatThrownBy(() -> QuickstartOptions.parse(List.of("--help-me")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--help-me");
    }

    @Test
    void a_file_option_without_a_path_is_an_error() {
        assertThatThrownBy(() -> QuickstartOptions.parse(List.of("--file")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
