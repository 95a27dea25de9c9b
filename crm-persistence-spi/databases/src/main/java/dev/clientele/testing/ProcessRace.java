package dev.clientele.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Four processes that run the same program on one database at once, from a common start. */
public final class ProcessRace {

    /** The number of processes. */
    public static final int PROCESSES = 4;

    private static final String READY = "ready";

    private ProcessRace() {}

    /**
     * Runs a program four times at once.
     *
     * @param program a class with a {@code main} that calls {@link #awaitStart}; its arguments are the place and the number of
     *     the process, from 0
     * @param place of the database, for {@link DatabaseKind#openPlace}
     * @throws AssertionError if one doesn't end with 0; what it said of it stands in the error output
     */
    public static void run(Class<?> program, String place) throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        try {
            for (int number = 0; number < PROCESSES; number++) {
                processes.add(start(program, place, String.valueOf(number)));
            }
            for (Process process : processes) {
                BufferedReader output =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                if (!READY.equals(output.readLine())) {
                    throw new AssertionError("a process of " + program.getName() + " didn't get ready");
                }
            }
            for (Process process : processes) {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            }
            for (Process process : processes) {
                int end = process.waitFor();
                if (end != 0) {
                    throw new AssertionError("a process of " + program.getName() + " ended with " + end);
                }
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private static Process start(Class<?> program, String place, String number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        place,
                        number)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Says that this process is ready, and waits until all are. */
    public static void awaitStart() throws IOException {
        System.out.println(READY);
        if (System.in.read() < 0) {
            throw new IllegalStateException("nobody said go");
        }
    }
}
