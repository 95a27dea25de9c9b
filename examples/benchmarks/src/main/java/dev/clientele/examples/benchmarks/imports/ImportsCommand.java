package dev.clientele.examples.benchmarks.imports;

import dev.clientele.b2b.B2b;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.examples.benchmarks.race.MachineDescription;
import dev.clientele.examples.benchmarks.storage.BenchmarkDatabase;
import dev.clientele.examples.benchmarks.storage.EmbeddedPostgresServer;
import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import dev.clientele.examples.benchmarks.storage.SqliteDatabase;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Files of contacts and deals imported beside the plain API; run it with {@code -Xmx128m}. */
@Command(
        name = "imports",
        description =
                "Files of contacts and deals with one bad row in a hundred, tried and imported, beside the plain API"
                        + " that stores the very records; to be run with -Xmx128m.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class ImportsCommand implements Callable<Integer> {

    /** The databases there are. */
    private enum ImportProduct {
        SQLITE,
        POSTGRESQL
    }

    @Option(names = "--database", description = "one or more of ${COMPLETION-CANDIDATES}", split = ",")
    private List<ImportProduct> products = List.of(ImportProduct.SQLITE, ImportProduct.POSTGRESQL);

    /** The files there are. */
    private enum ImportedRecords {
        CONTACTS(new ContactFile()),
        DEALS(new DealFile());

        @SuppressWarnings("ImmutableEnumChecker") // files have no state
        private final ImportedFile file;

        ImportedRecords(ImportedFile file) {
            this.file = file;
        }
    }

    @Option(names = "--of", description = "one or more of ${COMPLETION-CANDIDATES}", split = ",")
    private List<ImportedRecords> kinds = List.of(ImportedRecords.values());

    @Option(names = "--rows", description = "how many rows each file has, a multiple of 100")
    private int rows = 1_000_000;

    @Option(names = "--warm-up", description = "how many rows are imported first and don't count, a multiple of 100")
    private int warmUp = 20_000;

    @Option(names = "--piece", description = "after how many rows it is the next one's turn")
    private int piece = 5_000;

    @Option(names = "--padding", description = "how many characters each row has in a column that nobody reads")
    private int padding;

    @Option(names = "--folder", description = "where files and databases lie while it runs")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(MachineDescription.description());
        for (ImportProduct product : products) {
            if (product == ImportProduct.SQLITE) {
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

    private void run(BenchmarkDatabase database, PrintWriter out) throws IOException {
        out.println(String.format(
                Locale.ROOT,
                "%n### %s, a heap of at most %d MiB%n",
                database.product(),
                Runtime.getRuntime().maxMemory() >> 20));
        out.println("| file | rows | of which bad | plain API, rows/s | import, rows/s | import's time ÷ plain API's"
                + " | dry run, rows/s | dry run's time ÷ import's |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (ImportedRecords kind : kinds) {
            compare(database, kind.file, warmUp);
            out.println(compare(database, kind.file, rows));
            out.flush();
        }
    }

    private String compare(BenchmarkDatabase database, ImportedFile file, int count) throws IOException {
        List<String> names = List.of("trying", "importing", "plain");
        names.forEach(database::renew);
        Path text = file.write(folder, count, padding);
        try (Storage trying = database.open(names.get(0));
                Storage importing = database.open(names.get(1));
                Storage plain = database.open(names.get(2))) {
            return new ImportComparison(file, count, piece)
                    .run(text, session(trying), session(importing), session(plain));
        } finally {
            Files.delete(text);
        }
    }

    private static CrmSession session(Storage storage) {
        return Crm.on(storage).types(B2b.types()).build().session(TenantId.of("acme"), Actor.user("alice"));
    }
}
