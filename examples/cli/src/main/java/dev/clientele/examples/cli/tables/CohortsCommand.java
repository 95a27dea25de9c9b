package dev.clientele.examples.cli.tables;

import static dev.clientele.examples.cli.text.TextFormat.format;

import dev.clientele.b2c.analytics.CalendarGrid;
import dev.clientele.b2c.analytics.CalendarUnit;
import dev.clientele.b2c.analytics.cohort.Cohort;
import dev.clientele.b2c.analytics.cohort.CohortCell;
import dev.clientele.b2c.analytics.cohort.CohortTable;
import dev.clientele.examples.cli.purchases.RowCounts;
import dev.clientele.examples.cli.text.EnumConverter;
import dev.clientele.examples.cli.text.TextFormat;
import dev.clientele.examples.cli.text.TextTable;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cohorts}: what customers do in the months after they first came. */
@Command(
        name = "cohorts",
        header = "Tells what customers do in the months after they first bought.",
        description = {
            "Puts customers together by the month (or week, quarter, year) of their first purchase and counts for each"
                    + " later month how many bought, how often and for how much.",
            "A month that the data don't cover to its last day is marked by an asterisk."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false)
@SuppressWarnings("NullAway.Init") // what is required or has a default is there once the arguments are parsed
public final class CohortsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PurchaseBookOptions options;

    @Option(
            names = "--by",
            paramLabel = "UNIT",
            defaultValue = "month",
            order = 20,
            converter = CalendarUnitConverter.class,
            description = "week, month, quarter or year; else ${DEFAULT-VALUE}")
    private CalendarUnit unit;

    @Option(
            names = "--show",
            paramLabel = "WHAT",
            defaultValue = "retention",
            order = 21,
            converter = CohortMeasureConverter.class,
            description = "what the table shows: retention, customers, purchases or spend; the JSON has them all; else"
                    + " ${DEFAULT-VALUE}")
    private CohortMeasure figure;

    /** What a table can show. */
    enum CohortMeasure {
        RETENTION,
        CUSTOMERS,
        PURCHASES,
        SPEND
    }

    private static final class CalendarUnitConverter extends EnumConverter<CalendarUnit> {
        CalendarUnitConverter() {
            super(CalendarUnit.class);
        }
    }

    private static final class CohortMeasureConverter extends EnumConverter<CohortMeasure> {
        CohortMeasureConverter() {
            super(CohortMeasure.class);
        }
    }

    /** What was found. */
    record CohortsResult(
            String by,
            LocalDate lastDay,
            String currency,
            List<CohortRow> cohorts,
            List<@Nullable Double> retention,
            RowCounts data) {}

    /** A cohort. */
    record CohortRow(String cohort, long customers, BigDecimal spend, List<CohortPeriod> cells) {

        static CohortRow of(Cohort cohort) {
            return new CohortRow(
                    cohort.label(),
                    cohort.customers(),
                    cohort.spend().getAmount(),
                    (cohort.cells().size() > CohortTable.MOST_PERIODS_WITH_GAPS ? cohort.occupied() : cohort.cells())
                            .stream().map(CohortPeriod::of).toList());
        }
    }

    /** A cohort in one period. */
    record CohortPeriod(int age, long customers, double retention, long purchases, BigDecimal spend, boolean complete) {

        static CohortPeriod of(CohortCell cell) {
            return new CohortPeriod(
                    cell.age(),
                    cell.customers(),
                    cell.retention(),
                    cell.purchases(),
                    cell.spend().getAmount(),
                    cell.complete());
        }

        String show(CohortMeasure figure) {
            String text = switch (figure) {
                case RETENTION -> format("%.1f", 100 * retention);
                case CUSTOMERS -> format("%,d", customers);
                case PURCHASES -> format("%,d", purchases);
                case SPEND -> format("%,.0f", spend);
            };
            return text + (complete ? "" : "*");
        }
    }

    @Override
    public Integer call() {
        PurchaseBookOptions.LoadedBook loaded = options.load(spec);
        CohortTable table = CohortTable.of(loaded.book(), CalendarGrid.of(unit), loaded.lastDay());
        List<@Nullable Double> retention = new ArrayList<>();
        for (int age = 0; age < table.ages(); age++) {
            OptionalDouble share = table.retention(age);
            retention.add(share.isPresent() ? share.getAsDouble() : null);
        }
        CohortsResult result = new CohortsResult(
                TextFormat.optionWord(unit),
                loaded.lastDay(),
                loaded.book().currency().getCode(),
                table.cohorts().stream().map(CohortRow::of).toList(),
                retention,
                loaded.rows());
        return options.write(spec, result, out -> write(result, out));
    }

    private void write(CohortsResult result, PrintWriter out) {
        out.println(format(
                "%s by %s of the first purchase, until %s; columns count %ss since then.",
                switch (figure) {
                    case RETENTION -> "Percent of each cohort who bought,";
                    case CUSTOMERS -> "Customers who bought,";
                    case PURCHASES -> "Purchases,";
                    case SPEND -> "Spend in " + result.currency() + ",";
                },
                result.by(),
                result.lastDay(),
                result.by()));
        out.println();
        List<String> heads = new ArrayList<>(List.of("cohort", "customers"));
        List<Integer> ages = ages(result);
        ages.forEach(age -> heads.add(Integer.toString(age)));
        TextTable table = new TextTable(heads.toArray(String[]::new));
        long customers = 0;
        for (CohortRow row : result.cohorts()) {
            List<String> cells = new ArrayList<>(List.of(row.cohort(), format("%,d", row.customers())));
            Map<Integer, CohortPeriod> byAge = new HashMap<>();
            row.cells().forEach(cell -> byAge.put(cell.age(), cell));
            for (int age : ages) {
                CohortPeriod cell = byAge.get(age);
                cells.add(cell == null ? "" : cell.show(figure));
            }
            table.addRow(cells);
            customers += row.customers();
        }
        if (figure == CohortMeasure.RETENTION) {
            List<String> all = new ArrayList<>(List.of("all", format("%,d", customers)));
            for (int age : ages) {
                Double share = result.retention().get(age);
                all.add(share == null ? "" : format("%.1f", 100 * share));
            }
            table.addRow(all);
        }
        table.write(out);
        out.println();
        result.data().write(out);
    }

    /** Returns the columns: all ages, or of too many those at which somebody bought. */
    private static List<Integer> ages(CohortsResult result) {
        int all = result.retention().size();
        return all <= CohortTable.MOST_PERIODS_WITH_GAPS
                ? IntStream.range(0, all).boxed().toList()
                : result.cohorts().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(CohortPeriod::age)
                        .distinct()
                        .sorted()
                        .toList();
    }
}
