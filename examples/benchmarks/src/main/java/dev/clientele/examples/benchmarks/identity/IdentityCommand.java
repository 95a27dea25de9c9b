package dev.clientele.examples.benchmarks.identity;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.identity.Identified;
import dev.clientele.b2c.identity.Identity;
import dev.clientele.b2c.identity.IdentityModel;
import dev.clientele.b2c.identity.IdentityOutcome;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.core.Crm;
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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Persons identified one by one among many, beside a hand-written look-up and insert by e-mail. */
@Command(
        name = "identity",
        description = "Persons identified one by one among many, beside a hand-written look-up and insert by e-mail.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class IdentityCommand implements Callable<Integer> {

    private static final String LIBRARY = "Clientele";
    private static final String RIVAL = "hand-written JDBC";

    /** The databases there are. */
    private enum IdentityProduct {
        SQLITE,
        POSTGRESQL
    }

    @Option(names = "--database", description = "one or more of ${COMPLETION-CANDIDATES}", split = ",")
    private List<IdentityProduct> products = List.of(IdentityProduct.SQLITE, IdentityProduct.POSTGRESQL);

    @Option(names = "--persons", description = "how many are known before")
    private int persons = 1_000_000;

    @Option(names = "--trained", description = "after how many of them the model is fitted")
    private int trained = 20_000;

    @Option(names = "--identified", description = "how many are identified, half of them known")
    private int identified = 20_000;

    @Option(names = "--batch", description = "how many to a call while they are loaded")
    private int batch = 500;

    @Option(names = "--folder", description = "where the databases lie while it runs")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    private final ShopperGenerator people = new ShopperGenerator(42);

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        say("%s", MachineDescription.description());
        for (IdentityProduct product : products) {
            if (product == IdentityProduct.SQLITE) {
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
        try (Storage storage = database.open(LIBRARY)) {
            load(open(storage));
        }
        try (Connection connection = database.connect(LIBRARY)) {
            database.settle(connection);
        }
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, identified)
                .map(i -> i % 2 == 0 ? trained / 5 + i / 2 * ((persons - trained / 5) / (identified / 2)) : persons + i)
                .boxed()
                .toList());
        Collections.shuffle(numbers, new Random(3));
        try (Storage storage = database.open(LIBRARY)) {
            Identity identity = open(storage);
            int cold = identified / 4;
            measure(identity, "just opened", numbers.subList(0, cold));
            measure(identity, "warm", numbers.subList(cold, identified));
        }
        database.renew(RIVAL);
        try (Storage storage = database.open(RIVAL)) {
            open(storage);
        }
        try (Connection connection = database.connect(RIVAL)) {
            HandWrittenLookup rival = new HandWrittenLookup(connection, database.dialect(connection, "crm_change"));
            rival.load(persons);
            say("%s: %s", RIVAL, Latencies.of(numbers, number -> rival.identify(ShopperGenerator.email(number))));
        }
    }

    private static Identity open(Storage storage) {
        return B2c.in(Crm.on(storage).types(B2c.types()).build().session(TenantId.of("acme"), Actor.user("alice")))
                .identity();
    }

    private void load(Identity identity) {
        long start = System.nanoTime();
        load(identity, 0, Math.min(trained, persons));
        identity.identifyAll(IntStream.range(0, Math.min(trained, persons) / 5)
                .mapToObj(people::elsewhere)
                .toList());
        IdentityModel model = identity.train(Identity.standardAttributes());
        identity.activate(model);
        long settled = identity.resettle();
        say("model fitted to %,d records, which were decided on again: %.1f s", settled, seconds(start));
        long middle = System.nanoTime();
        load(identity, Math.min(trained, persons), persons);
        say("loaded, the other %,d: %,.0f/s", persons - trained, (persons - trained) / seconds(middle));
    }

    private void load(Identity identity, int from, int to) {
        for (int i = from; i < to; i += batch) {
            identity.identifyAll(IntStream.range(i, Math.min(to, i + batch))
                    .mapToObj(people::shop)
                    .toList());
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void measure(Identity identity, String state, List<Integer> numbers) throws SQLException {
        Map<IdentityOutcome, Integer> outcomes = new EnumMap<>(IdentityOutcome.class);
        Latencies latencies = Latencies.of(numbers, number -> {
            SourceRecord record = people.elsewhere(number);
            Identified found = identity.identify(record);
            outcomes.merge(found.outcome(), 1, Integer::sum);
        });
        say("identify among %,d, %s: %s; %s", persons, state, latencies, outcomes);
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
