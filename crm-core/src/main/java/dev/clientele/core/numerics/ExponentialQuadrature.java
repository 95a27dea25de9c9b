package dev.clientele.core.numerics;

import java.util.function.DoubleUnaryOperator;

/** Quadrature of e^φ for a smooth φ: marches in panels short enough that φ changes little, until nothing more comes. */
public final class ExponentialQuadrature {
    private static final GaussLegendre RULE = GaussLegendre.of(16);
    private static final double MAX_PANEL_LENGTH = 1;
    private static final double MAX_CHANGE = 8;

    /** Receives the nodes and their weights, e^φ included. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Receives one node.
         *
         * @param y the node
         * @param weight quadrature weight times e^φ(y)
         */
        void visit(double y, double weight);
    }

    private ExponentialQuadrature() {}

    /**
     * Visits nodes from 0 to {@code end}.
     *
     * @param end above 0
     * @param phi ln of the integrand
     * @param visitor receives each node once, ascending
     */
    public static void visitNodes(double end, DoubleUnaryOperator phi, Visitor visitor) {
        double low = 0;
        double total = 0;
        double atLow = phi.applyAsDouble(0);
        double length = MAX_PANEL_LENGTH;
        while (low < end) {
            length = Math.min(2 * length, MAX_PANEL_LENGTH);
            double high = Math.min(end, low + length);
            double atHigh = phi.applyAsDouble(high);
            while (Math.abs(atHigh - atLow) > MAX_CHANGE && length > 1e-9) {
                length *= 0.5;
                high = Math.min(end, low + length);
                atHigh = phi.applyAsDouble(high);
            }
            double part = 0;
            for (int k = 0; k < RULE.size(); k++) {
                double y = low + (high - low) * RULE.node(k);
                double weight = RULE.weight(k) * (high - low) * Math.exp(phi.applyAsDouble(y));
                part += weight;
                visitor.visit(y, weight);
            }
            total += part;
            if (part < 1e-18 * total && atHigh < atLow) {
                return;
            }
            low = high;
            atLow = atHigh;
        }
    }
}
