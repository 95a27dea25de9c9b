package dev.clientele.examples.cli.clv;

import static dev.clientele.examples.cli.text.TextFormat.format;

import dev.clientele.examples.cli.clv.ClvReport.CustomerValue;
import dev.clientele.examples.cli.picture.BarChart;
import dev.clientele.examples.cli.picture.Chart;
import dev.clientele.examples.cli.picture.Colours;
import dev.clientele.examples.cli.picture.DataTable;
import dev.clientele.examples.cli.picture.Legend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How the expected value is spread over the customers; purchases stand for it where spend isn't modelled. */
final class ValueCharts {

    private static final int DECILES = 10;
    private static final int MAX_BANDS = 9;
    private static final double[] STEPS = {1, 2, 5};

    private final double[] values;
    private final String unit;
    private final String horizon;

    ValueCharts(ClvResult valued, String horizon) {
        boolean money = valued.spend() != null;
        this.values = valued.values().stream()
                .filter(value -> !money || value.clv() != null)
                .mapToDouble(value -> figure(value, money))
                .sorted()
                .toArray();
        this.unit = money ? valued.book().currency().getCode() : "purchases";
        this.horizon = horizon;
    }

    private static double figure(CustomerValue value, boolean money) {
        Double clv = value.clv();
        return money && clv != null ? clv : value.expectedTransactions();
    }

    /** What is expected of all, of those who can be valued. */
    static double total(List<CustomerValue> values) {
        double sum = 0;
        for (CustomerValue value : values) {
            Double clv = value.clv();
            sum += clv == null ? 0 : clv;
        }
        return sum;
    }

    List<Chart> all() {
        return values.length == 0 ? List.of() : List.of(spread(), tenths());
    }

    private Chart spread() {
        double[] edges = edges();
        List<BarChart.Bar> bars = new ArrayList<>();
        DataTable numbers = DataTable.of(unit + " from", "to below", "customers", "share");
        int from = 0;
        for (int i = 0; i + 1 < edges.length; i++) {
            double below = edges[i + 1];
            int to = from;
            while (to < values.length && values[to] < below) {
                to++;
            }
            int count = to - from;
            boolean last = i + 2 == edges.length;
            String name = i == 0
                    ? "below " + edge(below)
                    : last ? edge(edges[i]) + " or more" : edge(edges[i]) + "–" + edge(below);
            String share = format("%.1f %%", 100.0 * count / values.length);
            bars.add(new BarChart.Bar(name, count, format("%,d", count), ""));
            numbers = numbers.with(List.of(edge(edges[i]), last ? "" : edge(below), format("%,d", count), share));
            from = to;
        }
        double median = values[values.length / 2];
        double mean = Arrays.stream(values).average().orElse(0);
        return new Chart(
                "value-distribution",
                "How value is spread",
                format(
                        "Half of all customers are expected to bring less than %s %s in the next %s; the mean is %s.",
                        unit, amount(median), horizon, amount(mean)),
                Legend.of(new Legend.LegendKey(
                        Colours.PLAIN, "customers by expected value in the next " + horizon + ", in " + unit)),
                new BarChart("Bars of how many customers have an expected value within each band", "customers", bars),
                "Each bar counts the customers whose expected value lies within the band at its left, in " + unit
                        + "; bands grow wider downwards. A long tail at the bottom is normal: few customers bring much.",
                numbers);
    }

    /** Round edges from 0 up to beyond the 99th percentile, the last band open. */
    private double[] edges() {
        double high = Math.max(values[(int) (0.99 * (values.length - 1))], 1e-6);
        double magnitude = Math.pow(10, Math.ceil(Math.log10(high)));
        List<Double> down = new ArrayList<>();
        while (down.size() < MAX_BANDS - 1) {
            for (int i = STEPS.length - 1; i >= 0 && down.size() < MAX_BANDS - 1; i--) {
                double edge = STEPS[i] * magnitude;
                if (edge <= high) {
                    down.add(0, edge);
                }
            }
            magnitude /= 10;
        }
        while (down.size() > 2 && values[values.length / 20] >= down.get(1)) {
            down.remove(0);
        }
        down.add(0, 0.0);
        down.add(Double.POSITIVE_INFINITY);
        return down.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String edge(double edge) {
        return edge >= 1 || edge == 0
                ? format("%,.0f", edge)
                : format("%.3g", edge).replaceFirst("0+$", "");
    }

    private static String amount(double amount) {
        return amount >= 100 ? format("%,.0f", amount) : format("%.2f", amount);
    }

    private Chart tenths() {
        double total = Arrays.stream(values).sum();
        List<BarChart.Bar> bars = new ArrayList<>();
        DataTable numbers = DataTable.of("tenth", "customers", unit + " each", "share of all");
        double best = 0;
        for (int tenth = 1; tenth <= DECILES; tenth++) {
            // values ascend, tenths begin with the best; a tenth's first is the better of two that share a customer
            int from = values.length - (int) (((long) tenth * values.length + DECILES - 1) / DECILES);
            int to = values.length - (int) (((long) (tenth - 1) * values.length + DECILES - 1) / DECILES);
            double sum = Arrays.stream(values, from, to).sum();
            double share = total > 0 ? sum / total : 0;
            best = tenth == 1 ? share : best;
            String name =
                    tenth == 1 ? "best tenth" : tenth == DECILES ? "last tenth" : CustomerBaseCharts.ordinal(tenth);
            bars.add(new BarChart.Bar(name, sum, format("%.1f %%", 100 * share), ""));
            numbers = numbers.with(List.of(
                    name,
                    format("%,d", to - from),
                    to > from ? amount(sum / (to - from)) : "",
                    format("%.1f %%", 100 * share)));
        }
        return new Chart(
                "value-concentration",
                "Who holds the value",
                format("The best tenth of the customers holds %.0f %% of all that is expected.", 100 * best),
                Legend.of(new Legend.LegendKey(
                        Colours.PLAIN, "share of the expected value, tenth by tenth of the customers")),
                new BarChart(
                        "Bars of the share of value that each tenth of the customers holds", "share of value", bars),
                "Customers stand in order of expected value and are cut into ten equal groups, the best at the top; each bar"
                        + " is the group's share of the whole. If all were alike, every bar would be at 10 %.",
                numbers);
    }
}
