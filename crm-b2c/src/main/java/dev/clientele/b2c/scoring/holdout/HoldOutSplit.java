package dev.clientele.b2c.scoring.holdout;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.model.BatchScoring;
import dev.clientele.b2c.scoring.model.CustomerScores;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Customers as they stood at the end of a day, and how often each really bought in a period after it: what models are judged
 * by. The order in which customers came changes no bit of a judgement. Immutable and thread-safe.
 */
public final class HoldOutSplit {
    private final LocalDate start;
    private final LocalDate end;
    private final CustomerBase calibration;
    private final CustomerBase later;
    private final HoldOutColumns customers;

    /** Holds customers at the beginning of the period and the same ones at its end. */
    HoldOutSplit(
            LocalDate start, LocalDate end, CustomerBase calibration, CustomerBase later, HoldOutColumns customers) {
        this.start = start;
        this.end = end;
        this.calibration = calibration;
        this.later = later;
        this.customers = customers;
    }

    /**
     * Collects histories one by one.
     *
     * @param startExclusive the last day that a model may see
     * @param endInclusive the last day of the period, after {@code startExclusive}
     * @param rule what counts as a purchase
     */
    public static HoldOutSplitBuilder builder(LocalDate startExclusive, LocalDate endInclusive, CountingRule rule) {
        return new HoldOutSplitBuilder(startExclusive, endInclusive, rule);
    }

    /** Splits the histories of all persons; see {@link #builder}. */
    public static HoldOutSplit of(
            Iterable<PurchaseHistory> histories, LocalDate startExclusive, LocalDate endInclusive, CountingRule rule) {
        HoldOutSplitBuilder builder = builder(startExclusive, endInclusive, rule);
        histories.forEach(builder::add);
        return builder.build();
    }

    /** Returns what a model may see: the customers as they stood before the period, times in days. */
    public CustomerBase calibration() {
        return calibration;
    }

    /** Returns the number of customers. */
    public int size() {
        return customers.size;
    }

    /** Returns the last day that a model may see. */
    public LocalDate startExclusive() {
        return start;
    }

    /** Returns the last day of the period. */
    public LocalDate endInclusive() {
        return end;
    }

    /** Returns the length of the period. */
    public double time(TimeStep step) {
        return step.convert((double) ChronoUnit.DAYS.between(start, end), TimeStep.DAY);
    }

    /**
     * Evaluates the forecast of a fitted model against the purchases of the period.
     *
     * @throws IllegalArgumentException if the model counts opportunities, as BG/BB does: it foretells periods with a purchase, not
     *     purchases
     */
    public HoldOut evaluate(FittedModel fitted) {
        if (fitted.model().countsOpportunities()) {
            throw new IllegalArgumentException(
                    "fitted must be a model of purchases at any time, was " + fitted.name() + ", which counts periods");
        }
        HoldOutAccumulator judgement = new HoldOutAccumulator(start, end);
        CustomerScores scores = score(fitted, time(fitted.step()));
        for (int i = 0; i < customers.size; i++) {
            judgement.add(customers.repeats[i], scores.expectedTransactions(i), customers.actual[i]);
        }
        return judgement.result();
    }

    /**
     * Computes the log score of a fitted model: the logarithm of how likely it made, before the period, all that happened in it, time
     * by time; higher is better (Good 1952, Rational Decisions, Journal of the Royal Statistical Society B 14(1), 107-114). Only
     * differences between models in the same unit of time mean something.
     *
     * @param family of which the fitted model is
     */
    public double logScore(RepeatPurchaseFamily family, FittedModel fitted) {
        return family.logLikelihood(later, fitted) - family.logLikelihood(calibration, fitted);
    }

    /** Returns the purchases of a customer in the period; customers are in the order of {@link #score}. */
    int actual(int i) {
        return customers.actual[i];
    }

    /** Returns a customer before the period. */
    CustomerSummary customer(int i, TimeStep step) {
        return CustomerSummary.of(
                customers.repeats[i],
                step.convert(customers.recency[i], TimeStep.DAY),
                step.convert(customers.age[i], TimeStep.DAY));
    }

    /** Returns whether a customer was before the period as the one before in the order. */
    boolean isSameAsPrevious(int i) {
        return i > 0
                && customers.repeats[i] == customers.repeats[i - 1]
                && customers.recency[i] == customers.recency[i - 1]
                && customers.age[i] == customers.age[i - 1];
    }

    private CustomerScores score(FittedModel fitted, double time) {
        double[] recency = new double[customers.size];
        double[] age = new double[customers.size];
        for (int i = 0; i < customers.size; i++) {
            recency[i] = fitted.step().convert(customers.recency[i], TimeStep.DAY);
            age[i] = fitted.step().convert(customers.age[i], TimeStep.DAY);
        }
        return BatchScoring.over(fitted.model(), time).score(customers.repeats, recency, age);
    }
}
