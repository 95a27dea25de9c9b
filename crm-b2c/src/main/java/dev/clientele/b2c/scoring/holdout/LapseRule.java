package dev.clientele.b2c.scoring.holdout;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.core.numerics.RadixSort;

/**
 * A rule by which customers count as lapsed: whoever is expected to buy within a period with less than a threshold
 * probability. The threshold is set by what customers really did, so that of those flagged no more than a tolerated share
 * came back. Immutable and thread-safe.
 *
 * @param days length of the period that the flag speaks of, in days, above 0
 * @param threshold lapsed is whose probability of buying within the period is below it; 0 flags nobody
 * @param toleratedShare the share of the flagged that was allowed to come back
 * @param flagged how many customers of the hold-out it flags
 * @param returned how many of them bought in the hold-out period all the same
 * @param customers how many customers the hold-out had
 */
public record LapseRule(
        double days, double threshold, double toleratedShare, int flagged, int returned, int customers) {

    /**
     * Sets the threshold as high as a hold-out allows.
     *
     * @param fitted the model by which customers are flagged; fitted to the same customers before the period, or to others
     * @param split customers and what they did
     * @param tolerated from 0 to 1, 1 excluded: of the flagged, at most this share came back
     */
    public static LapseRule calibrate(FittedModel fitted, HoldOutSplit split, double tolerated) {
        if (!(tolerated >= 0 && tolerated < 1)) {
            throw new IllegalArgumentException("tolerated must be from 0 to below 1, was " + tolerated);
        }
        int size = split.size();
        double[] buys = new double[size];
        double time = split.time(fitted.step());
        for (int i = 0; i < size; i++) {
            buys[i] = split.isSameAsPrevious(i)
                    ? buys[i - 1]
                    : fitted.forecast(split.customer(i, fitted.step())).nextPurchaseWithin(time);
        }
        int[] order = RadixSort.rowOrder(size, new int[size], buys, new double[size]);
        int best = 0;
        int bestReturned = 0;
        int returned = 0;
        for (int i = 0; i < size; i++) {
            returned += split.actual(order[i]) > 0 ? 1 : 0;
            boolean ends = i + 1 == size || buys[order[i + 1]] > buys[order[i]];
            if (ends && returned <= tolerated * (i + 1)) {
                best = i + 1;
                bestReturned = returned;
            }
        }
        double threshold = best == 0 ? 0 : best == size ? 1 : buys[order[best]];
        return new LapseRule(split.time(TimeStep.DAY), threshold, tolerated, best, bestReturned, size);
    }

    /** Returns whether a customer counts as lapsed by this model. */
    public boolean isLapsed(FittedModel fitted, CustomerSummary customer) {
        double time = fitted.step().convert(days, TimeStep.DAY);
        return fitted.forecast(customer).nextPurchaseWithin(time) < threshold;
    }
}
