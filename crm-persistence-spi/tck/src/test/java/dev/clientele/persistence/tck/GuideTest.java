package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code in the kit's guide compiles. */
class GuideTest {

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private static final String BEFORE = """
            package guide;

            import dev.clientele.persistence.*;
            import dev.clientele.persistence.memory.MemoryStorage;
            import dev.clientele.persistence.tck.*;
            import java.nio.file.Path;
            import java.util.*;
            import org.junit.jupiter.api.io.TempDir;

            final class MyStorage {
                static Storage open(Path folder) {
                    return MemoryStorage.create();
                }
            }
            """;

    @TempDir
    Path classes;

    @Test
    void the_samples_of_the_readme_compile_together() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String samples = JAVA.matcher(readme.replaceAll("(?m)^ {3}", ""))
                .results()
                .map(sample -> sample.group(1))
                .collect(Collectors.joining("\n"));
        assertThat(samples).contains("class MyFixture", "class MyStorageTest", "class MyOpener", "class MyCrashTest");
        Path source = Files.createDirectories(classes.resolve("guide")).resolve("MyOpener.java");
        Files.writeString(source, BEFORE + samples);
        StringWriter complaints = new StringWriter();
        int failed = ToolProvider.findFirst("javac")
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
                        classPath(),
                        source.toString());

        assertThat(failed).as("%s", complaints).isZero();
    }

    /** Returns where the classes are, be they on the class path or on the module path. */
    private static String classPath() {
        return Stream.of("java.class.path", "jdk.module.path", "surefire.test.class.path")
                .map(name -> System.getProperty(name, ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
