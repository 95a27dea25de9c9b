package dev.clientele.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.StorageOpener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule S5 with real processes: eight that start on one empty database at once, and then write. */
class EightProcessesTest {

    private static final int PROCESSES = 8;
    private static final int EACH = 15;

    @TempDir
    private Path folder;

    private static List<String> run(Class<? extends StorageOpener> opener, String place)
            throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(NumberedProgram.start(List.of(), opener, place, 1 + i * 1000, EACH));
        }
        List<String> lines = new ArrayList<>();
        for (Process process : processes) {
            lines.addAll(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            assertThat(process.waitFor()).isZero();
        }
        return lines;
    }

    private static void assertAllWritten(Storage storage, List<String> lines) {
        storage.migration(Samples.SCHEMA).validate();
        assertThat(lines).hasSize(PROCESSES * EACH).noneMatch(line -> line.startsWith(NumberedProgram.ENDED));
        assertThat(Numbered.stored(storage)).hasSize(PROCESSES * EACH);
    }

    @Test
    void eight_processes_that_start_on_one_sqlite_file_at_once_all_come_to_write() throws Exception {
        String place = folder.resolve("crm.db").toString();
        List<String> lines = run(SqliteOpener.class, place);
        try (Storage storage = new SqliteOpener().open(place)) {
            assertAllWritten(storage, lines);
        }
    }

    @Test
    void eight_processes_that_start_on_one_postgresql_database_at_once_all_come_to_write() throws Exception {
        String place = PostgresServer.newPlace();
        try {
            List<String> lines = run(PostgresOpener.class, place);
            try (Storage storage = new PostgresOpener().open(place)) {
                assertAllWritten(storage, lines);
            }
        } finally {
            PostgresServer.drop(place);
        }
    }

    @Test
    void a_second_process_on_an_h2_file_is_told_that_it_is_in_use() throws Exception {
        String place = folder.resolve("crm").toString();
        try (Storage storage = new H2Opener().open(place)) {
            storage.migration(Samples.SCHEMA).apply();
            Process other = NumberedProgram.start(List.of(), H2Opener.class, place, 1, EACH);
            assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith(NumberedProgram.ENDED + "StorageUnavailableException");
            Numbered.write(storage, 1);
        }
    }
}
