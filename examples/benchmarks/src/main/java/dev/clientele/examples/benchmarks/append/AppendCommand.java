package dev.clientele.examples.benchmarks.append;

import dev.clientele.examples.benchmarks.race.RoundStatistics;
import dev.clientele.examples.benchmarks.storage.BenchmarkDatabase;
import dev.clientele.examples.benchmarks.storage.EmbeddedPostgresServer;
import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import dev.clientele.examples.benchmarks.storage.SqliteDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A million interactions appended and read back, each time in a process of its own with little memory. */
@Command(
        name = "append",
        description =
                "A million interactions appended and read back, each time in a process of its own with little memory.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class AppendCommand implements Callable<Integer> {

    private enum AppendProduct {
        SQLITE,
        POSTGRESQL
    }

    @Option(names = "--database", description = "one or more of ${COMPLETION-CANDIDATES}", split = ",")
    private List<AppendProduct> products = List.of(AppendProduct.SQLITE, AppendProduct.POSTGRESQL);

    @Option(names = "--interactions", description = "how many")
    private int interactions = 1_000_000;

    @Option(names = "--batch", description = "how many in a transaction")
    private int batch = 1000;

    @Option(names = "--heap", description = "the most heap a process gets")
    private String heap = "64m";

    @Option(names = "--rounds", description = "how often, by turns")
    private int rounds = 3;

    @Option(names = "--folder", description = "where the databases lie while it runs")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (AppendProduct product : products) {
            if (product == AppendProduct.SQLITE) {
                try (SqliteDatabase database = SqliteDatabase.below(folder)) {
                    race(database, "--sqlite=" + database.folder());
                }
            } else {
                try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder);
                        BenchmarkDatabase database = new PostgresDatabase(server.port())) {
                    race(database, "--postgresql=" + server.port());
                }
            }
        }
        return 0;
    }

    private void race(BenchmarkDatabase database, String where) throws IOException, InterruptedException {
        List<String> arguments = List.of(where, "--interactions=" + interactions, "--batch=" + batch);
        List<String> byHand = new ArrayList<>(arguments);
        byHand.add("--by-hand");
        List<AppendMeasurement> library = new ArrayList<>();
        List<AppendMeasurement> plain = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            library.add(new AppendProcess(heap, arguments).run());
            plain.add(new AppendProcess(heap, byHand).run());
            if (library.get(round).figure() != plain.get(round).figure()) {
                throw new IllegalStateException("the two ways didn't store the same");
            }
        }
        print(database, library, plain);
    }

    private void print(BenchmarkDatabase database, List<AppendMeasurement> library, List<AppendMeasurement> plain) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("\n### " + database.product() + "\n");
        out.println(format(
                "%,d interactions in transactions of %,d, heap of at most %s, median of %d processes each\n",
                interactions, batch, heap, rounds));
        out.println("| | Clientele | hand-written JDBC | ratio (least–greatest) |\n| --- | ---: | ---: | ---: |");
        times(out, "append", library, plain, AppendMeasurement::appending);
        times(out, "read all back", library, plain, AppendMeasurement::reading);
        memory(out, "heap at its peak", library, plain, AppendMeasurement::heap);
        memory(out, "whole process at its peak", library, plain, AppendMeasurement::resident);
        out.flush();
    }

    private static void times(
            PrintWriter out,
            String name,
            List<AppendMeasurement> library,
            List<AppendMeasurement> plain,
            ToLongFunction<AppendMeasurement> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < library.size(); i++) {
            ratios.add((double) figure.applyAsLong(library.get(i)) / figure.applyAsLong(plain.get(i)));
        }
        RoundStatistics ratio = RoundStatistics.of(ratios);
        out.println(format(
                "| %s | %.1f s | %.1f s | **%.2f** (%.2f–%.2f) |",
                name,
                middle(library, figure) / 1e9,
                middle(plain, figure) / 1e9,
                ratio.median(),
                ratio.min(),
                ratio.max()));
    }

    private static void memory(
            PrintWriter out,
            String name,
            List<AppendMeasurement> library,
            List<AppendMeasurement> plain,
            ToLongFunction<AppendMeasurement> figure) {
        out.println(format(
                "| %s | %.0f MiB | %.0f MiB | |",
                name, middle(library, figure) / (1 << 20), middle(plain, figure) / (1 << 20)));
    }

    private static double middle(List<AppendMeasurement> outcomes, ToLongFunction<AppendMeasurement> figure) {
        return RoundStatistics.of(outcomes.stream()
                        .map(outcome -> (double) figure.applyAsLong(outcome))
                        .toList())
                .median();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
