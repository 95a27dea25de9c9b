package dev.clientele.examples.benchmarks;

import dev.clientele.b2b.B2b;
import dev.clientele.b2c.B2c;
import dev.clientele.core.Crm;
import dev.clientele.examples.benchmarks.race.MachineDescription;
import dev.clientele.examples.benchmarks.storage.EmbeddedPostgresServer;
import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import dev.clientele.examples.benchmarks.storage.RoundTripCounter;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.jdbc.PostgresStorage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The start of an application on PostgreSQL: all types of both modules, their tables made or found up to date. */
@Command(
        name = "schema",
        description = {
            "The start of an application with all types of both modules on PostgreSQL.",
            "The first run in a folder makes the tables; later ones find them up to date, the first build in a cold"
                    + " process."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class SchemaCommand implements Callable<Integer> {

    @Option(names = "--rounds", description = "how many builds")
    private int rounds = 3;

    @Option(names = "--folder", description = "where the database is kept", required = true)
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        say("%s", MachineDescription.description());
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.keeping(folder.resolve("data"));
                PostgresDatabase database = new PostgresDatabase(server.port())) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.url("postgres"));
            for (int round = 0; round < rounds; round++) {
                RoundTripCounter trips = new RoundTripCounter();
                double before = processorSeconds();
                long start = System.nanoTime();
                try (Storage storage = PostgresStorage.over(trips.counting(source))) {
                    Crm.on(storage).types(B2b.types()).types(B2c.types()).build();
                    double seconds = (System.nanoTime() - start) / 1e9;
                    say(
                            "opened and built in %.2f s, %.2f s of processor time, %,d round trips",
                            seconds, processorSeconds() - before, trips.take());
                }
            }
        }
        return 0;
    }

    /** Returns the time of all threads of this process, which a busy machine distorts less; the server's is left out. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
