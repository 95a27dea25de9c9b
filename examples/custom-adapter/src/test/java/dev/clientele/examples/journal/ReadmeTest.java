package dev.clientele.examples.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures and files that the guide names. */
class ReadmeTest {

    private static final Path MAIN = Path.of("src", "main", "java");

    /** Blank, a comment, an import or package, or nothing but brackets and {@code @Override}. */
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("\\s*(|/?\\*.*|//.*|import .*|package .*|@Override|[\\[\\](){};,]+|\\} else \\{)\\s*");

    @Test
    void the_readme_tells_how_long_each_file_is() throws IOException {
        StringBuilder table = new StringBuilder();
        int all = 0;
        int code = 0;
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            int says = (int) lines.stream()
                    .filter(line -> !SAYS_NOTHING.matcher(line).matches())
                    .count();
            table.append("| `").append(name(file)).append("` | ").append(says).append(" | ");
            table.append(lines.size()).append(" |\n");
            all += lines.size();
            code += says;
        }
        table.append("| together | **").append(code).append("** | ").append(all).append(" |\n");
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "lines.md"), table);

        assertThat(code).isLessThan(620);
        assertThat(Files.readString(Path.of("README.md")).contains(table))
                .as("README.md contains the table that this test has written to target/lines.md")
                .isTrue();
    }

    @Test
    void the_files_that_the_readme_links_to_are_there() throws IOException {
        assertThat(Pattern.compile("\\]\\(([^)#]+)\\)")
                        .matcher(Files.readString(Path.of("README.md")))
                        .results())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Path.of(link.group(1))).exists());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted(Comparator.comparing(ReadmeTest::name))
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
