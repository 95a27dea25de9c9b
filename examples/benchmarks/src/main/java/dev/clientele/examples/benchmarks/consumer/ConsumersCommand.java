package dev.clientele.examples.benchmarks.consumer;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.b2c.scoring.Calibration;
import dev.clientele.b2c.scoring.Valuation;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.Horizon;
import dev.clientele.examples.benchmarks.race.MachineDescription;
import dev.clientele.examples.benchmarks.storage.BenchmarkDatabase;
import dev.clientele.examples.benchmarks.storage.EmbeddedPostgresServer;
import dev.clientele.examples.benchmarks.storage.PlainDialect;
import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import dev.clientele.examples.benchmarks.storage.SqliteDatabase;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Consumers loaded beside hand-written inserts of the same rows, found by e-mail, sold to and scored. */
@Command(
        name = "consumers",
        description =
                "Consumers loaded beside hand-written inserts of the same rows, found by e-mail, sold to and scored.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class ConsumersCommand implements Callable<Integer> {

    private static final String LIBRARY = "Clientele";
    private static final String RIVAL = "hand-written JDBC";
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    /** The databases there are. */
    private enum ConsumerProduct {
        SQLITE,
        POSTGRESQL
    }

    @Option(names = "--database", description = "one or more of ${COMPLETION-CANDIDATES}", split = ",")
    private List<ConsumerProduct> products = List.of(ConsumerProduct.SQLITE, ConsumerProduct.POSTGRESQL);

    @Option(names = "--persons", description = "how many")
    private int persons = 1_000_000;

    @Option(names = "--compared", description = "how many of the first are also inserted by hand")
    private int compared = 120_000;

    @Option(names = "--load-rounds", description = "in how many rounds, beside one to warm up")
    private int loadRounds = 5;

    @Option(names = "--batch", description = "how many to a transaction")
    private int batch = 1000;

    @Option(names = "--buyers", description = "how many of the first buy something, and are scored")
    private int buyers = 1_000_000;

    @Option(names = "--finds", description = "how many are found by e-mail")
    private int finds = 20_000;

    @Option(names = "--rounds", description = "how often the finds are repeated; the last round counts")
    private int rounds = 2;

    @Option(names = "--folder", description = "where the databases lie while it runs")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    private final List<Id<Person>> ids = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        say("%s", MachineDescription.description());
        for (ConsumerProduct product : products) {
            if (product == ConsumerProduct.SQLITE) {
                try (BenchmarkDatabase database = SqliteDatabase.below(folder)) {
                    run(database);
                }
            } else {
                try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder);
                        PostgresDatabase database = new PostgresDatabase(server.port())) {
                    run(database);
                }
            }
        }
        return 0;
    }

    private void run(BenchmarkDatabase database) throws SQLException {
        say("### %s%n", database.product());
        database.renew(LIBRARY);
        ids.clear();
        try (Storage storage = database.open(LIBRARY)) {
            CrmSession session =
                    Crm.on(storage).types(B2c.types()).build().session(TenantId.of("acme"), Actor.user("alice"));
            int first = compare(database, session);
            int others = persons - first;
            say(
                    "load, the other %,d: %s",
                    others, WorkTime.of(() -> load(session, first, persons)).rate(others));
            settle(database);
            IntStream.range(0, rounds).forEach(round -> find(session, round == rounds - 1));
            compute(session, database);
            score(session);
        }
    }

    private void load(CrmSession session, int from, int to) {
        for (int i = from; i < to; i += batch) {
            B2c.in(session)
                    .persons()
                    .addAll(IntStream.range(i, Math.min(to, i + batch))
                            .mapToObj(ConsumerGenerator::person)
                            .toList())
                    .forEach(person -> ids.add(person.id()));
        }
    }

    private int compare(BenchmarkDatabase database, CrmSession session) throws SQLException {
        database.renew(RIVAL);
        try (Storage storage = database.open(RIVAL)) {
            Crm.on(storage).types(B2c.types()).build();
        }
        int perRound = Math.min(compared, persons) / (loadRounds + 1);
        LoadComparison comparison = new LoadComparison(session.tenant().value(), (from, to) -> load(session, from, to));
        int loaded = comparison.run(database, LIBRARY, RIVAL, loadRounds, perRound, batch);
        say("load, %d rounds of %,d after one to warm up: %s", loadRounds, perRound, comparison.report());
        return loaded;
    }

    private static void settle(BenchmarkDatabase database) throws SQLException {
        try (Connection connection = database.connect(LIBRARY)) {
            database.settle(connection);
        }
    }

    private void find(CrmSession session, boolean counts) {
        SplittableRandom random = new SplittableRandom(11);
        long[] nanos = new long[finds];
        for (int i = 0; i < finds; i++) {
            int number = random.nextInt(persons);
            long start = System.nanoTime();
            List<Person> found = B2c.in(session)
                    .persons()
                    .findByContactPoint(ContactPoint.email(ConsumerGenerator.email(number)))
                    .page(10)
                    .items();
            nanos[i] = System.nanoTime() - start;
            if (found.size() != 1) {
                throw new IllegalStateException("found " + found.size() + " persons by one e-mail address");
            }
        }
        Arrays.sort(nanos);
        if (counts && finds > 0) {
            say(
                    "find by e-mail among %,d: p50 %.3f ms, p99 %.3f ms",
                    persons, nanos[finds / 2] / 1e6, nanos[finds * 99 / 100] / 1e6);
        }
    }

    private void compute(CrmSession session, BenchmarkDatabase database) throws SQLException {
        ScoreWriter writer = new ScoreWriter(ids);
        try (Connection connection = database.connect(LIBRARY)) {
            PlainDialect dialect = database.dialect(connection, "crm_change");
            boolean arrays = database instanceof PostgresDatabase;
            long changes = countChanges(connection);
            for (int round = 0; round < rounds; round++) {
                say(
                        "one computed field: %s",
                        WorkTime.of(() -> writer.storeSpend(session)).rate(persons));
                WorkTime library = WorkTime.of(() -> writer.storeScores(session));
                WorkTime rival = WorkTime.of(() -> writer.updateByHand(connection, dialect, arrays));
                say(
                        "computed scores, nine fields: %s; two of them updated by hand: %s; share %.2f",
                        library.rate(persons), rival.rate(persons), rival.elapsedSeconds() / library.elapsedSeconds());
            }
            say("changes recorded meanwhile: %,d", countChanges(connection) - changes);
        }
    }

    private static long countChanges(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from crm_change")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void score(CrmSession session) throws SQLException {
        int buying = Math.min(buyers, persons);
        if (buying == 0) {
            return;
        }
        B2c b2c = B2c.in(session);
        long[] recorded = new long[1];
        WorkTime time = WorkTime.of(() -> {
            for (int i = 0; i < buying; i += batch) {
                List<Purchase> purchases = new ArrayList<>();
                for (int number = i; number < Math.min(buying, i + batch); number++) {
                    Person person = b2c.persons()
                            .findBySource("shop", Integer.toString(number))
                            .orElseThrow();
                    purchases.addAll(ConsumerGenerator.purchases(number, person));
                }
                recorded[0] += purchases.size();
                b2c.purchases().record(purchases);
            }
        });
        say("%,d purchases recorded, persons looked up one by one: %s", recorded[0], time.rate(recorded[0]));
        Calibration[] fitted = new Calibration[1];
        WorkTime fit = WorkTime.of(() -> fitted[0] = b2c.scoring().fit(BgNbd.weekly()));
        say("BG/NBD and Gamma-Gamma fitted in %.1f s", fit.elapsedSeconds());
        for (int round = 0; round < rounds; round++) {
            WorkTime run = WorkTime.of(() -> b2c.scoring()
                    .score(fitted[0], Valuation.over(Horizon.months(12)).asOf(TODAY)));
            say("%,d persons scored and stored: %s", buying, run.rate(buying));
        }
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
