package dev.clientele.architecture;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/**
 * The Java of a guide as one program: blocks that begin with an import are its imports, blocks that begin with a type its types, all others
 * its statements, one after the other, in a folder of their own. What it prints has to be what the guide says: a line that prints ends
 * with {@code // } and the text.
 */
final class GuideProgram {

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile(
            "^(@\\w+.*\\n)*(public |final |abstract |sealed )*(class|record|enum|interface) .*", Pattern.DOTALL);
    private static final Pattern SAID =
            Pattern.compile("System\\.out\\.println\\(.*?\\);[ \\t]*// ([^\\n]*)", Pattern.DOTALL);

    private final String source;
    private final List<String> said;

    private GuideProgram(String source, List<String> said) {
        this.source = source;
        this.said = said;
    }

    static GuideProgram of(Path guide) throws IOException {
        StringBuilder imports = new StringBuilder();
        StringBuilder types = new StringBuilder();
        StringBuilder statements = new StringBuilder();
        List<String> said = new ArrayList<>();
        for (MatchResult block : JAVA.matcher(Files.readString(guide)).results().toList()) {
            String code = block.group(1);
            if (code.startsWith("import ")) {
                imports.append(code);
            } else if (TYPE.matcher(code).matches()) {
                types.append("static ").append(code);
            } else {
                statements.append(code);
                SAID.matcher(code).results().forEach(line -> said.add(line.group(1)));
            }
        }
        String inFolder = statements.toString().replace("Path.of(\"", "folder.resolve(\"");
        return new GuideProgram(
                imports + "public final class Guide {\n" + types
                        + "public static void main(String[] args) throws Exception {\n"
                        + "java.nio.file.Path folder = java.nio.file.Path.of(args[0]);\n" + inFolder + "}}\n",
                said);
    }

    /** Returns what the guide says that it prints. */
    List<String> said() {
        return said;
    }

    /** Compiles and runs it in a process of its own, and returns what it printed; what failed, if anything did. */
    List<String> run(Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("Guide.java"), source);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        StringWriter complaints = new StringWriter();
        PrintWriter writer = new PrintWriter(complaints);
        int failed = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        writer,
                        writer,
                        "-proc:none",
                        "-encoding",
                        "UTF-8",
                        "-d",
                        folder.toString(),
                        "-classpath",
                        classPath,
                        file.toString());
        if (failed != 0) {
            return List.of(Matcher.quoteReplacement(complaints.toString()));
        }
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        folder + System.getProperty("path.separator") + classPath,
                        "Guide",
                        Files.createDirectories(folder.resolve("work")).toString())
                .redirectError(folder.resolve("errors.txt").toFile())
                .redirectOutput(output.toFile())
                .start();
        return Files.readAllLines(
                process.waitFor() == 0 ? output : folder.resolve("errors.txt"), StandardCharsets.UTF_8);
    }
}
