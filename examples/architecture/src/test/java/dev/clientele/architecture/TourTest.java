package dev.clientele.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Walks every package as a newcomer does, by its {@code package-info}. */
class TourTest {

    private static final Pattern EXPORT = Pattern.compile("exports ([a-z0-9.]+)");

    private final Project project = Project.here();

    @Test
    void every_public_type_of_an_exported_package_stands_in_its_tour() {
        List<String> missing = project.modules().stream()
                .map(module -> project.root().resolve(module).resolve("src/main/java"))
                .filter(sources -> Files.exists(sources.resolve("module-info.java")))
                .filter(sources -> !sources.startsWith(project.root().resolve("examples")))
                .flatMap(sources -> EXPORT.matcher(read(sources.resolve("module-info.java")))
                        .results()
                        .map(export -> sources.resolve(export.group(1).replace('.', '/'))))
                .flatMap(folder -> missingIn(folder).stream())
                .toList();

        assertThat(missing).isEmpty();
    }

    private List<String> missingIn(Path folder) {
        String tour = read(folder.resolve("package-info.java"));
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> isPublic(read(file), name(file)))
                    .filter(file -> !Pattern.compile("\\b" + name(file) + "\\b")
                            .matcher(tour)
                            .find())
                    .map(file -> project.root().relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPublic(String source, String name) {
        return Pattern.compile("(?m)^public .*\\b(class|interface|record|enum) " + name + "\\b")
                .matcher(source)
                .find();
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".java".length());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
