package dev.clientele.examples.cli.clv;

import static dev.clientele.examples.cli.text.TextFormat.format;

import dev.clientele.b2c.analytics.CalendarGrid;
import dev.clientele.b2c.analytics.CalendarUnit;
import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.analytics.cohort.Cohort;
import dev.clientele.b2c.analytics.cohort.CohortTable;
import dev.clientele.b2c.analytics.funnel.FunnelStep;
import dev.clientele.b2c.analytics.funnel.RepeatFunnel;
import dev.clientele.examples.cli.picture.BarChart;
import dev.clientele.examples.cli.picture.Chart;
import dev.clientele.examples.cli.picture.Colours;
import dev.clientele.examples.cli.picture.DataTable;
import dev.clientele.examples.cli.picture.HeatMap;
import dev.clientele.examples.cli.picture.Legend;
import dev.clientele.examples.cli.text.TextFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What the customers did, without any model: the funnel and the cohorts. */
final class CustomerBaseCharts {

    private static final int STEPS = 7;
    private static final int MAX_AGES = 12;
    private static final int MAX_COHORTS = 14;
    private static final int MAX_WEEKS_BY_WEEK = 10;
    private static final int MAX_MONTHS_BY_MONTH = 48;

    private final PurchaseBook<String> book;
    private final LocalDate lastDay;

    CustomerBaseCharts(PurchaseBook<String> book, LocalDate lastDay) {
        this.book = book;
        this.lastDay = lastDay;
    }

    Chart funnel() {
        RepeatFunnel funnel = RepeatFunnel.of(book, STEPS);
        List<BarChart.Bar> bars = new ArrayList<>();
        DataTable numbers = DataTable.of("purchase", "customers", "of those before", "of all", "median days since");
        for (FunnelStep step : funnel.steps()) {
            String median = step.gap().map(gap -> format("%.0f", gap.median())).orElse("");
            bars.add(new BarChart.Bar(
                    ordinal(step.purchase()),
                    step.customers(),
                    format("%,d", step.customers()),
                    step.purchase() == 1
                            ? ""
                            : format(
                                    "%.0f %% of those before, half of them within %s days",
                                    100 * step.conversion(), median)));
            numbers = numbers.with(List.of(
                    ordinal(step.purchase()),
                    format("%,d", step.customers()),
                    step.purchase() == 1 ? "" : format("%.1f %%", 100 * step.conversion()),
                    format("%.1f %%", 100 * step.ofAll()),
                    median));
        }
        String finding = funnel.steps().size() < 2
                ? "Nobody has bought a second time yet."
                : format(
                        "%.0f %% of all customers bought a second time.",
                        100 * funnel.steps().get(1).conversion());
        return new Chart(
                "funnel",
                "Who comes back",
                finding,
                Legend.of(new Legend.LegendKey(Colours.PLAIN, "customers who made the purchase, until " + lastDay)),
                new BarChart("Bars of how many customers made a first, second and further purchase", "customers", bars),
                "Each bar counts the customers who got as far as this purchase; below it, the share of those of the bar"
                        + " above, and how long after that purchase half of them came. Recent customers had less time.",
                numbers);
    }

    static String ordinal(int number) {
        return switch (number) {
            case 1 -> "1st";
            case 2 -> "2nd";
            case 3 -> "3rd";
            default -> number + "th";
        };
    }

    Chart cohorts() {
        LocalDate first = book.buyers().stream()
                .map(buyer -> buyer.first())
                .min(LocalDate::compareTo)
                .orElse(lastDay);
        CalendarUnit unit = unit(first);
        String word = TextFormat.optionWord(unit);
        CohortTable table = CohortTable.of(book, CalendarGrid.of(unit), lastDay);
        List<Cohort> some = table.cohorts().stream()
                .filter(cohort -> cohort.customers() > 0 && reached(cohort) > 0)
                .toList();
        List<Cohort> cohorts = some.subList(Math.max(0, some.size() - MAX_COHORTS), some.size());
        int ages = Math.min(
                MAX_AGES,
                cohorts.stream().mapToInt(CustomerBaseCharts::reached).max().orElse(0));
        List<List<OptionalDouble>> values = new ArrayList<>();
        DataTable numbers = new DataTable(heads(word, ages), List.of());
        for (Cohort cohort : cohorts) {
            List<OptionalDouble> row = new ArrayList<>();
            List<String> cells = new ArrayList<>(List.of(cohort.label(), format("%,d", cohort.customers())));
            for (int age = 1; age <= ages; age++) {
                boolean there =
                        age < cohort.cells().size() && cohort.cells().get(age).complete();
                double share = there ? cohort.cells().get(age).retention() : 0;
                row.add(there ? OptionalDouble.of(share) : OptionalDouble.empty());
                cells.add(there ? format("%.1f %%", 100 * share) : "");
            }
            values.add(row);
            numbers = numbers.with(cells);
        }
        double highest = values.stream()
                .flatMap(List::stream)
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(0);
        OptionalDouble next = table.retention(1);
        return new Chart(
                "cohorts",
                "How cohorts come back",
                next.isPresent()
                        ? format("On average %.0f %% buy in the %s after their first.", 100 * next.getAsDouble(), word)
                        : "No cohort has a whole " + word + " behind it yet.",
                Legend.shades("0 %", format("%.0f %%", 100 * highest), "share of the cohort who bought"),
                new HeatMap(
                        "Shares of each cohort who bought in the " + word + "s after their first purchase",
                        word + "s since the first purchase",
                        "first bought",
                        IntStream.rangeClosed(1, ages)
                                .mapToObj(Integer::toString)
                                .toList(),
                        cohorts.stream().map(Cohort::label).toList(),
                        values,
                        highest,
                        share -> format("%.0f", 100 * share),
                        share -> format("%.1f %%", 100 * share)),
                "Each row holds those who first bought in that " + word + "; each square is the percentage of them who"
                        + " bought in a later " + word
                        + ". Dark diagonals are seasons, rows that get darker from top to"
                        + " bottom mean better customers. A " + word + " that is not over is left out.",
                numbers);
    }

    /** The highest age that a cohort has reached in full. */
    private static int reached(Cohort cohort) {
        return (int) cohort.cells().stream().filter(cell -> cell.complete()).count() - 1;
    }

    private static List<String> heads(String word, int ages) {
        List<String> heads = new ArrayList<>(List.of("cohort", "customers"));
        for (int age = 1; age <= ages; age++) {
            heads.add(word + " " + age);
        }
        return heads;
    }

    private CalendarUnit unit(LocalDate first) {
        long days = lastDay.toEpochDay() - first.toEpochDay();
        if (days < MAX_WEEKS_BY_WEEK * 7L) {
            return CalendarUnit.WEEK;
        }
        return days < MAX_MONTHS_BY_MONTH * 30L ? CalendarUnit.MONTH : CalendarUnit.QUARTER;
    }
}
