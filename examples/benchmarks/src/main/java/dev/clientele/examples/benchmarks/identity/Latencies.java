package dev.clientele.examples.benchmarks.identity;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long each of many calls took. */
final class Latencies {

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /** What is measured for a number. */
    @FunctionalInterface
    interface Call {
        void run(int number) throws SQLException;
    }

    static Latencies of(List<Integer> numbers, Call call) throws SQLException {
        long[] nanos = new long[numbers.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            call.run(numbers.get(i));
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return new Latencies(nanos);
    }

    private double milliseconds(double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.3f ms, p90 %.3f ms, p99 %.3f ms, most %.1f ms",
                milliseconds(0.5),
                milliseconds(0.9),
                milliseconds(0.99),
                milliseconds(1));
    }
}
