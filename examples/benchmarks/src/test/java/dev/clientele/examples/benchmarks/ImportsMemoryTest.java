package dev.clientele.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 20,000 wide rows, which would not fit into the heap, is tried and imported in a process of its own. */
class ImportsMemoryTest {

    @TempDir
    Path folder;

    @Test
    void neither_an_import_nor_a_dry_run_holds_the_file_in_memory() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx48m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.clientele.examples.benchmarks.Main",
                        "imports",
                        "--database=SQLITE",
                        "--rows=20000",
                        "--warm-up=500",
                        "--padding=3000",
                        "--folder=" + folder)
                .redirectErrorStream(true)
                .start();
        String table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(table).isZero();
        assertThat(table).contains("| contacts | 20,000 | 200 |", "| deals | 20,000 | 200 |");
    }
}
