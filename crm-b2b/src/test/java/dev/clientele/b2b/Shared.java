package dev.clientele.b2b;

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

    /** A file; a test is skipped where the folder is absent. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("clientele.shared", "../../shared"), name);
        assumeThat(file).as("no shared folder here: " + file).exists();
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
