package dev.clientele.core.experiment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** An adjustment of the p-values of several outcomes or arms tested at once. */
public enum PValueAdjustment {
    /**
     * Holm's step-down, which bounds the probability of any false positive: Holm (1979), A simple sequentially rejective
     * multiple test procedure, Scandinavian Journal of Statistics 6(2).
     */
    HOLM {
        @Override
        void adjust(double[] ascending) {
            int n = ascending.length;
            double highest = 0;
            for (int i = 0; i < n; i++) {
                highest = Math.max(highest, Math.min(1, (n - i) * ascending[i]));
                ascending[i] = highest;
            }
        }
    },
    /**
     * Benjamini and Hochberg's step-up, which bounds the expected share of false positives among the positives: Benjamini and
     * Hochberg (1995), Controlling the false discovery rate, JRSS B 57(1), equation 1.
     */
    BENJAMINI_HOCHBERG {
        @Override
        void adjust(double[] ascending) {
            int n = ascending.length;
            double lowest = 1;
            for (int i = n - 1; i >= 0; i--) {
                lowest = Math.min(lowest, (double) n / (i + 1) * ascending[i]);
                ascending[i] = lowest;
            }
        }
    };

    /**
     * Returns the adjusted p-values in the order given; to compare with the level wanted.
     *
     * @throws IllegalArgumentException if one isn't from 0 to 1
     */
    public List<Double> adjust(List<Double> pValues) {
        int n = pValues.size();
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("p-value must be from 0 to 1, was " + p);
            }
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(pValues::get));
        double[] ascending = new double[n];
        Arrays.setAll(ascending, i -> pValues.get(order[i]));
        adjust(ascending);
        Double[] adjusted = new Double[n];
        for (int i = 0; i < n; i++) {
            adjusted[order[i]] = ascending[i];
        }
        return List.of(adjusted);
    }

    abstract void adjust(double[] ascending);
}
