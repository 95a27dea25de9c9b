package dev.clientele.b2b;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Real inputs and reference figures, which stand beside the project and not in it. */
public final class Shared {

    private Shared() {}

    /** Returns a file; a test is skipped where the whole folder is absent and fails where only the file is. */
    public static Path file(String name) {
        Path folder = Path.of(System.getProperty("clientele.shared", "../../shared"));
        assumeThat(folder).as("no shared folder here: " + folder).exists();
        Path file = folder.resolve(name);
        assertThat(file).as("a file of the shared folder").exists();
        return file;
    }

    /** The lines of a file. */
    public static List<String> lines(String name) {
        try {
            return Files.readAllLines(file(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A JSON object, read by the core's own reader, which isn't exported to other modules. */
    @SuppressWarnings("unchecked") // a JSON object has text keys
    public static Map<String, Object> json(String name) {
        try {
            return (Map<String, Object>) Class.forName("dev.clientele.core.json.Json")
                    .getMethod("read", String.class)
                    .invoke(null, String.join("\n", lines(name)));
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
