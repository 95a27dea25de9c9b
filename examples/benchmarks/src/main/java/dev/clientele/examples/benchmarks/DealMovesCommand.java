package dev.clientele.examples.benchmarks;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.Crm;
import dev.clientele.examples.benchmarks.race.MachineDescription;
import dev.clientele.examples.benchmarks.selling.DatabaseFiller;
import dev.clientele.examples.benchmarks.selling.DealMoves;
import dev.clientele.examples.benchmarks.storage.BenchmarkDatabase;
import dev.clientele.examples.benchmarks.storage.EmbeddedPostgresServer;
import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import dev.clientele.examples.benchmarks.storage.SqliteDatabase;
import dev.clientele.persistence.Storage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Moves of deals that have few stages behind them and of such that have many, by turns. */
@Command(
        name = "deal-moves",
        description = "Time and length of a deal's move by how many stages it has been in.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class DealMovesCommand implements Callable<Integer> {

    /** The databases there are. */
    private enum DealProduct {
        SQLITE,
        POSTGRESQL
    }

    @Option(names = "--database", description = "one or more of ${COMPLETION-CANDIDATES}", split = ",")
    private List<DealProduct> products = List.of(DealProduct.SQLITE, DealProduct.POSTGRESQL);

    @Option(names = "--visits", description = "how many stages the deals have been in, at most 1000", split = ",")
    private List<Integer> visits = List.of(10, 100, 1000);

    @Option(names = "--deals", description = "how many of each")
    private int deals = 20;

    @Option(
            names = "--rounds",
            description = "how often each moves; every 25th move of one takes visits out of its record")
    private int rounds = 25;

    @Option(names = "--folder", description = "where the databases lie while it runs")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(MachineDescription.description());
        for (DealProduct product : products) {
            if (product == DealProduct.SQLITE) {
                try (BenchmarkDatabase database = SqliteDatabase.below(folder)) {
                    run(database, out);
                }
            } else {
                try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder);
                        PostgresDatabase database = new PostgresDatabase(server.port())) {
                    run(database, out);
                }
            }
        }
        return 0;
    }

    private void run(BenchmarkDatabase database, PrintWriter out) {
        database.renew("moves");
        try (Storage storage = database.open("moves")) {
            Crm.on(storage).types(B2b.types()).build();
            Pipeline pipeline =
                    B2b.in(DatabaseFiller.session(storage)).deals().pipelines().add(Pipeline.standard());
            moveAll(storage, pipeline); // warms up
            out.println("\n### " + database.product() + "\n");
            out.println("| stages behind the deal | µs a move, median | µs a move, mean | record, characters"
                    + " | entry in the history, characters |");
            out.println("| ---: | ---: | ---: | ---: | ---: |");
            for (DealMoves some : moveAll(storage, pipeline)) {
                out.println(String.format(
                        Locale.ROOT,
                        "| %,d | %,.0f | %,.0f | %,.0f | %,.0f |",
                        some.visits(),
                        some.micros().median(),
                        some.meanMicros(),
                        some.recordLength(),
                        some.changeLength()));
            }
            out.flush();
        }
    }

    private List<DealMoves> moveAll(Storage storage, Pipeline pipeline) {
        List<DealMoves> all = visits.stream()
                .map(count -> new DealMoves(storage, pipeline, count, deals))
                .toList();
        for (int move = 1; move <= rounds; move++) {
            for (int deal = 0; deal < deals; deal++) {
                for (DealMoves some : all) {
                    some.move(deal, move, System::nanoTime);
                }
            }
        }
        return all;
    }
}
