package dev.clientele.examples.benchmarks.consumer;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Page;
import dev.clientele.examples.benchmarks.race.MachineDescription;
import dev.clientele.examples.benchmarks.storage.BenchmarkDatabase;
import dev.clientele.examples.benchmarks.storage.EmbeddedPostgresServer;
import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Records the purchases of a guest who stands for many and of some persons, on PostgreSQL, and reads them page by page: to be run
 * with {@code -Xmx128m}.
 */
@Command(
        name = "purchase-pages",
        description = "Purchases recorded and read page by page, on PostgreSQL, with a heap of 128 MiB.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class PurchasePagesCommand implements Callable<Integer> {

    private static final String LIBRARY = "Clientele";
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

    @Option(names = "--purchases", description = "how many")
    private int purchases = 10_000_000;

    @Option(names = "--persons", description = "how many persons share them; the first is a guest with half of all")
    private int persons = 10_000;

    @Option(names = "--batch", description = "how many to a transaction")
    private int batch = 2000;

    @Option(names = "--page", description = "how many to a page")
    private int pageSize = 1000;

    @Option(names = "--rounds", description = "how often they are read")
    private int rounds = 1;

    @Option(names = "--folder", description = "where the database lies while it runs")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        say("%s", MachineDescription.description());
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder);
                BenchmarkDatabase database = new PostgresDatabase(server.port())) {
            database.renew(LIBRARY);
            try (Storage storage = database.open(LIBRARY)) {
                run(Crm.on(storage).types(B2c.types()).build().session(TenantId.of("acme"), Actor.user("alice")));
            }
        }
        return 0;
    }

    private void run(CrmSession session) throws SQLException {
        B2c b2c = B2c.in(session);
        List<Person> buyers = new ArrayList<>();
        for (int i = 0; i < persons; i += batch) {
            List<Person> drafts = new ArrayList<>();
            for (int number = i; number < Math.min(persons, i + batch); number++) {
                drafts.add(ConsumerGenerator.person(number));
            }
            buyers.addAll(b2c.persons().addAll(drafts));
        }
        b2c.purchases().share(buyers.get(0).id());
        WorkTime recorded = WorkTime.of(() -> record(b2c, buyers));
        say("%,d purchases recorded: %s", purchases, recorded.rate(purchases));
        for (int round = 0; round < rounds; round++) {
            read(b2c);
        }
        WorkTime guest = WorkTime.of(() -> b2c.purchases().ledger(buyers.get(0).id()));
        say("the guest's ledger computed from the log in %.1f s", guest.elapsedSeconds());
    }

    private void record(B2c b2c, List<Person> buyers) {
        SplittableRandom random = new SplittableRandom(3);
        List<Purchase> some = new ArrayList<>();
        for (int i = 0; i < purchases; i++) {
            Person buyer = buyers.get(i % 2 == 0 ? 0 : random.nextInt(buyers.size()));
            Money amount = Money.ofMinor(CurrencyUnit.GBP, 100 + random.nextInt(9_900));
            some.add(Purchase.of("shop", "o-" + i, buyer, amount, FIRST.plusSeconds(i * 19L)));
            if (some.size() == batch || i == purchases - 1) {
                b2c.purchases().record(some);
                some = new ArrayList<>();
            }
        }
    }

    private void read(B2c b2c) throws SQLException {
        long[] nanos = new long[purchases / pageSize + 1];
        int[] pages = new int[1];
        long[] seen = new long[1];
        WorkTime time = WorkTime.of(() -> {
            Page<Purchase> page = null;
            while (page == null || page.next().isPresent()) {
                long start = System.nanoTime();
                page = page == null
                        ? b2c.purchases().all().page(pageSize)
                        : b2c.purchases().all().page(pageSize, page.next().get());
                nanos[pages[0]++] = System.nanoTime() - start;
                seen[0] += page.items().size();
            }
        });
        if (seen[0] != purchases) {
            throw new IllegalStateException("read " + seen[0] + " purchases of " + purchases);
        }
        Arrays.sort(nanos, 0, pages[0]);
        say(
                "%,d read in pages of %,d: %s; a page p50 %.1f ms, p99 %.1f ms",
                purchases, pageSize, time.rate(purchases), nanos[pages[0] / 2] / 1e6, nanos[pages[0] * 99 / 100] / 1e6);
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
