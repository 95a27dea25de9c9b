package dev.clientele.examples.cli.clv;

import static dev.clientele.examples.cli.text.TextFormat.format;

import dev.clientele.b2c.analytics.Buyer;
import dev.clientele.b2c.purchase.PurchaseDays;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import dev.clientele.examples.cli.picture.Chart;
import dev.clientele.examples.cli.picture.Colours;
import dev.clientele.examples.cli.picture.DataTable;
import dev.clientele.examples.cli.picture.Legend;
import dev.clientele.examples.cli.picture.LineChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Repeat purchases over time, those that happened and those that the model expects of customers about whom it knows only when
 * they came; of the customers who had come by the end of the calibration.
 */
final class TrackingCharts {

    private static final int DAYS_IN_WEEK = 7;
    private static final int MAX_POINTS = 110;

    private final LocalDate calibrationEnd;
    private final LocalDate lastDay;
    private final CustomerForecast fresh;
    private final TimeStep step;
    private final int stride;
    private final List<LocalDate> days = new ArrayList<>();
    private final List<Double> actual = new ArrayList<>();
    private final List<Double> expected = new ArrayList<>();

    TrackingCharts(ClvResult valued, LocalDate calibrationEnd) {
        this.calibrationEnd = calibrationEnd;
        this.lastDay = valued.lastDay();
        this.fresh = valued.purchases().model().forecastNewCustomer();
        this.step = valued.purchases().step();
        Map<LocalDate, Integer> births = new TreeMap<>();
        Map<LocalDate, Integer> repeats = new TreeMap<>();
        for (Buyer<String> buyer : valued.book().buyers()) {
            if (!buyer.first().isAfter(calibrationEnd)) {
                births.merge(buyer.first(), 1, Integer::sum);
                PurchaseDays bought = buyer.days();
                for (int i = 0; i < bought.size(); i++) {
                    int again = bought.purchases(i) - (bought.day(i).equals(buyer.first()) ? 1 : 0);
                    if (again > 0) {
                        repeats.merge(bought.day(i), again, Integer::sum);
                    }
                }
            }
        }
        LocalDate first = births.keySet().iterator().next();
        long length = lastDay.toEpochDay() - first.toEpochDay() + 1;
        this.stride = (int) (DAYS_IN_WEEK * Math.max(1, (length / DAYS_IN_WEEK + MAX_POINTS - 1) / MAX_POINTS));
        follow(first, (int) length, births, repeats);
    }

    private void follow(LocalDate first, int length, Map<LocalDate, Integer> births, Map<LocalDate, Integer> repeats) {
        double[] each = new double[length + 1];
        for (int age = 1; age <= length; age++) {
            each[age] = fresh.expectedTransactions(step.convert(age, TimeStep.DAY));
        }
        days.add(first);
        actual.add(0.0);
        expected.add(0.0);
        LocalDate before = first;
        double happened = repeats.getOrDefault(first, 0);
        for (LocalDate day = first.plusDays(stride); !day.isAfter(lastDay); day = day.plusDays(stride)) {
            for (LocalDate one = before.plusDays(1); !one.isAfter(day); one = one.plusDays(1)) {
                happened += repeats.getOrDefault(one, 0);
            }
            double sum = 0;
            for (Map.Entry<LocalDate, Integer> birth : births.entrySet()) {
                int age = (int) (day.toEpochDay() - birth.getKey().toEpochDay());
                sum += age > 0 ? birth.getValue() * each[age] : 0;
            }
            days.add(day);
            actual.add(happened);
            expected.add(sum);
            before = day;
        }
    }

    List<Chart> all() {
        if (days.size() < 3) {
            return List.of();
        }
        double last = actual.get(actual.size() - 1);
        double said = expected.get(expected.size() - 1);
        String every = stride == DAYS_IN_WEEK ? "week" : stride / DAYS_IN_WEEK + " weeks";
        return List.of(
                picture(
                        "tracking-cumulative",
                        "All repeat purchases so far, actual and expected",
                        format(
                                "Until %s there were %,.0f repeat purchases; the model expected %,.0f, %s.",
                                days.get(days.size() - 1), last, said, apart(last, said)),
                        "repeat purchases, cumulative",
                        days,
                        actual,
                        expected,
                        "Both lines add up the repeat purchases of all customers who had come by " + calibrationEnd
                                + "; right of the upright line the model has seen nothing. The closer the lines, the"
                                + " better."),
                picture(
                        "tracking-incremental",
                        "Repeat purchases per " + every + ", actual and expected",
                        "Peaks that the model doesn't know of are seasons and campaigns.",
                        "repeat purchases per " + every,
                        days.subList(1, days.size()),
                        differences(actual),
                        differences(expected),
                        "The same, " + every + " by " + every
                                + ". The model expects a smooth course: what stands out above"
                                + " or below it is worth an explanation."));
    }

    private static String apart(double happened, double said) {
        if (happened == 0) {
            return "which cannot be compared";
        }
        double share = 100 * (said / happened - 1);
        return format("%.1f %% %s", Math.abs(share), share >= 0 ? "more" : "fewer");
    }

    private static List<Double> differences(List<Double> sums) {
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < sums.size(); i++) {
            steps.add(sums.get(i) - sums.get(i - 1));
        }
        return steps;
    }

    private Chart picture(
            String id,
            String title,
            String finding,
            String up,
            List<LocalDate> at,
            List<Double> happened,
            List<Double> said,
            String reading) {
        DataTable numbers = DataTable.of("until", "actual", "expected by the model");
        for (int i = 0; i < at.size(); i++) {
            numbers = numbers.with(
                    List.of(at.get(i).toString(), format("%,.0f", happened.get(i)), format("%,.1f", said.get(i))));
        }
        boolean held = lastDay.isAfter(calibrationEnd);
        return new Chart(
                id,
                title,
                finding,
                Legend.of(
                        new Legend.LegendKey(Colours.ACTUAL, "actual"),
                        new Legend.LegendKey(Colours.MODEL, "expected by the model", true)),
                new LineChart(
                        title,
                        up,
                        at,
                        List.of(
                                new LineChart.Curve("actual", Colours.ACTUAL, false, happened),
                                new LineChart.Curve("expected", Colours.MODEL, true, said)),
                        held ? Optional.of(calibrationEnd) : Optional.empty()),
                reading,
                numbers);
    }
}
