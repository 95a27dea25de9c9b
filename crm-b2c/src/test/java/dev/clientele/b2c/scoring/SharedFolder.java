package dev.clientele.b2c.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real inputs and reference figures, which stand beside the project and not in it. */
public final class SharedFolder {
    private SharedFolder() {}

    /** The lines of a file; a test is skipped where the folder is absent. */
    public static List<String> lines(String name) {
        try {
            return Files.readAllLines(file(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns a file; a test is skipped where the whole folder is absent and fails where only the file is. */
    public static Path file(String name) {
        Path folder = Path.of(System.getProperty("clientele.shared", "../../shared"));
        assumeThat(folder).as("no shared folder here: " + folder).exists();
        Path file = folder.resolve(name);
        assertThat(file).as("a file of the shared folder").exists();
        return file;
    }
}
