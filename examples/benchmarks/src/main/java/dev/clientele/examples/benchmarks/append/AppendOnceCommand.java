package dev.clientele.examples.benchmarks.append;

import dev.clientele.examples.benchmarks.storage.BenchmarkDatabase;
import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import dev.clientele.examples.benchmarks.storage.SqliteDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Appends and reads back in this very process. Prints four numbers for {@code append}, which starts it. */
@Command(name = "append-once", hidden = true)
public final class AppendOnceCommand implements Callable<Integer> {

    @Option(names = "--by-hand", description = "by hand-written JDBC")
    private boolean byHand;

    @Option(names = "--sqlite", description = "folder for an SQLite file")
    private @Nullable Path sqlite;

    @Option(names = "--postgresql", description = "port of a PostgreSQL server")
    private int postgres;

    @Option(names = "--interactions", required = true)
    private int interactions;

    @Option(names = "--batch", required = true)
    private int batch;

    @Override
    public Integer call() throws IOException {
        BenchmarkDatabase database = sqlite == null ? new PostgresDatabase(postgres) : new SqliteDatabase(sqlite);
        InteractionRowGenerator source = new InteractionRowGenerator(1);
        try (InteractionLog log = byHand ? new PlainInteractions(database) : new ClienteleInteractions(database)) {
            long start = System.nanoTime();
            for (int i = 0; i < interactions; i += batch) {
                log.append(source.rows(i, Math.min(i + batch, interactions)));
            }
            long appended = System.nanoTime();
            long sum = log.scan();
            long read = System.nanoTime();
            System.out.println(
                    new AppendMeasurement(appended - start, read - appended, sum, peakHeap(), peakResident()).line());
        }
        return 0;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** All memory that the process had at its peak, as far as the system tells. */
    private static long peakResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        List<String> lines = Files.isReadable(status) ? Files.readAllLines(status) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }
}
