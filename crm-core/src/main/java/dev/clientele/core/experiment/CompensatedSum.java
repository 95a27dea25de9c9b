package dev.clientele.core.experiment;

import java.math.BigDecimal;

/**
 * A sum in twice the precision of a double, so that its order doesn't matter to a result rounded to double: Ogita, Rump and
 * Oishi (2005), Accurate sum and dot product, SIAM J. Sci. Comput. 26(6), algorithms 4.4 (Sum2) and 5.3 (Dot2).
 */
final class CompensatedSum {
    private double high;
    private double low;

    void add(double value) {
        double sum = high + value;
        double part = sum - high;
        low += (high - (sum - part)) + (value - part);
        high = sum;
    }

    void addProduct(double left, double right) {
        double product = left * right;
        add(product);
        low += Math.fma(left, right, -product);
    }

    void addAll(CompensatedSum other) {
        double otherLow = other.low;
        add(other.high);
        low += otherLow;
    }

    BigDecimal exact() {
        ExperimentDataException.requireFinite("a sum", high + low);
        return new BigDecimal(high).add(new BigDecimal(low));
    }
}
