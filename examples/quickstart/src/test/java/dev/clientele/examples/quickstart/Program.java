package dev.clientele.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** The program in a process of its own, as its user starts it. */
final class Program {

    private final Process process;

    private Program(Process process) {
        this.process = process;
    }

    /** Starts it on a database file, with what it prints going to another. */
    static Program start(Path database, Path report) throws IOException {
        return new Program(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", // half the work for a process that lives some seconds
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Quickstart.class.getName(),
                        "--file",
                        database.toString())
                .redirectOutput(report.toFile())
                .start());
    }

    /** Lets it run to its end; returns its exit code. */
    int finish() throws IOException, InterruptedException {
        process.getErrorStream().transferTo(OutputStream.nullOutputStream());
        return process.waitFor();
    }

    /**
     * Waits until its progress shows a step with so many dots or more, and kills it.
     *
     * @return whether the step was seen, and the program died by the blow
     */
    boolean killAt(String step, int dots) throws IOException, InterruptedException {
        boolean seen = awaits(step, dots);
        process.destroyForcibly();
        return process.waitFor() != 0 && seen;
    }

    private boolean awaits(String step, int dots) throws IOException {
        StringBuilder said = new StringBuilder();
        InputStream progress = process.getErrorStream();
        for (int next = progress.read(); next >= 0; next = progress.read()) {
            said.append((char) next);
            int at = said.indexOf(step);
            if (at >= 0 && said.chars().skip(at).filter(c -> c == '.').count() >= dots) {
                return true;
            }
        }
        return false;
    }
}
