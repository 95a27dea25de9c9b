package dev.clientele.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java in the guides of the adapters compiles. That of the kit's guide and of the project's page is tried beside them. */
class GuideCodeTest {

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private static final String BEFORE = """
        import dev.clientele.b2b.B2b;
        import dev.clientele.core.*;
        import dev.clientele.core.access.Actor;
        import dev.clientele.examples.journal.JournalStorage;
        import dev.clientele.persistence.*;
        import dev.clientele.persistence.jdbc.*;
        import java.nio.file.Path;
        import javax.sql.DataSource;

        final class Sample {
            void run(String password, DataSource dataSource) {
        """;

    @TempDir
    private Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"examples/custom-adapter/README.md", "crm-persistence-spi/jdbc/README.md"})
    void every_sample_of_the_guide_compiles(String guide) throws IOException {
        List<String> samples = new ArrayList<>();
        for (MatchResult sample : JAVA.matcher(
                        Files.readString(Project.here().root().resolve(guide)))
                .results()
                .toList()) {
            samples.add(sample.group(1));
        }
        assertThat(samples)
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(complaints(sample)).isEmpty());
    }

    private String complaints(String sample) throws IOException {
        Path source = classes.resolve("Sample.java");
        Files.writeString(source, BEFORE + sample + "}}");
        StringWriter complaints = new StringWriter();
        ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        new PrintWriter(complaints),
                        new PrintWriter(complaints),
                        "-proc:none",
                        "-encoding",
                        "UTF-8",
                        "-d",
                        classes.toString(),
                        "-classpath",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        source.toString());
        return complaints.toString();
    }
}
