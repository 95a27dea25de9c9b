package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The suite of rule D7 at scale: writing and scanning more than fits in memory. Optional, for adapters whose data doesn't
 * live in the heap.
 *
 * <p>How many documents, and as many log entries, is the system property {@value #ROWS}, 60,000 by default; each has a body
 * of 1,000 characters, and the program runs in 64 megabytes.
 */
public abstract class StreamContract extends ProcessSuite {

    /** The system property for the number of rows. */
    public static final String ROWS = "clientele.kit.rows";

    /** Creates the suite; for subclasses. */
    protected StreamContract() {}

    @Test
    void D7_scans_of_more_than_fits_in_memory_go_through() throws Exception {
        String rows = Integer.toString(Integer.getInteger(ROWS, 60_000));
        Process program = start(
                StreamProgram.class,
                newPlace(),
                List.of("-Xmx64m", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseSerialGC"),
                rows);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(System.out::println);
        }

        assertThat(program.waitFor()).as("exit code of the program that scans").isZero();
    }
}
