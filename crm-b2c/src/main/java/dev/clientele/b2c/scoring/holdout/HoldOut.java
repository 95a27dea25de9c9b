package dev.clientele.b2c.scoring.holdout;

import java.time.LocalDate;
import java.util.List;

/**
 * The purchases that a model expected in a later period, compared with those that happened. Immutable and thread-safe.
 *
 * @param startExclusive the last day that the model saw
 * @param endInclusive the last day of the period
 * @param customers those whom the model knew
 * @param expected purchases expected of them in the period
 * @param actual purchases that they made in it
 * @param meanAbsoluteError mean over customers of the distance between expected and actual number
 * @param rootMeanSquareError square root of the mean over customers of that distance squared; smallest for the true
 *     expectation in the long run, but in one period chance decides between models that are nearly as good, see {@link
 *     ModelComparison}
 * @param calibrationError mean over tenths of the customers, ordered by expected purchases, of the distance between a
 *     tenth's mean expected and mean actual purchases
 * @param groups customers by how often they had bought again before the period, ascending; the last group holds all with as
 *     many or more
 */
public record HoldOut(
        LocalDate startExclusive,
        LocalDate endInclusive,
        long customers,
        double expected,
        long actual,
        double meanAbsoluteError,
        double rootMeanSquareError,
        double calibrationError,
        List<FrequencyGroup> groups) {

    /** Copies the groups. */
    public HoldOut {
        groups = List.copyOf(groups);
    }

    /**
     * Returns the ratio of expected to actual purchases, 1 being right and above 1 too many.
     *
     * @return not a number if nothing was expected and nothing happened; infinite if only nothing happened
     */
    public double expectedOverActual() {
        return expected / actual;
    }

    /**
     * Customers with so many repeat purchases before the period.
     *
     * @param repeats how many
     * @param customers how many customers, 1 or more
     * @param expected mean purchases expected of each
     * @param actual mean purchases that they made
     */
    public record FrequencyGroup(int repeats, long customers, double expected, double actual) {}
}
