package dev.clientele.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.StorageOpener;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that may write no file beyond a size ({@code ulimit -f}), so that growing the database is an I/O error, and then
 * one that may.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs ulimit")
class FileLimitTest {

    private static final int ENOUGH = 100_000;

    @TempDir
    private Path folder;

    private void limited(StorageOpener opener) throws Exception {
        String place = folder.resolve("crm").toString();
        Process process = NumberedProgram.start(
                List.of("sh", "-c", "ulimit -f 4000; exec \"$@\"", "limited"), opener.getClass(), place, 1, ENOUGH);
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        assertThat(lines.get(lines.size() - 1)).startsWith(NumberedProgram.ENDED);
        Set<Integer> acknowledged = lines.subList(0, lines.size() - 1).stream()
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        assertThat(acknowledged).hasSizeGreaterThan(20);

        try (Storage storage = opener.open(place)) {
            storage.migration(Samples.SCHEMA).validate();
            Set<Integer> stored = Numbered.stored(storage);
            assertThat(stored).containsAll(acknowledged).hasSizeLessThanOrEqualTo(acknowledged.size() + 1);
            Numbered.write(storage, ENOUGH);
            assertThat(Numbered.stored(storage)).contains(ENOUGH);
        }
    }

    @Test
    void sqlite_loses_nothing_where_its_files_may_not_grow() throws Exception {
        limited(new SqliteOpener());
    }

    @Test
    void h2_loses_nothing_where_its_file_may_not_grow() throws Exception {
        limited(new H2Opener());
    }
}
