package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A repeat-purchase model with known parameters: says how likely a history was and what to expect of a customer. Immutable
 * and thread-safe.
 */
public interface RepeatPurchaseModel {
    /** Returns the name in the literature, such as {@code BG/NBD}. */
    String name();

    /** Returns parameters by their names in the literature, in the order there; unmodifiable. */
    Map<String, Double> parameters();

    /** Returns whether time is counted in opportunities, whole numbers of calendar periods, as by BG/BB. */
    default boolean countsOpportunities() {
        return false;
    }

    /**
     * Sums up a history as this model counts its time.
     *
     * @param history purchases
     * @param asOf the last day that counts
     * @param rule what counts as a purchase
     * @param step the unit of this model's times
     * @return empty if nothing was bought by that day
     */
    default Optional<CustomerSummary> summarise(
            PurchaseHistory history, LocalDate asOf, CountingRule rule, TimeStep step) {
        return countsOpportunities()
                ? CustomerSummary.ofOpportunities(history, asOf, rule, step)
                : history.summary(asOf, rule).map(summary -> CustomerSummary.of(summary, step));
    }

    /** Computes ln of the likelihood of one customer's history; finite. */
    double logLikelihood(CustomerSummary customer);

    /** Forecasts a customer about whom nothing is known but that the first purchase has just happened. */
    CustomerForecast forecastNewCustomer();

    /** Forecasts a customer with this history. */
    CustomerForecast forecast(CustomerSummary customer);

    /** Returns the probability that the customer may still buy: short for {@code forecast(customer).pAlive()}. */
    default double pAlive(CustomerSummary customer) {
        return forecast(customer).pAlive();
    }

    /**
     * Returns the expected purchases in the next {@code time}: short for {@code
     * forecast(customer).expectedTransactions(time)}.
     */
    default double expectedTransactions(double time, CustomerSummary customer) {
        return forecast(customer).expectedTransactions(time);
    }
}
