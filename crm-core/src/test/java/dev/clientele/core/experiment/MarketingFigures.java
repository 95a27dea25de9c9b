package dev.clientele.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.clientele.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reference figures and the e-mail experiment's rows, which stand beside the project and not in it. */
final class MarketingFigures {
    private MarketingFigures() {}

    /** Returns a file; a test is skipped where the whole folder is absent and fails where only the file is. */
    static Path file(String name) {
        Path folder = Path.of(System.getProperty("clientele.shared", "../../shared"));
        assumeThat(folder).as("no shared folder here: " + folder).exists();
        Path file = folder.resolve(name);
        assertThat(file).as("a file of the shared folder").exists();
        return file;
    }

    static Map<?, ?> section(String name) {
        try {
            Map<?, ?> all = (Map<?, ?>) Json.read(Files.readString(file("reference/marketing.json")));
            return (Map<?, ?>) at(all, name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Object at(Object object, String... path) {
        Object value = object;
        for (String key : path) {
            value = ((Map<?, ?>) value).get(key);
            assertThat(value).as(key).isNotNull();
        }
        return value;
    }

    static double number(Object object, String... path) {
        return ((Number) at(object, path)).doubleValue();
    }

    static List<?> list(Object object, String... path) {
        return (List<?>) at(object, path);
    }
}
