package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.ChebyshevTables;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A scorer of millions of customers held in columns: on all processors, nothing allocated for a customer.
 *
 * <p>P(alive) is to the bit that of {@link RepeatPurchaseModel#forecast}. What is expected of somebody alive is a smooth function
 * of age for each number of repeats; it is interpolated by Chebyshev polynomials on a fixed grid, to better than 1e-12 of
 * what {@link CustomerForecast} says. The grid doesn't depend on the customers, so a customer's score is the same to the bit in
 * whatever company. Immutable and thread-safe; reusable, and faster when reused.
 */
public final class BatchScoring {
    private static final int CHUNK_SIZE = 8192;

    private final RepeatPurchaseModel model;
    private final double time;
    private final double rate;
    private final @Nullable SpendModel spend;
    private final double margin;
    private final @Nullable ChebyshevTables expected;
    private final @Nullable ChebyshevTables discounted;

    private BatchScoring(
            RepeatPurchaseModel model, double time, double rate, @Nullable SpendModel spend, double margin) {
        this.model = Objects.requireNonNull(model, "model");
        this.time = ArgumentChecks.requireTime(time);
        this.rate = rate;
        this.spend = spend;
        this.margin = margin;
        if (model instanceof PhasedModel phased) {
            int phases = phased.phases();
            double scale = phased.timeScale();
            expected = new ChebyshevTables(
                    scale,
                    (x, age) ->
                            phased.forecastInPhase(x % phases, x / phases, age).expectedTransactions(time));
            discounted = rate == 0
                    ? expected
                    : new ChebyshevTables(
                            scale,
                            (x, age) -> phased.forecastInPhase(x % phases, x / phases, age)
                                    .discountedTransactions(time, rate));
        } else {
            expected = null;
            discounted = null;
        }
    }

    /**
     * Creates a scorer of the next {@code time}, without discounting and spend.
     *
     * @param model with known parameters
     * @param time how far to look, in the model's unit of time, 0 or more
     */
    public static BatchScoring over(RepeatPurchaseModel model, double time) {
        return new BatchScoring(model, time, 0, null, 1);
    }

    /**
     * Returns a copy with purchases discounted for {@link CustomerScores#discountedTransactions} and {@link
     * CustomerScores#value}.
     *
     * @param continuousRate per unit of time, 0 or more
     */
    public BatchScoring withDiscountRate(double continuousRate) {
        return new BatchScoring(model, time, ArgumentChecks.requireRate(continuousRate), spend, margin);
    }

    /**
     * Returns a copy with spend per purchase and value.
     *
     * @param by how much customers spend
     * @param share of spend that is value, above 0 and at most 1
     */
    public BatchScoring withSpend(SpendModel by, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be above 0 and at most 1, was " + share);
        }
        return new BatchScoring(model, time, rate, Objects.requireNonNull(by, "by"), share);
    }

    /**
     * Scores customers without spend.
     *
     * @param repeats x of each customer
     * @param recency t_x of each customer, in the model's unit of time
     * @param age T of each customer, in the model's unit of time
     * @throws IllegalArgumentException if the columns differ in length or a customer is impossible
     */
    public CustomerScores score(int[] repeats, double[] recency, double[] age) {
        int[] none = new int[0];
        return score(repeats, recency, age, none, new double[0]);
    }

    /**
     * Scores customers.
     *
     * @param repeats x of each customer
     * @param recency t_x of each customer, in the model's unit of time
     * @param age T of each customer, in the model's unit of time
     * @param purchases over which each customer's mean spend was taken; empty if none is known
     * @param mean spend per purchase of each customer, above 0 or 0 without purchases; empty if none is known
     * @throws IllegalArgumentException if the columns differ in length or a customer is impossible
     * @throws NoMeanException if the spend model has no mean for some customer
     */
    public CustomerScores score(int[] repeats, double[] recency, double[] age, int[] purchases, double[] mean) {
        int size = repeats.length;
        if (recency.length != size
                || age.length != size
                || purchases.length != mean.length
                || (mean.length != size && mean.length != 0)) {
            throw new IllegalArgumentException("columns must be equally long, were " + size + ", " + recency.length
                    + ", " + age.length + ", " + purchases.length + ", " + mean.length);
        }
        CustomerScores scores = new CustomerScores(size, spend != null);
        int chunks = (size + CHUNK_SIZE - 1) / CHUNK_SIZE;
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            int end = Math.min(size, (chunk + 1) * CHUNK_SIZE);
            double[] alive = new double[model instanceof PhasedModel phased ? phased.phases() : 0];
            for (int i = chunk * CHUNK_SIZE; i < end; i++) {
                CustomerSummary.requireValid(repeats[i], recency[i], age[i]);
                scorePurchases(scores, i, repeats[i], recency[i], age[i], alive);
                if (spend != null) {
                    boolean known = mean.length > 0 && purchases[i] > 0;
                    double each = spend.expectedSpend(known ? purchases[i] : 0, known ? mean[i] : 0);
                    scores.setSpend(i, each, each * margin);
                }
            }
        });
        return scores;
    }

    private void scorePurchases(CustomerScores scores, int i, int x, double recency, double age, double[] alive) {
        if (model instanceof PhasedModel phased && expected != null && discounted != null) {
            double whole = phased.fillPhaseProbabilities(x, recency, age, alive);
            double first = 0;
            double present = 0;
            for (int phase = 0; phase < alive.length; phase++) {
                int row = x * alive.length + phase;
                first += alive[phase] * expected.at(row, age);
                present += discounted == expected ? 0 : alive[phase] * discounted.at(row, age);
            }
            scores.setPurchases(i, whole, first, discounted == expected ? first : present);
        } else {
            CustomerForecast outlook = model.forecast(new CustomerSummary(x, recency, age));
            scores.setPurchases(
                    i,
                    outlook.pAlive(),
                    outlook.expectedTransactions(time),
                    outlook.discountedTransactions(time, rate));
        }
    }
}
