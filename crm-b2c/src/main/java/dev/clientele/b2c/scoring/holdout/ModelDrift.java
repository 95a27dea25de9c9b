package dev.clientele.b2c.scoring.holdout;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import java.util.EnumSet;
import java.util.Set;

/**
 * The drift of customers away from a model since it was fitted. Immutable and thread-safe.
 *
 * @param trackingRatio purchases that came over those that were expected since the fit; 1 is right
 * @param calibrationError see {@link HoldOut#calibrationError}, in purchases per customer
 * @param logLikelihood mean over customers of the logarithm of the probability that the model gave to the number of
 *     purchases that came
 * @param expectedLogLikelihood what that mean would be if the model were true
 */
public record ModelDrift(
        double trackingRatio, double calibrationError, double logLikelihood, double expectedLogLikelihood) {
    private static final double NEARLY_ONE = 1 - 1e-10;
    private static final int MAX_PURCHASES = 2_000;

    /** A kind of drift. */
    public enum DriftAlarm {
        /** Fewer or more purchases come than expected. */
        TRACKING,
        /** Customers expected to buy much don't, or the other way round. */
        CALIBRATION,
        /** The behaviour of customers is less likely under the model than it should be, or likelier: they differ less than it says. */
        LIKELIHOOD
    }

    /**
     * Where alarms begin.
     *
     * @param tracking how far the tracking ratio may be from 1, as a factor: 1.25 allows 0.8 to 1.25; 1 or more
     * @param calibration largest calibration error in purchases per customer, 0 or more
     * @param likelihood how far the mean log-likelihood of a customer may be from what is expected, 0 or more
     */
    public record DriftLimits(double tracking, double calibration, double likelihood) {
        public DriftLimits {
            if (!(tracking >= 1 && calibration >= 0 && likelihood >= 0)) {
                throw new IllegalArgumentException(
                        "tracking must be 1 or more, calibration and likelihood 0 or more, were " + tracking + ", "
                                + calibration + ", " + likelihood);
            }
        }

        /**
         * Returns the standard limits: a tracking ratio within 0.8 and 1.25, a calibration error up to 0.25, a
         * log-likelihood within 0.2.
         */
        public static DriftLimits standard() {
            return new DriftLimits(1.25, 0.25, 0.2);
        }
    }

    /**
     * Computes the drift of a model from the purchases since.
     *
     * @param fitted the model
     * @param since a split at the last day the model was fitted to; its period is the time since
     */
    public static ModelDrift of(FittedModel fitted, HoldOutSplit since) {
        HoldOut holdOut = since.evaluate(fitted);
        double time = since.time(fitted.step());
        double sum = 0;
        double expected = 0;
        double ofOne = 0;
        double expectedOfOne = 0;
        for (int i = 0; i < since.size(); i++) {
            boolean known = since.isSameAsPrevious(i);
            if (!known || since.actual(i) != since.actual(i - 1)) {
                CustomerSummary customer = since.customer(i, fitted.step());
                CustomerForecast outlook = fitted.forecast(customer);
                ofOne = Math.log(Math.max(Double.MIN_NORMAL, outlook.probability(since.actual(i), time)));
                expectedOfOne = known ? expectedOfOne : expected(outlook, time);
            }
            sum += ofOne;
            expected += expectedOfOne;
        }
        double customers = Math.max(1, since.size());
        return new ModelDrift(
                holdOut.expected() > 0 ? holdOut.actual() / holdOut.expected() : 0,
                holdOut.calibrationError(),
                sum / customers,
                expected / customers);
    }

    private static double expected(CustomerForecast outlook, double time) {
        double sum = 0;
        double all = 0;
        for (int n = 0; n < MAX_PURCHASES && all < NEARLY_ONE; n++) {
            double probability = outlook.probability(n, time);
            all += probability;
            sum += probability > 0 ? probability * Math.log(probability) : 0;
        }
        return sum;
    }

    /** Returns the figures that are beyond the limits; empty if all is well. */
    public Set<DriftAlarm> alarms(DriftLimits limits) {
        EnumSet<DriftAlarm> alarms = EnumSet.noneOf(DriftAlarm.class);
        if (!(trackingRatio <= limits.tracking() && trackingRatio >= 1 / limits.tracking())) {
            alarms.add(DriftAlarm.TRACKING);
        }
        if (calibrationError > limits.calibration()) {
            alarms.add(DriftAlarm.CALIBRATION);
        }
        if (Math.abs(expectedLogLikelihood - logLikelihood) > limits.likelihood()) {
            alarms.add(DriftAlarm.LIKELIHOOD);
        }
        return Set.copyOf(alarms);
    }
}
