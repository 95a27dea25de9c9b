package dev.clientele.b2c.scoring.dropout;

import dev.clientele.core.numerics.GaussLegendre;

/**
 * The integral at the heart of Pareto/NBD: ∫ (α+t)<sup>−R</sup> (β+t)<sup>−S</sup> dt from t_x to T, the weight of having
 * left during the silence, together with the moments that its derivatives need.
 *
 * <p>The literature writes it with two values of Gauss's hypergeometric function whose difference loses all digits when
 * the silence is short, and whose form depends on which of α and β is larger. On the scale y = ln((m+t)/(m+t_x)), with m
 * the smaller of the two, the integrand is positive, decreasing in essence and analytic in a strip of half-width π
 * whatever the parameters, so that few Gauss-Legendre nodes give full precision. Not thread-safe: one for each thread.
 */
public final class ParetoDropoutIntegral {
    /** The decay beyond which nothing counts: a decay of e^−40 is below the precision of a double. */
    private static final double MAX_DECAY = 40;

    private static final GaussLegendre[] RULES = {
        GaussLegendre.of(8), GaussLegendre.of(12), GaussLegendre.of(18), GaussLegendre.of(28)
    };
    private static final double[] DECAY = {3, 10, 20, 41};
    private static final double[] LENGTH = {1.2, 2.6, 4, 5.5};

    private final double alpha;
    private final double beta;
    private final boolean alphaSmaller;
    private final double smaller;
    private final double gap;
    private final double[] sum = new double[15];

    /** Creates the integrals for given scales. */
    public ParetoDropoutIntegral(double alpha, double beta) {
        this.alpha = alpha;
        this.beta = beta;
        this.alphaSmaller = alpha <= beta;
        this.smaller = Math.min(alpha, beta);
        this.gap = Math.abs(alpha - beta);
    }

    /**
     * Integrates from {@code from} to {@code until} relative to the integrand at {@code from}.
     *
     * @param bigR R
     * @param bigS S
     * @param derivatives whether the moments are wanted too
     * @return the integral of ((α+t)/(α+from))^−R ((β+t)/(β+from))^−S dt
     */
    public double integrate(double bigR, double bigS, double from, double until, boolean derivatives) {
        java.util.Arrays.fill(sum, 0);
        if (!(until > from)) {
            return 0;
        }
        double fast = alphaSmaller ? bigR : bigS;
        double slow = alphaSmaller ? bigS : bigR;
        double start = smaller + from;
        double other = start + gap;
        double end = Math.log1p((until - from) / start);
        // The decay along y, (fast − 1)·y + slow·ln(1 + start (e^y − 1)/other), is convex: Newton comes from the right.
        double decay = decay(end, fast, slow, start, other);
        if (decay > MAX_DECAY) {
            for (int i = 0; i < 60; i++) {
                double slope = fast - 1 + slow * start * Math.exp(end) / (other + start * Math.expm1(end));
                double move = (decay - MAX_DECAY) / slope;
                end -= move;
                decay = decay(end, fast, slow, start, other);
                if (decay - MAX_DECAY < 0.5) {
                    break;
                }
            }
        }
        panels(0, end, 0, decay, fast, slow, start, other, derivatives);
        return sum[0];
    }

    private static double decay(double y, double fast, double slow, double start, double other) {
        return (fast - 1) * y + slow * Math.log1p(start / other * Math.expm1(y));
    }

    private void panels(
            double low,
            double high,
            double decayLow,
            double decayHigh,
            double fast,
            double slow,
            double start,
            double other,
            boolean derivatives) {
        double length = high - low;
        double decay = decayHigh - decayLow;
        for (int k = 0; k < RULES.length; k++) {
            if (decay <= DECAY[k] && length <= LENGTH[k]) {
                panel(RULES[k], low, length, fast, slow, start, other, derivatives);
                return;
            }
        }
        double middle = 0.5 * (low + high);
        double decayMiddle = decay(middle, fast, slow, start, other);
        panels(low, middle, decayLow, decayMiddle, fast, slow, start, other, derivatives);
        panels(middle, high, decayMiddle, decayHigh, fast, slow, start, other, derivatives);
    }

    private void panel(
            GaussLegendre rule,
            double low,
            double length,
            double fast,
            double slow,
            double start,
            double other,
            boolean derivatives) {
        double logOfOther = Math.log(other);
        for (int k = 0; k < rule.size(); k++) {
            double y = low + length * rule.node(k);
            double here = start * Math.exp(y);
            double there = here + (other - start);
            double logOther = Math.log(there) - logOfOther;
            double f = rule.weight(k) * length * here * Math.exp(-fast * y - slow * logOther);
            sum[0] += f;
            if (derivatives) {
                moments(
                        f,
                        alphaSmaller ? y : logOther,
                        alphaSmaller ? logOther : y,
                        1 / (alphaSmaller ? here : there),
                        1 / (alphaSmaller ? there : here));
            }
        }
    }

    private void moments(double f, double la, double lb, double ia, double ib) {
        double fla = f * la;
        double flb = f * lb;
        double fia = f * ia;
        double fib = f * ib;
        sum[1] += fla;
        sum[2] += fia;
        sum[3] += flb;
        sum[4] += fib;
        sum[5] += fla * la;
        sum[6] += fla * ia;
        sum[7] += fla * lb;
        sum[8] += fla * ib;
        sum[9] += fia * ia;
        sum[10] += fia * lb;
        sum[11] += fia * ib;
        sum[12] += flb * lb;
        sum[13] += flb * ib;
        sum[14] += fib * ib;
    }

    /**
     * Returns a moment of the last integration: with la = ln((α+t)/(α+from)), ia = 1/(α+t), lb and ib likewise of β, in
     * the order 1, la, ia, lb, ib, la², la·ia, la·lb, la·ib, ia², ia·lb, ia·ib, lb², lb·ib, ib².
     */
    public double moment(int k) {
        return sum[k];
    }

    /** Returns α. */
    public double alpha() {
        return alpha;
    }

    /** Returns β. */
    public double beta() {
        return beta;
    }
}
