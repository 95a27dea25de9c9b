package dev.clientele.examples.benchmarks.append;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts processes of their own with a small heap, on the class path of this one. */
final class AppendProcess {

    private final String heap;
    private final List<String> arguments;

    /**
     * A way to start.
     *
     * @param heap as {@code -Xmx} takes it
     * @param arguments of {@link AppendOnceCommand}
     */
    AppendProcess(String heap, List<String> arguments) {
        this.heap = heap;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * Runs one to its end.
     *
     * @throws IllegalStateException if it fails, for want of memory, say
     */
    AppendMeasurement run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx" + heap);
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("dev.clientele.examples.benchmarks.Main");
        command.add("append-once");
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        AppendMeasurement outcome = null;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (AppendMeasurement.isLine(line)) {
                    outcome = AppendMeasurement.parse(line);
                }
            }
        }
        int code = process.waitFor();
        if (code != 0 || outcome == null) {
            throw new IllegalStateException("the process ended with " + code + ": " + command);
        }
        return outcome;
    }
}
