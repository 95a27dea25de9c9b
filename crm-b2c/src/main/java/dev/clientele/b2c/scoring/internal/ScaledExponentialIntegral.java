package dev.clientele.b2c.scoring.internal;

/**
 * The generalised exponential integral of real order with its decay taken out,
 * e<sup>x</sup> E<sub>n</sub>(x) = ∫<sub>0</sub><sup>∞</sup> e<sup>−xu</sup> (1+u)<sup>−n</sup> du
 * (NIST Digital Library of Mathematical Functions, 8.19).
 */
public final class ScaledExponentialIntegral {
    private static final double SERIES_BELOW = 0.75;
    private static final int MAX_STEPS = 20_000;

    private static final double EULER = 0.57721566490153286061;
    /** ζ(k) − 1 for k = 2, 3, … */
    private static final double[] ZETA_LESS_ONE = {
        0.644934066848226436,
        0.202056903159594285,
        0.0823232337111381915,
        0.0369277551433699263,
        0.0173430619844491397,
        0.00834927738192282684,
        0.00407735619794433938,
        0.00200839282608221442,
        0.000994575127818085337,
        0.000494188604119464559,
        0.000246086553308048299,
        0.000122713347578489147,
        0.0000612481350587048293,
        0.0000305882363070204936,
        0.0000152822594086518717,
        7.63719763789976227e-6,
        3.81729326499983986e-6,
        1.90821271655393893e-6,
        9.53962033872796113e-7,
        4.76932986787806463e-7,
        2.3845050272773299e-7,
        1.19219925965311073e-7,
        5.96081890512594796e-8,
        2.98035035146522802e-8,
        1.49015548283650412e-8,
        7.45071178983542949e-9
    };

    private ScaledExponentialIntegral() {}

    /**
     * @param n the order, ½ or more
     * @param x above 0
     */
    public static double of(double n, double x) {
        if (x >= SERIES_BELOW || n > 60) {
            return continuedFraction(n, x);
        }
        // An order between ½ and 1½ by its series, then upwards by DLMF 8.19.12, which is stable as long as x < n.
        int steps = (int) Math.floor(n - 0.5);
        double order = n - steps;
        double value = Math.exp(x) * series(order, x);
        for (int i = 0; i < steps; i++) {
            value = (1 - x * value) / order;
            order += 1;
        }
        return value;
    }

    /** E of order 1+e for e in [−½, ½]: DLMF 8.19.10 with the removable pole at e = 0 taken out. */
    private static double series(double order, double x) {
        double e = order - 1;
        // (1 − Γ(1−e) x^e) / e, and its limit at e = 0
        double slope = logGammaSlope(e) + Math.log(x);
        double head = e == 0 ? -slope : -Math.expm1(e * slope) / e;
        double term = 1;
        double sum = 0;
        for (int k = 1; k < 60; k++) {
            term *= -x / k;
            double add = term / (k - e);
            sum += add;
            if (Math.abs(add) < 1e-18 * Math.abs(sum)) {
                break;
            }
        }
        return head - sum;
    }

    /** ln Γ(1−e) / e for e in [−½, ½], by DLMF 5.7.3. */
    private static double logGammaSlope(double e) {
        double sum = 0;
        for (int i = ZETA_LESS_ONE.length - 1; i >= 0; i--) {
            sum = e * (ZETA_LESS_ONE[i] / (i + 2) + sum);
        }
        // What ζ(k) has above ZETA_LESS_ONE sums to (−ln(1−e) − e) / e.
        double rest = Math.abs(e) < 1e-5 ? e / 2 + e * e / 3 : (-Math.log1p(-e) - e) / e;
        return EULER + rest + sum;
    }

    /** DLMF 8.19.17 in its even form, by the modified Lentz method. */
    private static double continuedFraction(double n, double x) {
        double b = x + n;
        double c = 1e300;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < MAX_STEPS; i++) {
            double a = -i * (n - 1 + i);
            b += 2;
            d = 1 / (a * d + b);
            c = b + a / c;
            double delta = c * d;
            h *= delta;
            if (Math.abs(delta - 1) < 2e-16) {
                break;
            }
        }
        return h;
    }
}
