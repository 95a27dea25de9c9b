package dev.clientele.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real inputs, which lie beside the project and are not part of it. */
public final class Shared {

    private Shared() {}

    /**
     * Returns a file of the folder {@code data}; a test is skipped where the whole folder is absent and fails where only the
     * file is.
     */
    public static Path data(String file) {
        Path folder = Path.of(System.getProperty("clientele.shared", "../../../shared"));
        assumeTrue(Files.isDirectory(folder), () -> "skipped: the real inputs of " + folder + " are not there");
        Path path = folder.resolve("data").resolve(file);
        assertThat(path).as("a file of the shared folder").isRegularFile();
        return path;
    }
}
