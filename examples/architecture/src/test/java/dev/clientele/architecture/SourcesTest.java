package dev.clientele.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks at the sources themselves: their sizes, and that the other rules see every one of them. */
class SourcesTest {

    private final Project project = Project.here();
    private final Map<String, Integer> lines = project.mainSources().stream()
            .collect(toMap(
                    file -> project.root().relativize(file).toString(),
                    SourcesTest::count,
                    (one, other) -> one,
                    TreeMap::new));

    @Test
    void no_main_file_is_longer_than_400_lines() {
        assertThat(lines).allSatisfy((file, count) -> assertThat(count).isLessThanOrEqualTo(400));
    }

    @Test
    void the_median_main_file_is_shorter_than_80_lines() {
        List<Integer> sorted = lines.values().stream().sorted().toList();

        assertThat(sorted.get(sorted.size() / 2)).isLessThan(80);
    }

    @Test
    void the_rules_see_every_main_class() {
        Stream<String> names = lines.keySet().stream()
                .map(file -> file.substring(file.indexOf("src/main/java/") + "src/main/java/".length()))
                .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
                .filter(name -> !name.equals("module-info"));

        assertThat(names).allMatch(HouseRulesTest.CLASSES::contain);
    }

    private static int count(Path file) {
        try (Stream<String> text = Files.lines(file)) {
            return (int) text.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
