package dev.clientele.examples.cli.clv;

import static dev.clientele.examples.cli.text.TextFormat.format;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.holdout.HoldOut;
import dev.clientele.b2c.scoring.holdout.HoldOutSplit;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import dev.clientele.examples.cli.picture.Chart;
import dev.clientele.examples.cli.picture.Colours;
import dev.clientele.examples.cli.picture.ColumnChart;
import dev.clientele.examples.cli.picture.DataTable;
import dev.clientele.examples.cli.picture.Legend;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How well the model describes what it saw and foretells what it did not. */
final class FitCharts {

    private static final int LAST_GROUP = 7;

    private final ClvResult valued;
    private final FittedModel model;
    private final LocalDate calibrationEnd;

    FitCharts(ClvResult valued, LocalDate calibrationEnd) {
        this.valued = valued;
        this.model = valued.purchases();
        this.calibrationEnd = calibrationEnd;
    }

    List<Chart> all() {
        return valued.lastDay().isAfter(calibrationEnd) ? List.of(calibration(), holdOut()) : List.of(calibration());
    }

    private Chart columns(
            String id,
            String title,
            String finding,
            String up,
            List<String> groups,
            List<Double> actual,
            List<Double> expected,
            String format,
            String reading) {
        DataTable numbers = DataTable.of("repeat purchases", "actual", "expected by the model");
        for (int i = 0; i < groups.size(); i++) {
            numbers = numbers.with(
                    List.of(groups.get(i), format(format, actual.get(i)), format(format, expected.get(i))));
        }
        return new Chart(
                id,
                title,
                finding,
                Legend.of(
                        new Legend.LegendKey(Colours.ACTUAL, "actual"),
                        new Legend.LegendKey(Colours.MODEL, "expected by the model")),
                new ColumnChart(
                        title,
                        "repeat purchases until " + calibrationEnd,
                        up,
                        groups,
                        List.of(
                                new ColumnChart.Series("actual", Colours.ACTUAL, actual),
                                new ColumnChart.Series("expected", Colours.MODEL, expected)),
                        value -> format(format, value)),
                reading,
                numbers);
    }

    private Chart calibration() {
        double[] actual = new double[LAST_GROUP + 1];
        Map<Double, Integer> ages = new TreeMap<>();
        for (CalibrationCustomers.CalibrationCustomer buyer : valued.buyers().all()) {
            CustomerSummary customer = buyer.purchases();
            actual[Math.min(customer.repeats(), LAST_GROUP)]++;
            ages.merge(customer.age(), 1, Integer::sum);
        }
        double[] expected = new double[LAST_GROUP + 1];
        CustomerForecast fresh = model.model().forecastNewCustomer();
        ages.forEach((age, count) -> {
            double rest = 1;
            for (int number = 0; number < LAST_GROUP; number++) {
                double share = fresh.probability(number, age);
                expected[number] += count * share;
                rest -= share;
            }
            expected[LAST_GROUP] += count * Math.max(0, rest);
        });
        double apart = 0;
        for (int i = 0; i <= LAST_GROUP; i++) {
            apart += Math.abs(actual[i] - expected[i]) / 2;
        }
        return columns(
                "calibration",
                "Does the model describe what it saw?",
                format(
                        "%.1f %% of the customers would have to change columns for model and data to agree.",
                        100 * apart / valued.buyers().all().size()),
                "customers",
                groups(),
                boxed(actual),
                boxed(expected),
                "%,.0f",
                "For each number of repeat purchases, how many customers made so many until " + calibrationEnd
                        + " and how many the model expects; the closer the two columns of a pair, the better.");
    }

    private Chart holdOut() {
        HoldOut holdOut = HoldOutSplit.of(
                        valued.book().histories().values(),
                        calibrationEnd,
                        valued.lastDay(),
                        valued.book().rule())
                .evaluate(model);
        List<String> groups = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        for (HoldOut.FrequencyGroup group : holdOut.groups()) {
            groups.add(group.repeats() + (group.repeats() == LAST_GROUP ? "+" : ""));
            actual.add(group.actual());
            expected.add(group.expected());
        }
        return columns(
                "hold-out",
                "Does the model foretell what it did not see?",
                format(
                        "In all, %,.0f purchases were expected from %s to %s and %,d happened.",
                        holdOut.expected(), calibrationEnd.plusDays(1), valued.lastDay(), holdOut.actual()),
                "purchases per customer after " + calibrationEnd,
                groups,
                actual,
                expected,
                "%.2f",
                "Customers stand by how often they had bought again before; the columns are how many purchases each made"
                        + " afterwards on average, and how many the model expected without having seen them.");
    }

    private static List<String> groups() {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i <= LAST_GROUP; i++) {
            groups.add(i + (i == LAST_GROUP ? "+" : ""));
        }
        return groups;
    }

    private static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }
}
