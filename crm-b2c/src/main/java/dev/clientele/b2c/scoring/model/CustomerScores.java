package dev.clientele.b2c.scoring.model;

/**
 * Scores of many customers, in their order. Every number is finite. Immutable once handed out, thread-safe.
 */
public final class CustomerScores {
    private final double[] pAlive;
    private final double[] expected;
    private final double[] discounted;
    private final double[] expectedSpend;
    private final double[] value;

    CustomerScores(int size, boolean withSpend) {
        pAlive = new double[size];
        expected = new double[size];
        discounted = new double[size];
        expectedSpend = new double[withSpend ? size : 0];
        value = new double[withSpend ? size : 0];
    }

    void setPurchases(int i, double alive, double transactions, double present) {
        pAlive[i] = alive;
        expected[i] = transactions;
        discounted[i] = present;
    }

    void setSpend(int i, double each, double worth) {
        expectedSpend[i] = each;
        value[i] = worth * discounted[i];
    }

    /** Returns the number of customers. */
    public int size() {
        return pAlive.length;
    }

    /** Returns the probability that the i-th customer may still buy. */
    public double pAlive(int i) {
        return pAlive[i];
    }

    /** Returns the expected purchases within the time. */
    public double expectedTransactions(int i) {
        return expected[i];
    }

    /** Returns the expected purchases within the time, each discounted to now. */
    public double discountedTransactions(int i) {
        return discounted[i];
    }

    /**
     * Returns the expected spend per purchase.
     *
     * @throws IllegalStateException if scored without a spend model
     */
    public double expectedSpend(int i) {
        requireSpend();
        return expectedSpend[i];
    }

    /**
     * Returns the residual value: discounted purchases times expected spend times margin.
     *
     * @throws IllegalStateException if scored without a spend model
     */
    public double value(int i) {
        requireSpend();
        return value[i];
    }

    private void requireSpend() {
        if (value.length != pAlive.length) {
            throw new IllegalStateException("scored without a spend model");
        }
    }
}
