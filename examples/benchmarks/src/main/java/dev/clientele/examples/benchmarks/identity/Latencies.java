package dev.clientele.examples.benchmarks.identity;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The times that many calls took. */
final class Latencies {

    private final long[] sorted;
    private final double processorSeconds;

    private Latencies(long[] sorted, double processorSeconds) {
        this.sorted = sorted;
        this.processorSeconds = processorSeconds;
    }

    /** The call that is measured for a number. */
    @FunctionalInterface
    interface Call {
        void run(int number) throws SQLException;
    }

    static Latencies of(List<Integer> numbers, Call call) throws SQLException {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadCpuTime();
        long[] nanos = new long[numbers.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            call.run(numbers.get(i));
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return new Latencies(nanos, (thread.getCurrentThreadCpuTime() - before) / 1e9);
    }

    private double milliseconds(double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.3f ms, p90 %.3f ms, p99 %.3f ms, most %.1f ms, %.3f ms of the calling thread's processor each",
                milliseconds(0.5),
                milliseconds(0.9),
                milliseconds(0.99),
                milliseconds(1),
                1000 * processorSeconds / sorted.length);
    }
}
