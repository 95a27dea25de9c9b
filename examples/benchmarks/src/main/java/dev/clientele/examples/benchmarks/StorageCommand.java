package dev.clientele.examples.benchmarks;

import dev.clientele.examples.benchmarks.orm.HibernateAccounts;
import dev.clientele.examples.benchmarks.race.BenchmarkComparison;
import dev.clientele.examples.benchmarks.race.MachineDescription;
import dev.clientele.examples.benchmarks.race.MarkdownTable;
import dev.clientele.examples.benchmarks.storage.AccountStore;
import dev.clientele.examples.benchmarks.storage.BenchmarkDatabase;
import dev.clientele.examples.benchmarks.storage.ClienteleAccounts;
import dev.clientele.examples.benchmarks.storage.EmbeddedPostgresServer;
import dev.clientele.examples.benchmarks.storage.PlainAccounts;
import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import dev.clientele.examples.benchmarks.storage.SqliteDatabase;
import dev.clientele.examples.benchmarks.storage.StorageTasks;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Accounts stored and read through this library, by hand-written JDBC and through Hibernate with Envers, by turns. */
@Command(
        name = "storage",
        description = "Accounts stored and read through this library and in other ways, by turns.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class StorageCommand implements Callable<Integer> {

    /** The databases there are. */
    private enum StorageProduct {
        SQLITE,
        POSTGRESQL
    }

    private enum TimeMeasure {
        ELAPSED,
        CPU;

        LongSupplier nanos() {
            return this == CPU ? ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime : System::nanoTime;
        }
    }

    @Option(names = "--database", description = "one or more of ${COMPLETION-CANDIDATES}", split = ",")
    private List<StorageProduct> products = List.of(StorageProduct.SQLITE, StorageProduct.POSTGRESQL);

    @Option(names = "--accounts", description = "how many are loaded in a round")
    private int accounts = 200_000;

    @Option(names = "--warm-up", description = "how many are loaded in the round that doesn't count")
    private int warmUp = 40_000;

    @Option(names = "--rounds", description = "how many rounds count")
    private int rounds = 3;

    @Option(names = "--without-hibernate", description = "leaves Hibernate out")
    private boolean withoutHibernate;

    @Option(
            names = "--clock",
            description = {
                "ELAPSED, or CPU for the processor time of this thread, which a busy machine distorts less, but leaves out"
                        + " waiting for the disk and whatever a server does"
            })
    private TimeMeasure clock = TimeMeasure.ELAPSED;

    @Option(names = "--folder", description = "where the databases lie while it runs")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(MachineDescription.description());
        for (StorageProduct product : products) {
            if (product == StorageProduct.SQLITE) {
                try (BenchmarkDatabase database = SqliteDatabase.below(folder)) {
                    run(List.of(new ClienteleAccounts(database), new PlainAccounts(database)), database, out);
                }
            } else {
                try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder);
                        PostgresDatabase database = new PostgresDatabase(server.port())) {
                    List<AccountStore> stores = new ArrayList<>();
                    stores.add(new ClienteleAccounts(database));
                    stores.add(new PlainAccounts(database));
                    if (!withoutHibernate) {
                        stores.add(new HibernateAccounts(database));
                    }
                    run(stores, database, out);
                }
            }
        }
        return 0;
    }

    private void run(List<AccountStore> stores, BenchmarkDatabase database, PrintWriter out) {
        try {
            race(stores, database, out);
        } finally {
            stores.forEach(AccountStore::close);
        }
    }

    private void race(List<AccountStore> stores, BenchmarkDatabase database, PrintWriter out) {
        BenchmarkComparison<AccountStore> race = new BenchmarkComparison<>(stores, clock.nanos());
        new StorageTasks(race, StorageTasks.RoundSize.warmUp(warmUp)).round(-1);
        for (int round = 0; round < rounds; round++) {
            new StorageTasks(race, StorageTasks.RoundSize.of(accounts)).round(round);
        }
        out.println("\n### " + database.product() + "\n");
        out.println(accounts + " accounts, median of " + rounds + " rounds (least–greatest), "
                + (clock == TimeMeasure.CPU ? "processor time of the calling thread" : "elapsed time") + "\n");
        List<String> names = stores.stream().map(Object::toString).toList();
        out.println(MarkdownTable.of(race.timings(), names.get(0), names.get(1), names.subList(2, names.size())));
        out.flush();
    }
}
