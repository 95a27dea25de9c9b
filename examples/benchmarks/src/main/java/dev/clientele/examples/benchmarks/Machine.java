package dev.clientele.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** What a benchmark runs on. */
final class Machine {

    private Machine() {}

    /** Processor, cores, memory, Java and date in a line. */
    static String description() {
        Runtime runtime = Runtime.getRuntime();
        return String.join(
                ", ",
                processor(),
                runtime.availableProcessors() + " cores",
                "heap of at most " + (runtime.maxMemory() >> 20) + " MiB",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                LocalDate.now(ZoneOffset.UTC).toString());
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
