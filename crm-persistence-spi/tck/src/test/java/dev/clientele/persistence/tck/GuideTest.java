package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
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
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none", "-d", classes.toString(), "-classpath", classPath());
            boolean compiled = compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjects(source))
                    .call();

            assertThat(compiled).as("%s", complaints).isTrue();
        }
    }

    /** Returns where the classes are, be they on the class path or on the module path. */
    private static String classPath() {
        return Stream.of("java.class.path", "jdk.module.path", "surefire.test.class.path")
                .map(name -> System.getProperty(name, ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
