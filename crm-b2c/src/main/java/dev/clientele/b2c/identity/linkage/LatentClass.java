package dev.clientele.b2c.identity.linkage;

/**
 * One class of pairs while it is learned: its prior, the share of its pairs at each level, and which levels it is learned
 * at; at the others it is as strangers are. All arrays have sixteen places an attribute.
 */
final class LatentClass {
    /** The pairs that the expected shares are worth. */
    static final double PSEUDO_PAIRS = 6;

    private final double[] expected;
    private final double[] chance;
    private final boolean[] learned;
    private double[] shares;
    private final boolean held;
    private double prior;

    LatentClass(double[] expected, double[] chance, boolean[] learned, double prior) {
        this(expected, chance, learned, prior, false);
    }

    private LatentClass(double[] expected, double[] chance, boolean[] learned, double prior, boolean held) {
        this.expected = expected.clone();
        this.chance = chance.clone();
        this.learned = learned.clone();
        this.shares = expected.clone();
        this.prior = prior;
        this.held = held;
    }

    /** Returns this class as it was expected before the data spoke, of this prior; it learns nothing. */
    LatentClass held(double prior) {
        return new LatentClass(expected, chance, learned, prior, true);
    }

    double prior() {
        return prior;
    }

    double[] shares() {
        return shares.clone();
    }

    /** The logarithms of shares against chance, of equality without chance; 0 where nothing is learned. */
    double[] weights() {
        double[] weights = new double[shares.length];
        for (int i = 0; i < weights.length; i++) {
            if (shares[i] > 0 && learned[i]) {
                weights[i] = i % 16 == 0 ? Math.log(shares[i]) : Math.log(shares[i] / chance[i]);
            }
        }
        return weights;
    }

    /** The logarithm of the density of the shares under the Dirichlet prior, but for a constant. */
    double logDensity() {
        double density = 0;
        for (int i = 0; i < shares.length; i++) {
            if (expected[i] > 0 && learned[i]) {
                density += PSEUDO_PAIRS * expected[i] * Math.log(shares[i]);
            }
        }
        return density;
    }

    /** Sets prior and shares, unless they are held, to what the pairs say: their number in the class, and of those the number at each level. */
    void maximize(double total, double[] counts, double population) {
        if (held) {
            return;
        }
        prior = Math.min(0.5, Math.max(total, 1e-3) / population);
        double[] found = new double[counts.length];
        for (int at = 0; at < counts.length; at += 16) {
            double sum = 0;
            double free = 0;
            for (int level = 0; level < LevelPattern.MISSING; level++) {
                found[at + level] = counts[at + level] + PSEUDO_PAIRS * expected[at + level];
                sum += learned[at + level] ? found[at + level] : 0;
                free += learned[at + level] ? expected[at + level] : 0;
            }
            for (int level = 0; level < LevelPattern.MISSING && sum > 0; level++) {
                found[at + level] = learned[at + level] ? free * found[at + level] / sum : expected[at + level];
            }
        }
        shares = found;
    }
}
