package dev.clientele.examples.benchmarks.consumer;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.Locale;

/**
 * The time that a piece of work took.
 *
 * @param elapsedSeconds on the wall
 * @param processorSeconds of all threads of this process, which a busy machine distorts less, but which leaves a server out
 */
record WorkTime(double elapsedSeconds, double processorSeconds) {

    /** The time of no work. */
    static final WorkTime NONE = new WorkTime(0, 0);

    /** Work on a database. */
    interface DatabaseWork {
        void run() throws SQLException;
    }

    static WorkTime of(DatabaseWork work) throws SQLException {
        long wall = System.nanoTime();
        long processor = processorNanos();
        work.run();
        return new WorkTime((System.nanoTime() - wall) / 1e9, (processorNanos() - processor) / 1e9);
    }

    /** Returns the time of both. */
    WorkTime plus(WorkTime other) {
        return new WorkTime(elapsedSeconds + other.elapsedSeconds, processorSeconds + other.processorSeconds);
    }

    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** Returns how many operations that is a second, in words. */
    String rate(long operations) {
        return String.format(
                Locale.ROOT,
                "%,.0f/s, %,.0f/s of processor time",
                operations / elapsedSeconds,
                operations / processorSeconds);
    }
}
