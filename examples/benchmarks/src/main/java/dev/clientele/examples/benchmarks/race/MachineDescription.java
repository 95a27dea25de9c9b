package dev.clientele.examples.benchmarks.race;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The machine that a benchmark runs on, in words. */
public final class MachineDescription {

    private MachineDescription() {}

    /** Returns cores, memory, system, Java and date in a line. */
    public static String description() {
        Runtime runtime = Runtime.getRuntime();
        return String.join(
                ", ",
                runtime.availableProcessors() + " cores",
                memory() + "heap of at most " + (runtime.maxMemory() >> 20) + " MiB",
                System.getProperty("os.name") + " on " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                LocalDate.now(ZoneOffset.UTC).toString());
    }

    private static String memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.round(system.getTotalMemorySize() / (double) (1 << 30)) + " GiB of memory, "
                : "";
    }
}
