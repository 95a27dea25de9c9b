package dev.clientele.examples.benchmarks.storage;

import dev.clientele.examples.benchmarks.race.Race;
import dev.clientele.examples.benchmarks.race.Standing;
import dev.clientele.examples.benchmarks.race.Table;
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

/** Accounts stored and read through this library and in other ways, by turns. */
@Command(
        name = "storage",
        description = "Accounts stored and read through this library and in other ways, by turns.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class StorageCommand implements Callable<Integer> {

    @Option(names = "--accounts", description = "how many are loaded in a round")
    private int accounts = 200_000;

    @Option(names = "--warm-up", description = "how many are loaded in the rounds that don't count")
    private int warmUp = 40_000;

    @Option(names = "--rounds", description = "how many rounds count")
    private int rounds = 3;

    @Option(
            names = "--clock",
            description = {
                "ELAPSED, or CPU for the processor time of this thread, which a busy machine distorts less, but leaves out"
                        + " waiting for the disk and whatever a server does"
            })
    private Clock clock = Clock.ELAPSED;

    @Option(names = "--folder", description = "where the databases lie while it runs")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    private enum Clock {
        ELAPSED,
        CPU;

        LongSupplier nanos() {
            return this == CPU ? ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime : System::nanoTime;
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = new SqliteDatabase(folder)) {
            List<AccountStore> stores = List.of(new ClienteleAccounts(database), new PlainAccounts(database));
            try {
                Race<AccountStore> race = new Race<>(stores, clock.nanos());
                new Tasks(race, Tasks.Size.of(warmUp)).round(-1);
                for (int round = 0; round < rounds; round++) {
                    new Tasks(race, Tasks.Size.of(accounts)).round(round);
                }
                List<Standing> standings = new ArrayList<>(race.standings());
                standings.removeIf(standing -> standing.task().startsWith("scan after"));
                out.println(database.product());
                out.println(Table.of(
                        standings, stores.stream().map(Object::toString).toList()));
            } finally {
                stores.forEach(AccountStore::close);
            }
        }
        out.flush();
        return 0;
    }
}
