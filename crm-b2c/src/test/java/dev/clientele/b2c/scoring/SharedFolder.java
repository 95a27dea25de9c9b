package dev.clientele.b2c.scoring;

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

    /** A file; a test is skipped where the folder is absent. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("clientele.shared", "../../shared"), name);
        assumeThat(file).as("no shared folder here: " + file).exists();
        return file;
    }
}
