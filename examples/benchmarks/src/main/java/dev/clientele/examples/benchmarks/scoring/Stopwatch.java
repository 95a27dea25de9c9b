package dev.clientele.examples.benchmarks.scoring;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times a task by the processor time of the whole process, compiler and garbage collector included, and by the clock. */
public final class Stopwatch {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final long MIN_NANOS = 1_000_000_000L;

    private final PrintWriter out;
    private final int rounds;

    /** Writes its table to this; so many rounds count. */
    public Stopwatch(PrintWriter out, int rounds) {
        this.out = out;
        this.rounds = rounds;
    }

    /** Something that is done and says what came of it, so that it can't be left out. */
    @FunctionalInterface
    public interface TimedTask {
        String run();
    }

    /**
     * The first round counts by itself, as a program that starts and does it once would feel it; then the median of the others.
     *
     * @param limit seconds of processor time allowed by the project, 0 if there is no limit
     * @return median seconds of processor time
     */
    public double time(String name, double limit, TimedTask task) {
        List<double[]> times = new ArrayList<>();
        String result = "";
        for (int i = 0; i <= rounds; i++) {
            long cpu = SYSTEM.getProcessCpuTime();
            long clock = System.nanoTime();
            int runs = 0;
            // The processor clock ticks every hundredth of a second: what is short is done several times.
            while (runs == 0 || (i > 0 && System.nanoTime() - clock < MIN_NANOS)) {
                result = task.run();
                runs++;
            }
            times.add(new double[] {
                (SYSTEM.getProcessCpuTime() - cpu) / 1e9 / runs, (System.nanoTime() - clock) / 1e9 / runs
            });
        }
        double[] first = times.remove(0);
        Collections.sort(times, (one, other) -> Double.compare(one[0], other[0]));
        double[] median = times.get(times.size() / 2);
        out.println(String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %s | %s |",
                name,
                median[0],
                median[1],
                first[0],
                limit > 0 ? String.format(Locale.ROOT, "%.2f", limit) : "",
                result));
        out.flush();
        return median[0];
    }

    /** Writes the head of the table. */
    public static void heading(PrintWriter out) {
        out.println("| task | CPU s | elapsed s | CPU s, first time | limit | result |");
        out.println("| --- | ---: | ---: | ---: | ---: | --- |");
    }
}
