package dev.clientele.b2c.scoring.data;

import dev.clientele.b2c.purchase.MinorUnits;
import dev.clientele.b2c.purchase.PurchaseSummary;
import java.util.Optional;

/**
 * The mean spend per purchase of a customer, over the purchases that a spend model averages.
 *
 * @param purchases how many, 0 or more
 * @param mean their mean in major units of the currency: above 0 and finite, or 0 if there were none
 */
public record SpendSummary(int purchases, double mean) {
    /** A customer without purchases. */
    public static final SpendSummary NONE = new SpendSummary(0, 0);

    public SpendSummary {
        requireValid(purchases, mean);
        mean += 0.0;
    }

    /**
     * Returns the spend per repeat purchase, the first left out, as the literature does with first purchases that were
     * different.
     *
     * @return empty if the mean of the repeat purchases is not above 0, which no model of positive spend can use
     */
    public static Optional<SpendSummary> ofRepeats(PurchaseSummary summary) {
        return of(summary.repeats(), MinorUnits.of(summary.repeatSpend()), summary);
    }

    /**
     * Returns the spend per purchase, the first included.
     *
     * @return empty if the mean is not above 0
     */
    public static Optional<SpendSummary> ofAll(PurchaseSummary summary) {
        return of(summary.purchases(), MinorUnits.of(summary.totalSpend()), summary);
    }

    private static Optional<SpendSummary> of(int purchases, long minor, PurchaseSummary summary) {
        if (purchases == 0) {
            return Optional.of(NONE);
        }
        int places = summary.totalSpend().getCurrencyUnit().getDecimalPlaces();
        double mean = minor / (purchases * Math.pow(10, places));
        return mean > 0 ? Optional.of(new SpendSummary(purchases, mean)) : Optional.empty();
    }

    /**
     * Checks spend given as numbers, without making an object of them.
     *
     * @throws IllegalArgumentException if there is no such spend
     */
    public static void requireValid(int purchases, double mean) {
        if (purchases < 0) {
            throw new IllegalArgumentException("purchases must be 0 or more, was " + purchases);
        }
        if (purchases == 0 ? mean != 0 : !(mean > 0 && mean <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "mean must be finite and above 0, or 0 without purchases; was " + mean + " over " + purchases);
        }
    }
}
