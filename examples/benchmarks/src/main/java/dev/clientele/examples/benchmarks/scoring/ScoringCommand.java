package dev.clientele.examples.benchmarks.scoring;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.family.MbgCnbdK;
import dev.clientele.b2c.scoring.family.ParetoNbd;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.model.BatchScoring;
import dev.clientele.b2c.scoring.model.CustomerScores;
import dev.clientele.b2c.scoring.model.GammaGammaModel;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits and scores simulated customers held in columns. */
@Command(
        name = "scoring",
        description = "Repeat-purchase models fitted and customers scored.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class ScoringCommand implements Callable<Integer> {
    private static final GammaGammaModel SPEND = new GammaGammaModel(6.25, 3.74, 15.44);

    @Option(names = "--customers", description = "how many customers")
    private int customers = 1_000_000;

    @Option(names = "--rounds", description = "how many rounds count, after a first one that is shown apart")
    private int rounds = 5;

    @Option(names = "--growth", description = "how the cost grows from 10^5 to 10^7 customers, instead of the table")
    private boolean growth;

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Stopwatch.heading(out);
        Stopwatch watch = new Stopwatch(out, rounds);
        if (growth) {
            growth(watch, out);
        } else {
            table(watch);
        }
        return 0;
    }

    private void table(Stopwatch watch) {
        SimulatedCustomers days = new SimulatedCustomers(customers, true, 1);
        SimulatedCustomers any = new SimulatedCustomers(customers, false, 2);
        int tenth = customers / 10;
        SimulatedCustomers few = new SimulatedCustomers(tenth, true, 3);
        SimulatedCustomers fewOfAnyTime = new SimulatedCustomers(tenth, false, 4);
        String size = String.format(Locale.ROOT, "%,d", customers);
        watch.time("BG/NBD fit, " + size + " customers, whole days", 1.2, () -> fit(BgNbd.weekly(), days));
        watch.time("BG/NBD fit, " + size + " customers, all different", 0, () -> fit(BgNbd.weekly(), any));
        String smaller = String.format(Locale.ROOT, "%,d", tenth);
        watch.time("Pareto/NBD fit, " + smaller + ", whole days", 1.5, () -> fit(ParetoNbd.weekly(), few));
        watch.time("Pareto/NBD fit, " + smaller + ", all different", 1.5, () -> fit(ParetoNbd.weekly(), fewOfAnyTime));
        watch.time("Pareto/NBD fit, " + size + ", whole days", 10, () -> fit(ParetoNbd.weekly(), days));
        watch.time("Pareto/NBD fit, " + size + ", all different", 10, () -> fit(ParetoNbd.weekly(), any));
        watch.time("MBG/CNBD-k fit, " + size + ", whole days", 0, () -> fit(MbgCnbdK.weekly(), days));
        score(watch, size, days);
        refit(watch, size, days);
    }

    private void score(Stopwatch watch, String size, SimulatedCustomers of) {
        FittedModel bgNbd = BgNbd.weekly().fit(base(of));
        FittedModel pareto = ParetoNbd.weekly().fit(base(of));
        watch.time(
                "BG/NBD P(alive), expectation, spend of " + size,
                .25,
                () -> sum(BatchScoring.over(bgNbd.model(), 52)
                        .withSpend(SPEND, 1)
                        .score(of.repeats, of.recency, of.age, of.repeats, of.spend)));
        watch.time(
                "Pareto/NBD P(alive), expectation, spend of " + size,
                0,
                () -> sum(BatchScoring.over(pareto.model(), 52)
                        .withSpend(SPEND, 1)
                        .score(of.repeats, of.recency, of.age, of.repeats, of.spend)));
        watch.time(
                "BG/NBD discounted 12-month value of " + size,
                .9,
                () -> sum(BatchScoring.over(bgNbd.model(), 52)
                        .withDiscountRate(.0027)
                        .withSpend(SPEND, .4)
                        .score(of.repeats, of.recency, of.age, of.repeats, of.spend)));
    }

    /** As it is used: the first fit from raw summaries; a refit from the live histogram, brought up to date first. */
    private void refit(Stopwatch watch, String size, SimulatedCustomers of) {
        for (RepeatPurchaseFamily family : List.of(BgNbd.weekly(), ParetoNbd.weekly())) {
            LiveHistogram live = new LiveHistogram(of);
            String name = family.name();
            FittedModel before = family.fit(live.base());
            double first = watch.time(name + " first fit of " + size + " raw summaries", 0, () -> fit(family, of));
            watch.time(
                    name + " refit after 1 % new customers",
                    first / 4,
                    () -> say(family.refit(live.changed(), before)));
        }
    }

    private void growth(Stopwatch watch, PrintWriter out) {
        double[] log = new double[3];
        double[] cost = new double[3];
        double[] scoring = new double[3];
        for (int i = 0; i < 3; i++) {
            int size = (int) Math.pow(10, 5 + i);
            SimulatedCustomers any = new SimulatedCustomers(size, false, 5 + i);
            String text = String.format(Locale.ROOT, "%,d", size);
            log[i] = Math.log10(size);
            cost[i] = Math.log10(
                    watch.time("BG/NBD fit, " + text + ", all different", 0, () -> fit(BgNbd.weekly(), any)));
            FittedModel fitted = BgNbd.weekly().fit(base(any));
            scoring[i] = Math.log10(watch.time(
                    "BG/NBD scoring, " + text,
                    0,
                    () -> sum(BatchScoring.over(fitted.model(), 52).score(any.repeats, any.recency, any.age))));
        }
        out.println(String.format(
                Locale.ROOT,
                "%ncost grows with the number of customers to the power of %.3f (fit) and %.3f (scoring)",
                (cost[2] - cost[0]) / (log[2] - log[0]),
                (scoring[2] - scoring[0]) / (log[2] - log[0])));
    }

    private static CustomerBase base(SimulatedCustomers of) {
        return CustomerBase.of(TimeStep.WEEK, of.repeats, of.recency, of.age);
    }

    private static String fit(RepeatPurchaseFamily family, SimulatedCustomers of) {
        return say(family.fit(base(of)));
    }

    private static String say(FittedModel fitted) {
        return Arrays.toString(fitted.parameters().values().stream()
                        .map(value -> String.format(Locale.ROOT, "%.4f", value))
                        .toArray())
                + ", " + fitted.fit().iterations() + " evaluations";
    }

    private static String sum(CustomerScores scores) {
        double expected = 0;
        for (int i = 0; i < scores.size(); i++) {
            expected += scores.expectedTransactions(i);
        }
        return String.format(Locale.ROOT, "%.1f purchases expected", expected);
    }
}
