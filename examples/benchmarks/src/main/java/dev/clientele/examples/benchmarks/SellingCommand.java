package dev.clientele.examples.benchmarks;

import dev.clientele.examples.benchmarks.race.BenchmarkComparison;
import dev.clientele.examples.benchmarks.race.MachineDescription;
import dev.clientele.examples.benchmarks.race.MarkdownTable;
import dev.clientele.examples.benchmarks.selling.DatabaseFiller;
import dev.clientele.examples.benchmarks.selling.LibraryAnalytics;
import dev.clientele.examples.benchmarks.selling.SalesAnalytics;
import dev.clientele.examples.benchmarks.selling.SalesQuestion;
import dev.clientele.examples.benchmarks.selling.SellingDatabase;
import dev.clientele.examples.benchmarks.selling.SqlAnalytics;
import dev.clientele.examples.benchmarks.storage.EmbeddedPostgresServer;
import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import dev.clientele.persistence.Storage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Roll-ups, forecasts and funnels over many deals on PostgreSQL, by this library and in hand-written SQL, by turns. */
@Command(
        name = "selling",
        description =
                "Roll-ups, forecasts and funnels over many deals on PostgreSQL, and the same in hand-written SQL, by"
                        + " turns.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class SellingCommand implements Callable<Integer> {

    @Option(names = "--records", description = "how many deals there are")
    private int records = 1_000_000;

    @Option(names = "--accounts", description = "how many accounts there are")
    private int accounts = 20_000;

    @Option(names = "--warm-up", description = "how many rounds don't count")
    private int warmUp = 3;

    @Option(names = "--rounds", description = "how many rounds count")
    private int rounds = 7;

    @Option(names = "--questions", description = "which of ${COMPLETION-CANDIDATES}; all if not given", split = ",")
    private List<SalesQuestion> questions = Arrays.asList(SalesQuestion.values());

    @Option(names = "--folder", description = "where the database lies while it runs, unless it is kept")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(
            names = "--keep",
            description = "a folder in which the database is left, and found again by the next run with the same sizes")
    private @Nullable Path keep;

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(MachineDescription.description());
        Path below = keep == null ? Files.createTempDirectory(folder, "selling-") : Files.createDirectories(keep);
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.keeping(below.resolve("data"));
                PostgresDatabase database = new PostgresDatabase(server.port())) {
            SellingDatabase.fill(database, below, accounts, records, out);
            try (Storage storage = database.open(SellingDatabase.NAME);
                    SqlAnalytics sql = new SqlAnalytics(database.connect(SellingDatabase.NAME))) {
                race(List.of(new LibraryAnalytics(DatabaseFiller.session(storage)), sql), database, out);
            }
        }
        if (keep == null) {
            delete(below);
        }
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void race(List<SalesAnalytics> ways, PostgresDatabase database, PrintWriter out) {
        BenchmarkComparison<SalesAnalytics> race = new BenchmarkComparison<>(ways, System::nanoTime);
        for (int round = -warmUp; round < rounds; round++) {
            for (SalesQuestion question : questions) {
                race.run(
                        question.task(),
                        round,
                        1,
                        way -> way.answer(question),
                        (way, answer) -> way.describe(question, answer));
            }
        }
        out.println("\n### " + database.product() + "\n");
        out.println(String.format(
                Locale.ROOT,
                "%,d deals, %,d accounts, median of %d rounds (least–greatest), elapsed time%n",
                records,
                accounts,
                rounds));
        out.println(MarkdownTable.of(
                race.timings(), ways.get(0).toString(), ways.get(1).toString(), List.of()));
        out.flush();
    }
}
