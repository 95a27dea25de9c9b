package dev.clientele.examples.cli.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers along an axis from 0.
 *
 * @param step between two
 * @param count how many, 0 not counted
 */
record AxisTicks(double step, int count) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final int MAX_TICKS = 5;

    /** Ticks that reach a value, at most five of them. */
    static AxisTicks upTo(double highest) {
        if (!(highest > 0)) {
            return new AxisTicks(1, 1);
        }
        double magnitude = Math.pow(10, Math.floor(Math.log10(highest)) - 1);
        while (true) {
            for (double round : ROUND) {
                double step = round * magnitude;
                int count = (int) Math.ceil(highest / step - 1e-9);
                if (count <= MAX_TICKS) {
                    return new AxisTicks(step, Math.max(1, count));
                }
            }
            magnitude *= 10;
        }
    }

    double top() {
        return step * count;
    }

    List<Double> values() {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            values.add(step * i);
        }
        return values;
    }

    /** A tick's number, with as many decimals as the step needs. */
    String label(double value) {
        int decimals = 0;
        double part = step;
        while (decimals < 6 && Math.abs(part - Math.rint(part)) > 1e-9 * part) {
            part *= 10;
            decimals++;
        }
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
