package dev.clientele.examples.cli.tables;

import static dev.clientele.examples.cli.text.Words.format;

import dev.clientele.b2c.analytics.CalendarGrid;
import dev.clientele.b2c.analytics.CalendarUnit;
import dev.clientele.b2c.analytics.cohort.Cohort;
import dev.clientele.b2c.analytics.cohort.CohortCell;
import dev.clientele.b2c.analytics.cohort.CohortTable;
import dev.clientele.examples.cli.purchases.RowCounts;
import dev.clientele.examples.cli.text.TextTable;
import dev.clientele.examples.cli.text.ToChoice;
import dev.clientele.examples.cli.text.Words;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
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
    private BookOptions options;

    @Option(
            names = "--by",
            paramLabel = "UNIT",
            defaultValue = "month",
            order = 20,
            converter = ToUnit.class,
            description = "week, month, quarter or year; else ${DEFAULT-VALUE}")
    private CalendarUnit unit;

    @Option(
            names = "--show",
            paramLabel = "WHAT",
            defaultValue = "retention",
            order = 21,
            converter = ToFigure.class,
            description = "what the table shows: retention, customers, purchases or spend; the JSON has them all; else"
                    + " ${DEFAULT-VALUE}")
    private Figure figure;

    /** What a table can show. */
    enum Figure {
        RETENTION,
        CUSTOMERS,
        PURCHASES,
        SPEND
    }

    private static final class ToUnit extends ToChoice<CalendarUnit> {
        ToUnit() {
            super(CalendarUnit.class);
        }
    }

    private static final class ToFigure extends ToChoice<Figure> {
        ToFigure() {
            super(Figure.class);
        }
    }

    /** What was found. */
    record Result(
            String by,
            LocalDate lastDay,
            String currency,
            List<Row> cohorts,
            List<@Nullable Double> retention,
            RowCounts data) {}

    /** A cohort. */
    record Row(String cohort, long customers, BigDecimal spend, List<Cell> cells) {

        static Row of(Cohort cohort) {
            return new Row(
                    cohort.label(),
                    cohort.customers(),
                    cohort.spend().getAmount(),
                    cohort.cells().stream().map(Cell::of).toList());
        }
    }

    /** A cohort in one period. */
    record Cell(int age, long customers, double retention, long purchases, BigDecimal spend, boolean complete) {

        static Cell of(CohortCell cell) {
            return new Cell(
                    cell.age(),
                    cell.customers(),
                    cell.retention(),
                    cell.purchases(),
                    cell.spend().getAmount(),
                    cell.complete());
        }

        String show(Figure figure) {
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
        BookOptions.Loaded loaded = options.load(spec);
        CohortTable table = CohortTable.of(loaded.book(), CalendarGrid.of(unit), loaded.lastDay());
        List<@Nullable Double> retention = new ArrayList<>();
        for (int age = 0; age < table.ages(); age++) {
            OptionalDouble share = table.retention(age);
            retention.add(share.isPresent() ? share.getAsDouble() : null);
        }
        Result result = new Result(
                Words.of(unit),
                loaded.lastDay(),
                loaded.book().currency().getCode(),
                table.cohorts().stream().map(Row::of).toList(),
                retention,
                loaded.rows());
        return options.write(spec, result, out -> write(result, out));
    }

    private void write(Result result, PrintWriter out) {
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
        for (int age = 0; age < result.retention().size(); age++) {
            heads.add(Integer.toString(age));
        }
        TextTable table = new TextTable(heads.toArray(String[]::new));
        long customers = 0;
        for (Row row : result.cohorts()) {
            List<String> cells = new ArrayList<>(List.of(row.cohort(), format("%,d", row.customers())));
            row.cells().forEach(cell -> cells.add(cell.show(figure)));
            table.row(cells);
            customers += row.customers();
        }
        if (figure == Figure.RETENTION) {
            List<String> all = new ArrayList<>(List.of("all", format("%,d", customers)));
            result.retention().forEach(share -> all.add(share == null ? "" : format("%.1f", 100 * share)));
            table.row(all);
        }
        table.write(out);
        out.println();
        result.data().write(out);
    }
}
