package dev.clientele.examples.cli.clv;

import static dev.clientele.examples.cli.text.TextFormat.format;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import dev.clientele.examples.cli.clv.ClvReport.CustomerValue;
import dev.clientele.examples.cli.picture.Chart;
import dev.clientele.examples.cli.picture.DataTable;
import dev.clientele.examples.cli.picture.HeatMap;
import dev.clientele.examples.cli.picture.Legend;
import dev.clientele.examples.cli.text.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** What the model says of customers by how often and how lately they bought. */
final class FrequencyRecencyCharts {

    private static final int SIDE = 8;
    private static final int[] FREQUENCIES = {
        1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200
    };

    private final ClvResult valued;
    private final ClvAnalysis plan;
    private final String unit;
    private final List<Integer> repeats;
    private final List<Integer> silence = new ArrayList<>();
    private final double age;

    FrequencyRecencyCharts(ClvResult valued, ClvAnalysis plan) {
        this.valued = valued;
        this.plan = plan;
        this.unit = TextFormat.optionWord(plan.step()) + "s";
        List<CustomerSummary> customers = valued.buyers().all().stream()
                .map(CalibrationCustomers.CalibrationCustomer::purchases)
                .toList();
        this.age = customers.stream().mapToDouble(CustomerSummary::age).max().orElse(0);
        int[] sorted =
                customers.stream().mapToInt(CustomerSummary::repeats).sorted().toArray();
        this.repeats = often(sorted[(int) (0.995 * (sorted.length - 1))]);
        double step = Math.max(1, Math.ceil(age / SIDE));
        for (int row = 0; row < SIDE && row * step < age; row++) {
            silence.add((int) (row * step));
        }
        if (silence.isEmpty()) {
            silence.add(0);
        }
    }

    /** At most so many columns, up to what nearly all customers have. */
    private static List<Integer> often(int most) {
        List<Integer> all = new ArrayList<>();
        for (int number : FREQUENCIES) {
            if (number <= Math.max(most, 4)) {
                all.add(number);
            }
        }
        List<Integer> some = new ArrayList<>();
        int columns = Math.min(SIDE, all.size());
        for (int i = 0; i < columns; i++) {
            some.add(all.get(columns == 1 ? 0 : (int) Math.round((double) i * (all.size() - 1) / (columns - 1))));
        }
        return some;
    }

    List<Chart> all() {
        double alive =
                valued.values().stream().mapToDouble(CustomerValue::pAlive).sum();
        double bought = valued.values().stream()
                .mapToDouble(CustomerValue::expectedTransactions)
                .sum();
        String horizon = Double.toString(plan.horizon()).replaceFirst("\\.0$", "") + " " + unit;
        String seen = "Each square is a customer first seen " + format("%.0f", age) + " " + unit
                + " ago: further right, one who bought again more often; further down, one who has been silent for longer. ";
        return List.of(
                matrix(
                        "p-alive",
                        "Who is still a customer",
                        format(
                                "%,.0f of %,d customers, %.0f %%, are expected to be still customers.",
                                alive,
                                valued.values().size(),
                                100 * alive / valued.values().size()),
                        "probability of being still a customer",
                        CustomerForecast::pAlive,
                        1,
                        value -> format("%.0f", 100 * value),
                        value -> format("%.1f %%", 100 * value),
                        "100 %",
                        seen + "The number is the probability, in percent, that such a customer will ever buy again; a"
                                + " silence alarms the sooner, the more often somebody used to buy."),
                matrix(
                        "frequency-recency",
                        "How much more they will buy",
                        format("%,.0f purchases are expected in the next %s.", bought, horizon),
                        "purchases expected in the next " + horizon,
                        outlook -> outlook.expectedTransactions(plan.horizon()),
                        Double.NaN,
                        FrequencyRecencyCharts::rounded,
                        value -> format("%.2f purchases", value),
                        "",
                        seen + "The number is how many purchases are expected of such a customer in the next " + horizon
                                + "."));
    }

    private static String rounded(double value) {
        return value >= 9.95 ? format("%.0f", value) : format("%.1f", value);
    }

    private Chart matrix(
            String id,
            String title,
            String finding,
            String what,
            ToDoubleFunction<CustomerForecast> figure,
            double most,
            DoubleFunction<String> written,
            DoubleFunction<String> told,
            String top,
            String reading) {
        FittedModel model = valued.purchases();
        List<List<OptionalDouble>> values = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of(unit + " silent"));
        repeats.forEach(number -> heads.add(number + (number == 1 ? " repeat" : " repeats")));
        DataTable numbers = new DataTable(heads, List.of());
        for (int silent : silence) {
            List<OptionalDouble> row = new ArrayList<>();
            List<String> cells = new ArrayList<>(List.of(Integer.toString(silent)));
            for (int number : repeats) {
                double value = figure.applyAsDouble(
                        model.forecast(CustomerSummary.of(number, Math.max(0, age - silent), age)));
                row.add(OptionalDouble.of(value));
                cells.add(told.apply(value));
            }
            values.add(row);
            numbers = numbers.with(cells);
        }
        double highest = most > 0
                ? most
                : values.stream()
                        .flatMap(List::stream)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .max()
                        .orElse(1);
        return new Chart(
                id,
                title,
                finding,
                Legend.shades(top.isEmpty() ? "0" : "0 %", top.isEmpty() ? rounded(highest) : top, what),
                new HeatMap(
                        title + ", by repeat purchases and " + unit + " since the last one",
                        "repeat purchases so far",
                        unit + " since the last purchase",
                        repeats.stream().map(number -> Integer.toString(number)).toList(),
                        silence.stream().map(silent -> Integer.toString(silent)).toList(),
                        values,
                        highest,
                        written,
                        told),
                reading,
                numbers);
    }
}
