package dev.clientele.examples.benchmarks.memory;

import dev.clientele.examples.benchmarks.race.MachineDescription;
import dev.clientele.examples.benchmarks.selling.DatabaseFiller;
import dev.clientele.examples.benchmarks.selling.SellingDatabase;
import dev.clientele.examples.benchmarks.storage.EmbeddedPostgresServer;
import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import dev.clientele.persistence.Storage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks questions over many records on PostgreSQL; run it with {@code -Xmx128m}. */
@Command(
        name = "memory",
        description =
                "Questions over many records on PostgreSQL, to be run with -Xmx128m: each comes to its end or runs out"
                        + " of memory.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class MemoryCommand implements Callable<Integer> {

    @Option(names = "--records", description = "how many deals there are")
    private int records = 1_000_000;

    @Option(names = "--accounts", description = "how many accounts there are")
    private int accounts = 20_000;

    @Option(names = "--purchases", description = "how many purchases there are")
    private int purchases = 10_000_000;

    @Option(names = "--questions", description = "which of ${COMPLETION-CANDIDATES}; all if not given", split = ",")
    private List<MemoryQuestion> questions = Arrays.asList(MemoryQuestion.values());

    @Option(names = "--rounds", description = "how often each is asked")
    private int rounds = 1;

    @Option(
            names = {"--keep", "--folder"},
            description =
                    "a folder in which the databases are left, and found again by the next run with the same sizes;"
                            + " that of the selling benchmark is the same",
            required = true)
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(MachineDescription.description());
        Files.createDirectories(folder);
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.keeping(folder.resolve("data"));
                PostgresDatabase database = new PostgresDatabase(server.port())) {
            if (questions.stream().anyMatch(question -> question != MemoryQuestion.PURCHASES)) {
                SellingDatabase.fill(database, folder, accounts, records, out);
                try (Storage storage = database.open(SellingDatabase.NAME)) {
                    SellingAnswers answers = new SellingAnswers(DatabaseFiller.session(storage));
                    questions.stream()
                            .filter(question -> question != MemoryQuestion.PURCHASES)
                            .forEach(question -> ask(question, () -> answers.answer(question), out));
                }
            }
            if (questions.contains(MemoryQuestion.PURCHASES)) {
                PurchaseFiller.fill(database, folder, purchases);
                try (Storage storage = database.open(PurchaseFiller.NAME)) {
                    PurchasePages pages = new PurchasePages(PurchaseFiller.session(storage));
                    ask(MemoryQuestion.PURCHASES, pages::read, out);
                }
            }
        }
        return 0;
    }

    private void ask(MemoryQuestion question, Callable<String> work, PrintWriter out) {
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            String answer;
            try {
                answer = work.call();
            } catch (Exception e) {
                throw new IllegalStateException(question + " failed", e);
            }
            out.println(String.format(
                    Locale.ROOT,
                    "%s in %.1f s with a heap of at most %d MiB: %s",
                    question,
                    (System.nanoTime() - start) / 1e9,
                    Runtime.getRuntime().maxMemory() >> 20,
                    answer));
            out.flush();
        }
    }
}
