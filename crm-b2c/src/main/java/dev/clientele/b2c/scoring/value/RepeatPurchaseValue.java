package dev.clientele.b2c.scoring.value;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.model.NoMeanException;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import dev.clientele.b2c.scoring.model.SpendModel;
import java.util.Objects;

/**
 * The residual value of customers: expected purchases, discounted, times expected spend, times margin. Purchases and
 * spend are independent in the models, hence the product (Fader, Hardie and Lee 2005, "RFM and CLV", Journal of
 * Marketing Research 42). Plain numbers in the models' own units; immutable and thread-safe.
 *
 * @param purchases how often and how long customers buy
 * @param spend how much they spend per purchase
 * @param margin share of the spend that is earned, above 0 and at most 1
 */
public record RepeatPurchaseValue(RepeatPurchaseModel purchases, SpendModel spend, double margin) {
    public RepeatPurchaseValue {
        Objects.requireNonNull(purchases, "purchases");
        Objects.requireNonNull(spend, "spend");
        if (!(margin > 0 && margin <= 1)) {
            throw new IllegalArgumentException("margin must be above 0 and at most 1, was " + margin);
        }
    }

    /** Creates a model of revenue, not profit: a margin of 1. */
    public static RepeatPurchaseValue ofRevenue(RepeatPurchaseModel purchases, SpendModel spend) {
        return new RepeatPurchaseValue(purchases, spend, 1);
    }

    /**
     * Returns the residual value of a customer over a limited time.
     *
     * @param customer purchases so far
     * @param spent spend so far
     * @param time how far to look, in the model's unit of time, 0 or more
     * @param rate continuous discount rate per unit of time, 0 or more
     * @throws NoMeanException if the spend model has no mean for this customer
     */
    public double residualValue(CustomerSummary customer, SpendSummary spent, double time, double rate) {
        return purchases.forecast(customer).discountedTransactions(time, rate) * spend.expectedSpend(spent) * margin;
    }

    /**
     * Returns the residual value of a customer for ever.
     *
     * @param customer purchases so far
     * @param spent spend so far
     * @param rate continuous discount rate per unit of time, above 0
     * @throws NoMeanException if the spend model has no mean for this customer
     */
    public double residualValue(CustomerSummary customer, SpendSummary spent, double rate) {
        return purchases.forecast(customer).discountedTransactions(rate) * spend.expectedSpend(spent) * margin;
    }

    /**
     * Returns the value of somebody who makes the first purchase now: that purchase and all repeats within a time.
     *
     * @param firstPurchase spend of the first purchase in units of currency
     * @param time how far to look, in the model's unit of time, 0 or more
     * @param rate continuous discount rate per unit of time, 0 or more
     * @throws NoMeanException if the spend model has no mean for a new customer
     */
    public double newCustomerValue(double firstPurchase, double time, double rate) {
        double repeats = purchases.forecastNewCustomer().discountedTransactions(time, rate);
        return (firstPurchase + repeats * spend.expectedSpend()) * margin;
    }
}
