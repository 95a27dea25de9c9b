package dev.clientele.examples.benchmarks.scoring;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseHistoryBuilder;
import dev.clientele.b2c.scoring.data.CustomerHistogram;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.fit.FittedModel;
import java.io.PrintWriter;
import java.time.LocalDate;
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
 * Reads purchases person by person, as the library reads its stored ledgers: each history is built, summed up, counted in a
 * histogram and let go; then a model is fitted. Run it with {@code -Xmx256m}.
 */
@Command(
        name = "scoring-stream",
        description = "Summaries and a fit of purchases that don't fit into memory.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class StreamCommand implements Callable<Integer> {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    @Option(names = "--purchases", description = "how many purchases")
    private long purchases = 10_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Stopwatch.heading(out);
        new Stopwatch(out, 1)
                .time(String.format(Locale.ROOT, "%,d purchases streamed, BG/NBD fitted", purchases), 0, this::stream);
        out.println("heap of at most " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
        return 0;
    }

    private String stream() {
        SplittableRandom random = new SplittableRandom(7);
        CustomerHistogram cells = new CustomerHistogram();
        long seen = 0;
        while (seen < purchases) {
            PurchaseHistory history = history(random);
            seen += history.days();
            history.summary(END, CountingRule.standard()).ifPresent(cells::add);
        }
        FittedModel fitted = BgNbd.weekly().fit(cells.asOf(END, TimeStep.WEEK));
        return String.format(
                Locale.ROOT,
                "%,d customers in %,d cells, r = %.4f",
                cells.customers(),
                cells.size(),
                fitted.parameters().get("r"));
    }

    private static PurchaseHistory history(SplittableRandom random) {
        PurchaseHistoryBuilder builder = PurchaseHistory.builder(CurrencyUnit.EUR);
        double rate = RandomDraws.gamma(random, 1.5) / 25;
        double x = RandomDraws.gamma(random, 1);
        double leaves = x / (x + RandomDraws.gamma(random, 14));
        double day = random.nextInt(180);
        while (day <= 545) {
            builder.addPurchase(
                    START.plusDays((long) day), Money.ofMinor(CurrencyUnit.EUR, 500 + random.nextInt(9000)));
            day = random.nextDouble() < leaves ? Double.MAX_VALUE : day + 1 + RandomDraws.wait(random, rate);
        }
        return builder.build();
    }
}
