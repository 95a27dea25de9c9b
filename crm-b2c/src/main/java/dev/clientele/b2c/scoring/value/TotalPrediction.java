package dev.clientele.b2c.scoring.value;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.SpendFamilies;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.fit.PredictionInterval;
import dev.clientele.b2c.scoring.fit.Uncertainty;
import dev.clientele.b2c.scoring.model.BatchScoring;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import dev.clientele.b2c.scoring.model.CustomerScores;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import dev.clientele.b2c.scoring.model.SpendModel;
import dev.clientele.core.numerics.ArgumentChecks;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Between which numbers the purchases and the spend of many customers together will lie. The variance is that of the expectation, by
 * the delta method from how sure the parameters are, plus that of what each customer does by chance, from simulated futures; the total
 * is taken as log-normal, which sums of many customers come close to. Seeded, so that the same customers have the same interval each
 * time. Immutable and thread-safe.
 */
public final class TotalPrediction {
    private static final long SEED = 20_260_102;
    private static final double SIMULATED_FUTURES = 2e6;
    private static final int MOST_FUTURES_OF_ONE = 400;

    private final FittedModel purchases;
    private final double time;
    private final double level;

    private TotalPrediction(FittedModel purchases, double time, double level) {
        this.purchases = Objects.requireNonNull(purchases, "purchases");
        this.time = ArgumentChecks.requireTime(time);
        this.level = ArgumentChecks.requireLevel(level);
    }

    /**
     * Prepares a prediction.
     *
     * @param purchases how often and how long customers buy
     * @param time how far to look, in the model's unit of time, 0 or more
     * @param level probability with which what happens lies within, from 0 to 1, both excluded
     */
    public static TotalPrediction over(FittedModel purchases, double time, double level) {
        return new TotalPrediction(purchases, time, level);
    }

    /**
     * A customer whose purchases and spend are added up.
     *
     * @param purchases so far
     * @param spend so far
     */
    public record SpendingCustomer(CustomerSummary purchases, SpendSummary spend) {
        public SpendingCustomer {
            Objects.requireNonNull(purchases, "purchases");
            Objects.requireNonNull(spend, "spend");
        }
    }

    /**
     * Predicts how many purchases customers make together.
     *
     * @throws IllegalArgumentException if the model is none of this library's, or its fit has no covariance
     */
    public PredictionInterval purchases(List<CustomerSummary> customers) {
        double[] expected = expected(purchases.model(), customers);
        double mean = sum(expected);
        double ofExpectation =
                RepeatPurchaseFamilies.uncertainty(purchases).varianceOfLog(model -> sum(expected(model, customers)));
        int futures = futures(customers.size());
        SplittableRandom random = new SplittableRandom(SEED);
        double chance = 0;
        for (CustomerSummary customer : customers) {
            CustomerForecast outlook = purchases.forecast(customer);
            SampleVariance variance = new SampleVariance();
            for (int i = 0; i < futures; i++) {
                variance.add(outlook.sample(random, time));
            }
            chance += variance.value();
        }
        return interval(mean, ofExpectation * mean * mean + chance);
    }

    /**
     * Predicts how much customers spend together, in units of currency, not discounted.
     *
     * @throws IllegalArgumentException if a model is none of this library's, or its fit has no covariance
     * @throws dev.clientele.b2c.scoring.model.NoMeanException if the spend model has no mean for some customer
     */
    public PredictionInterval spend(List<SpendingCustomer> customers, FittedSpendModel spend) {
        List<CustomerSummary> summaries =
                customers.stream().map(SpendingCustomer::purchases).toList();
        double[] expected = expected(purchases.model(), summaries);
        double[] each = each(spend.model(), customers);
        double mean = dot(expected, each);
        double ofExpectation = RepeatPurchaseFamilies.uncertainty(purchases)
                        .varianceOfLog(model -> dot(expected(model, summaries), each))
                + SpendFamilies.uncertainty(spend).varianceOfLog(model -> dot(expected, each(model, customers)));
        int futures = futures(customers.size());
        SplittableRandom random = new SplittableRandom(SEED);
        double chance = 0;
        for (SpendingCustomer customer : customers) {
            CustomerForecast outlook = purchases.forecast(customer.purchases());
            SampleVariance variance = new SampleVariance();
            for (int i = 0; i < futures; i++) {
                variance.add(spend.model().sampleTotal(customer.spend(), outlook.sample(random, time), random));
            }
            chance += variance.value();
        }
        return interval(mean, ofExpectation * mean * mean + chance);
    }

    /** Returns the interval of a log-normal distribution of this mean and variance. */
    private PredictionInterval interval(double mean, double variance) {
        if (mean == 0) {
            return new PredictionInterval(0, 0, 0, level);
        }
        double squared = Math.log1p(variance / (mean * mean));
        double center = mean * Math.exp(-squared / 2);
        double reach = Math.exp(Math.sqrt(squared) * Uncertainty.halfWidth(level));
        return new PredictionInterval(mean, center / reach, Math.min(Double.MAX_VALUE, center * reach), level);
    }

    private static int futures(int customers) {
        return (int) Math.max(2, Math.min(MOST_FUTURES_OF_ONE, SIMULATED_FUTURES / Math.max(1, customers)));
    }

    private double[] expected(RepeatPurchaseModel model, List<CustomerSummary> customers) {
        CustomerScores scores = BatchScoring.over(model, time)
                .score(
                        customers.stream().mapToInt(CustomerSummary::repeats).toArray(),
                        customers.stream().mapToDouble(CustomerSummary::recency).toArray(),
                        customers.stream().mapToDouble(CustomerSummary::age).toArray());
        double[] expected = new double[customers.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = scores.expectedTransactions(i);
        }
        return expected;
    }

    private static double[] each(SpendModel model, List<SpendingCustomer> customers) {
        return customers.stream()
                .mapToDouble(customer -> model.expectedSpend(customer.spend()))
                .toArray();
    }

    private static double sum(double[] figures) {
        double sum = 0;
        for (double figure : figures) {
            sum += figure;
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** The variance of a sample (Welford 1962). */
    private static final class SampleVariance {
        private int size;
        private double mean;
        private double squares;

        void add(double figure) {
            size++;
            double apart = figure - mean;
            mean += apart / size;
            squares += apart * (figure - mean);
        }

        double value() {
            return squares / (size - 1);
        }
    }
}
