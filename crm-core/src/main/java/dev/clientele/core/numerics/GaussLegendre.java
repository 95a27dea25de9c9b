package dev.clientele.core.numerics;

/** Nodes and weights of Gauss-Legendre quadrature on [0, 1], found by Newton's method on Legendre's polynomials. */
public final class GaussLegendre {
    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /** Returns the rule with n nodes, exact for polynomials of degree 2n − 1. */
    public static GaussLegendre of(int n) {
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double z = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 1;
            for (int step = 0; step < 20; step++) {
                double before = 1;
                double value = z;
                for (int k = 2; k <= n; k++) {
                    double next = ((2 * k - 1) * z * value - (k - 1) * before) / k;
                    before = value;
                    value = next;
                }
                slope = n * (z * value - before) / (z * z - 1);
                double move = value / slope;
                z -= move;
                if (Math.abs(move) < 1e-15) {
                    break;
                }
            }
            nodes[n - 1 - i] = 0.5 * (1 + z);
            weights[n - 1 - i] = 1 / ((1 - z * z) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }

    /** Returns the number of nodes. */
    public int size() {
        return nodes.length;
    }

    /** Returns the i-th node, from 0 to 1, ascending. */
    public double node(int i) {
        return nodes[i];
    }

    /** Returns the weight of the i-th node; all of them sum to 1. */
    public double weight(int i) {
        return weights[i];
    }
}
