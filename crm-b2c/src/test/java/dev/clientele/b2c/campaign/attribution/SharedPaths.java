package dev.clientele.b2c.campaign.attribution;

import dev.clientele.b2c.scoring.SharedFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The public path data and the figures computed from it independently. */
final class SharedPaths {
    private SharedPaths() {}

    static List<MarketingPath> paths() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedFolder.file("data/attribution/paths.csv.gz"))),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(SharedPaths::path).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Figures read by the core's own reader of JSON, which isn't exported to other modules. */
    static Map<String, Object> figures() {
        String json = String.join("\n", SharedFolder.lines("reference/marketing.json"));
        try {
            Object tree = Class.forName("dev.clientele.core.json.Json")
                    .getMethod("read", String.class)
                    .invoke(null, json);
            return child(tree, "attribution");
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> child(Object tree, String name) {
        return (Map<String, Object>) ((Map<String, Object>) tree).get(name);
    }

    static double number(Object tree, String name) {
        return ((Number) ((Map<?, ?>) tree).get(name)).doubleValue();
    }

    private static MarketingPath path(String line) {
        String[] cells = line.split(",", -1);
        return MarketingPath.of(
                List.of(cells[0].split(" > ", -1)),
                Long.parseLong(cells[1]),
                Double.parseDouble(cells[2]),
                Long.parseLong(cells[3]));
    }
}
