package dev.clientele.examples.cli.tables;

import static dev.clientele.examples.cli.text.TextFormat.format;
import static dev.clientele.examples.cli.text.TextFormat.percent;

import dev.clientele.b2c.analytics.DayQuartiles;
import dev.clientele.b2c.analytics.funnel.FunnelStep;
import dev.clientele.b2c.analytics.funnel.RepeatFunnel;
import dev.clientele.b2c.analytics.funnel.TimeToPurchase;
import dev.clientele.examples.cli.purchases.RowCounts;
import dev.clientele.examples.cli.text.TextTable;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code funnel}: how many customers come back, and after how long. */
@Command(
        name = "funnel",
        header = "Tells how many customers buy a second, third, fourth time.",
        description =
                "Counts who reaches each further purchase and the days between purchases, and estimates how long it"
                        + " takes to get there, those who may still come not counted out (Kaplan and Meier).",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false)
@SuppressWarnings("NullAway.Init") // what is required or has a default is there once the arguments are parsed
public final class FunnelCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PurchaseBookOptions options;

    @Option(
            names = "--steps",
            paramLabel = "NUMBER",
            defaultValue = "6",
            order = 20,
            description = "up to which purchase; else ${DEFAULT-VALUE}")
    private int steps;

    @Option(
            names = "--days",
            paramLabel = "NUMBER",
            split = ",",
            defaultValue = "30,60,90,180,365",
            order = 21,
            description = "within how many days of the first purchase to tell who got there; else ${DEFAULT-VALUE}")
    private int[] days;

    /** What was found. */
    record FunnelResult(
            LocalDate lastDay,
            long customers,
            List<PurchaseStep> steps,
            List<PurchaseTime> timeToPurchase,
            RowCounts data) {}

    /** A purchase, of those who made it. */
    record PurchaseStep(
            int purchase,
            long customers,
            double conversion,
            double ofAll,
            @Nullable Double medianGapDays,
            @Nullable Double lowerQuartileGapDays,
            @Nullable Double upperQuartileGapDays) {

        static PurchaseStep of(FunnelStep step) {
            DayQuartiles gap = step.gap().orElse(null);
            return new PurchaseStep(
                    step.purchase(),
                    step.customers(),
                    step.conversion(),
                    step.ofAll(),
                    gap == null ? null : gap.median(),
                    gap == null ? null : gap.lowerQuartile(),
                    gap == null ? null : gap.upperQuartile());
        }
    }

    /**
     * How long a purchase takes, from the first.
     *
     * @param medianDays until half of all have made it; null if they don't
     */
    record PurchaseTime(int purchase, @Nullable Integer medianDays, List<ShareWithinDays> within) {

        static PurchaseTime of(TimeToPurchase time, int[] days) {
            OptionalInt median = time.daysUntil(0.5);
            return new PurchaseTime(
                    time.purchase(),
                    median.isPresent() ? median.getAsInt() : null,
                    Arrays.stream(days)
                            .mapToObj(day -> new ShareWithinDays(day, time.shareWithin(day)))
                            .toList());
        }
    }

    /** The share of customers who get there within some days. */
    record ShareWithinDays(int days, double share) {}

    @Override
    public Integer call() {
        PurchaseBookOptions.require(spec, "--steps", steps >= 1 && steps <= 1000, "from 1 to 1000", steps);
        int[] sorted = IntStream.of(days).sorted().distinct().toArray();
        PurchaseBookOptions.require(
                spec, "--days", sorted.length > 0 && sorted[0] >= 0, "0 or more", Arrays.toString(sorted));
        PurchaseBookOptions.LoadedBook loaded = options.loadWithoutAmounts(spec);
        RepeatFunnel funnel = RepeatFunnel.of(loaded.book(), steps);
        List<PurchaseTime> times = IntStream.rangeClosed(2, funnel.steps().size())
                .mapToObj(n -> PurchaseTime.of(TimeToPurchase.of(loaded.book(), n, loaded.lastDay()), sorted))
                .toList();
        FunnelResult result = new FunnelResult(
                loaded.lastDay(),
                funnel.customers(),
                funnel.steps().stream().map(PurchaseStep::of).toList(),
                times,
                loaded.rows());
        return options.write(spec, result, out -> write(result, sorted, out));
    }

    private static void write(FunnelResult result, int[] days, PrintWriter out) {
        out.println(format("%,d customers until %s.", result.customers(), result.lastDay()));
        out.println();
        TextTable table = new TextTable("purchase", "customers", "conversion", "of all", "median gap", "half of gaps");
        for (PurchaseStep step : result.steps()) {
            Double median = step.medianGapDays();
            table.addRow(
                    Integer.toString(step.purchase()),
                    format("%,d", step.customers()),
                    step.purchase() == 1 ? "" : percent(step.conversion()),
                    percent(step.ofAll()),
                    median == null ? "" : format("%.1f days", median),
                    median == null
                            ? ""
                            : format("%.0f to %.0f", step.lowerQuartileGapDays(), step.upperQuartileGapDays()));
        }
        table.write(out);
        if (!result.timeToPurchase().isEmpty()) {
            out.println();
            out.println("Share of customers who get there within so many days of their first purchase, and the days in"
                    + " which half do:");
            List<String> heads = new ArrayList<>(List.of("purchase"));
            Arrays.stream(days).forEach(day -> heads.add(day + " days"));
            heads.add("half");
            TextTable times = new TextTable(heads.toArray(String[]::new));
            for (PurchaseTime time : result.timeToPurchase()) {
                List<String> cells = new ArrayList<>(List.of(Integer.toString(time.purchase())));
                time.within().forEach(within -> cells.add(percent(within.share())));
                cells.add(
                        time.medianDays() == null ? "never" : time.medianDays().toString());
                times.addRow(cells);
            }
            times.write(out);
        }
        out.println();
        result.data().write(out);
    }
}
