package dev.clientele.b2c.scoring.value;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.family.FittedCovariateModel;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.family.SpendFamilies;
import dev.clientele.b2c.scoring.family.SpendFamily;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.fit.PredictionInterval;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import dev.clientele.b2c.scoring.model.SpendModel;
import dev.clientele.core.numerics.ArgumentChecks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Between which numbers the purchases and the spend of single customers will lie: what a customer does by chance and how sure the
 * parameters are, by simulation. Each of {@value #PARAMETERS} draws of the parameters foretells {@value #FUTURES} futures. Seeded, so that
 * the same customer has the same interval each time; made once for a model, it serves any number of customers, each in about a
 * millisecond. Immutable and thread-safe.
 */
public final class CustomerPrediction {
    private static final int PARAMETERS = 100;
    private static final int FUTURES = 20;
    private static final long SEED = 20_260_101;

    private final List<RepeatPurchaseModel> purchases;
    private final List<SpendModel> spend;
    private final double level;

    private CustomerPrediction(List<RepeatPurchaseModel> purchases, List<SpendModel> spend, double level) {
        this.purchases = purchases;
        this.spend = spend;
        this.level = ArgumentChecks.requireLevel(level);
    }

    /**
     * Prepares the prediction of purchases.
     *
     * @param level probability with which what happens lies within, from 0 to 1, both excluded
     * @throws IllegalArgumentException if it is none of this library's models, or its fit has no covariance
     */
    public static CustomerPrediction of(FittedModel purchases, double level) {
        RepeatPurchaseFamily family = RepeatPurchaseFamilies.find(purchases.name(), purchases.step())
                .orElseThrow(() -> new IllegalArgumentException(
                        "purchases must be one of " + RepeatPurchaseFamilies.names() + ", was " + purchases.name()));
        return new CustomerPrediction(
                ParameterDraws.of(purchases.fit(), family::withParameters, PARAMETERS, SEED), List.of(), level);
    }

    /**
     * Prepares the prediction of purchases and spend.
     *
     * @param level probability with which what happens lies within, from 0 to 1, both excluded
     * @throws IllegalArgumentException if one is none of this library's models, or its fit has no covariance
     */
    public static CustomerPrediction of(FittedModel purchases, FittedSpendModel spend, double level) {
        return of(purchases, level).withSpend(spend);
    }

    /**
     * Prepares the prediction of purchases of customers with these covariates.
     *
     * @param covariates finite, one for each of the model's in their order
     * @param level probability with which what happens lies within, from 0 to 1, both excluded
     */
    public static CustomerPrediction of(FittedCovariateModel purchases, List<Double> covariates, double level) {
        double[] values = covariates.stream().mapToDouble(Double::doubleValue).toArray();
        int positive = purchases.withoutCovariates().parameters().size();
        return new CustomerPrediction(
                ParameterDraws.of(purchases.fit(), positive, all -> purchases.modelFor(all, values), PARAMETERS, SEED),
                List.of(),
                level);
    }

    /**
     * Returns a copy that predicts spend too.
     *
     * @throws IllegalArgumentException if it is none of this library's models, or its fit has no covariance
     */
    public CustomerPrediction withSpend(FittedSpendModel fitted) {
        SpendFamily family = SpendFamilies.find(fitted.name())
                .orElseThrow(() -> new IllegalArgumentException(
                        "fitted must be one of this library's models, was " + fitted.name()));
        return new CustomerPrediction(
                purchases, ParameterDraws.of(fitted.fit(), family::withParameters, PARAMETERS, SEED + 1), level);
    }

    /**
     * Predicts what a customer will do.
     *
     * @param customer purchases so far
     * @param spent spend so far
     * @param time how far to look, in the model's unit of time, 0 or more
     */
    public PurchasePrediction predict(CustomerSummary customer, SpendSummary spent, double time) {
        ArgumentChecks.requireTime(time);
        double[] numbers = new double[PARAMETERS * FUTURES];
        double[] amounts = new double[spend.isEmpty() ? 0 : numbers.length];
        SplittableRandom random = new SplittableRandom(SEED + 2);
        int next = 0;
        for (int i = 0; i < PARAMETERS; i++) {
            CustomerForecast outlook = purchases.get(i).forecast(customer);
            for (int j = 0; j < FUTURES; j++) {
                int number = outlook.sample(random, time);
                numbers[next] = number;
                if (!spend.isEmpty()) {
                    amounts[next] = spend.get(i).sampleTotal(spent, number, random);
                }
                next++;
            }
        }
        return new PurchasePrediction(
                interval(numbers), spend.isEmpty() ? Optional.empty() : Optional.of(interval(amounts)));
    }

    private PredictionInterval interval(double[] futures) {
        Arrays.sort(futures);
        double mean = Arrays.stream(futures).average().orElseThrow();
        int beyond = (int) Math.floor(futures.length * (1 - level) / 2);
        return new PredictionInterval(
                Math.min(Double.MAX_VALUE, mean), futures[beyond], futures[futures.length - 1 - beyond], level);
    }
}
