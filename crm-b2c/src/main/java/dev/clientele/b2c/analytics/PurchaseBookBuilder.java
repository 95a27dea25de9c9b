package dev.clientele.b2c.analytics;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseHistoryBuilder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Collects purchases and refunds in any order, each at constant cost. Everything added counts: adding the same purchase twice
 * is two purchases. Not thread-safe; may go on being used after a build.
 *
 * @param <C> how customers are named
 */
public final class PurchaseBookBuilder<C extends Comparable<? super C>> {

    private final CurrencyUnit currency;
    private final CountingRule rule;
    private final Map<C, PurchaseHistoryBuilder> histories = new HashMap<>();

    PurchaseBookBuilder(CurrencyUnit currency, CountingRule rule) {
        this.currency = Objects.requireNonNull(currency, "currency");
        this.rule = Objects.requireNonNull(rule, "rule");
    }

    /**
     * Adds a purchase.
     *
     * @param day when, see {@link dev.clientele.b2c.purchase.PurchaseClock}
     * @param amount 0 or more, in the book's currency
     */
    public PurchaseBookBuilder<C> addPurchase(C customer, LocalDate day, Money amount) {
        of(customer).addPurchase(day, amount);
        return this;
    }

    /**
     * Adds a refund.
     *
     * @param day the day that it lowers: that of the purchase it belongs to where known, else its own
     * @param amount what was paid back, 0 or more, in the book's currency
     */
    public PurchaseBookBuilder<C> addRefund(C customer, LocalDate day, Money amount) {
        of(customer).addRefund(day, amount);
        return this;
    }

    /** Adds a customer's history in the book's currency, or another part of it. */
    public PurchaseBookBuilder<C> addHistory(C customer, PurchaseHistory history) {
        of(customer).addAll(history);
        return this;
    }

    private PurchaseHistoryBuilder of(C customer) {
        return histories.computeIfAbsent(
                Objects.requireNonNull(customer, "customer"), name -> PurchaseHistory.builder(currency));
    }

    /** Builds the book of everything added so far. */
    public PurchaseBook<C> build() {
        SortedMap<C, PurchaseHistory> built = new TreeMap<>();
        histories.forEach((customer, history) -> built.put(customer, history.build()));
        return new PurchaseBook<>(currency, rule, built);
    }
}
