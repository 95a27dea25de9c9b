package dev.clientele.examples.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageUnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal and other processes. */
class JournalProcessTest {

    @TempDir
    private Path folder;

    @Test
    void while_another_process_has_it_open_a_journal_is_unavailable() throws IOException, InterruptedException {
        Path file = folder.resolve("crm.journal");
        Process other = start(JournalProgram.command("hold", file.toString()));
        try (BufferedReader lines = other.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("open");

            assertThatExceptionOfType(StorageUnavailableException.class)
                    .isThrownBy(() -> JournalStorage.open(file, Duration.ZERO));

            other.destroyForcibly().waitFor();
            assertThat(Notes.bodies(file)).isEmpty();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void closing_one_of_two_storages_does_not_let_another_process_in() throws IOException {
        Path file = folder.resolve("crm.journal");
        try (Storage one = Notes.open(file)) {
            Notes.open(file).close();
            assertThat(said(JournalProgram.command("try", file.toString()))).containsExactly("unavailable");
            Notes.add(one, 1, "still mine");
        }
        assertThat(said(JournalProgram.command("try", file.toString()))).containsExactly("open");
        assertThat(Notes.bodies(file)).containsExactly("still mine");
    }

    @Test
    void on_a_full_disk_nothing_acknowledged_is_lost_and_what_fits_is_still_taken() throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/bin/bash")), "needs bash's ulimit, to make the disk seem full");
        Path file = folder.resolve("crm.journal");
        List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", "ulimit -f 500; exec \"$@\"", "bash"));
        command.addAll(JournalProgram.command("fill", file.toString()));

        List<String> said = said(command);

        assertThat(said).hasSize(2).last().asString().matches("\\d+ and a small one");
        int large = Integer.parseInt(said.get(1).substring(0, said.get(1).indexOf(' ')));
        assertThat(Notes.bodies(file)).hasSize(large + 1).last().isEqualTo("small");
        assertThat(large).isBetween(5, 20);
    }

    private static List<String> said(List<String> command) throws IOException {
        try (BufferedReader lines = start(command).inputReader()) {
            return lines.lines().toList();
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
