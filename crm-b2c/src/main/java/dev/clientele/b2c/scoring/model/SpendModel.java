package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.SpendSummary;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A model of spend per purchase with known parameters. Amounts are in major units of one currency. Thread-safe. */
public interface SpendModel {
    /** Returns the name in the literature, such as {@code Gamma-Gamma}. */
    String name();

    /** Returns parameters by their names in the literature, in the order there; unmodifiable. */
    Map<String, Double> parameters();

    /** Computes ln of the density of a customer's mean spend; {@code spend} must have one purchase or more. */
    double logLikelihood(SpendSummary spend);

    /**
     * Returns the expected spend per future purchase.
     *
     * @throws NoMeanException if the model's heavy tail leaves none for a customer with so few purchases
     */
    double expectedSpend(SpendSummary spend);

    /** Returns the expected spend of a customer given as plain numbers, see {@link SpendSummary}. */
    default double expectedSpend(int purchases, double mean) {
        return expectedSpend(new SpendSummary(purchases, mean));
    }

    /**
     * Returns the expected spend per purchase of a customer without purchases.
     *
     * @throws NoMeanException if the model's heavy tail leaves none
     */
    default double expectedSpend() {
        return expectedSpend(SpendSummary.NONE);
    }

    /**
     * Draws what a customer spends on a number of future purchases: all that the model says of this customer, chance included.
     *
     * @param spend so far
     * @param purchases in the future, 0 or more
     * @param random the source of chance; the same gives the same numbers
     */
    double sampleTotal(SpendSummary spend, int purchases, RandomGenerator random);
}
