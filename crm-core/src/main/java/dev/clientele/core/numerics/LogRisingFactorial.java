package dev.clientele.core.numerics;

/**
 * The logarithm of the rising factorial, ln(r (r+1) … (r+n−1)) = ln Γ(r+n) − ln Γ(r), without the cancellation that
 * subtracting two large log-gammas brings when r is large or tiny.
 */
public final class LogRisingFactorial {
    private static final int MAX_DIRECT = 24;

    private LogRisingFactorial() {}

    /**
     * Computes ln Γ(r+n) − ln Γ(r).
     *
     * @param r above 0
     * @param n number of factors, 0 or more
     * @return ln Γ(r+n) − ln Γ(r); 0 for n = 0
     */
    public static double of(double r, int n) {
        if (n <= MAX_DIRECT) {
            return product(r, 0, n);
        }
        // Shift r upwards until Stirling's series is exact in double precision, then take the difference of two series.
        int shift = r >= MAX_DIRECT ? 0 : MAX_DIRECT - (int) r;
        shift = Math.min(shift, n);
        double head = product(r, 0, shift);
        double from = r + shift;
        int left = n - shift;
        if (left == 0) {
            return head;
        }
        double to = from + left;
        // (to − ½) ln to − (from − ½) ln from − left, arranged so that the large parts are never subtracted.
        double stirling = left * (Math.log(from) - 1) + (to - 0.5) * Math.log1p(left / from);
        return head + stirling + correction(to) - correction(from);
    }

    private static double product(double r, int start, int end) {
        double sum = 0;
        double product = 1;
        for (int i = start; i < end; i++) {
            product *= r + i;
            if (product > 1e200 || product < 1e-200) {
                sum += Math.log(product);
                product = 1;
            }
        }
        return sum + Math.log(product);
    }

    /** Computes Stirling's remainder: 1/(12z) − 1/(360z³) + …, for z of 24 or more. */
    static double correction(double z) {
        double v = 1 / (z * z);
        return (1 / z)
                * (1.0 / 12
                        - v
                                * (1.0 / 360
                                        - v * (1.0 / 1260 - v * (1.0 / 1680 - v * (1.0 / 1188 - v * 691.0 / 360360)))));
    }
}
