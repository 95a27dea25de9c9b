package dev.clientele.b2c.analytics;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.MinorUnits;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.b2c.purchase.PurchasePolicy;
import dev.clientele.core.entity.Id;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Everybody's purchases in one currency, under one rule of what counts: what all tables of this package are made of.
 *
 * <pre>{@code
 * try (Stream<PurchaseLedger> ledgers = b2c.purchases().ledgers().all().stream()) {
 *     PurchaseBook<Id<Person>> book = PurchaseBook.ofLedgers(ledgers, GBP, CountingRule.standard());
 *     RepeatFunnel funnel = RepeatFunnel.of(book, 5);
 * }
 * }</pre>
 *
 * <p>Equal for equal purchases whatever their order; parts that don't overlap can be merged. Immutable and thread-safe.
 *
 * @param <C> how customers are named; their order settles ties
 */
public final class PurchaseBook<C extends Comparable<? super C>> {

    private final CurrencyUnit currency;
    private final CountingRule rule;
    private final SortedMap<C, PurchaseHistory> histories;
    private final List<Buyer<C>> buyers;

    PurchaseBook(CurrencyUnit currency, CountingRule rule, SortedMap<C, PurchaseHistory> histories) {
        this.currency = currency;
        this.rule = rule;
        this.histories = histories;
        List<Buyer<C>> counted = new ArrayList<>(histories.size());
        histories.forEach((customer, history) -> {
            var days = history.countedDays(rule);
            if (days.purchases() > 0) {
                counted.add(new Buyer<>(customer, days));
            }
        });
        this.buyers = List.copyOf(counted);
    }

    /** Creates a builder for purchases by day, as a host's own rows have them. */
    public static <C extends Comparable<? super C>> PurchaseBookBuilder<C> builder(
            CurrencyUnit currency, CountingRule rule) {
        return new PurchaseBookBuilder<>(currency, rule);
    }

    /**
     * Returns the book of stored ledgers: one short record per person. The stream is read to its end and not closed.
     *
     * @param currency amounts in others are left out
     */
    public static PurchaseBook<Id<Person>> ofLedgers(
            Stream<PurchaseLedger> ledgers, CurrencyUnit currency, CountingRule rule) {
        PurchaseBookBuilder<Id<Person>> book = builder(currency, rule);
        ledgers.forEach(
                ledger -> ledger.history(currency).ifPresent(history -> book.addHistory(ledger.person(), history)));
        return book.build();
    }

    /**
     * Returns the book of a stream of purchases and refunds in any order. What has the same key counts once; a refund
     * lowers the day of the purchase that it names if that is in the stream and by the same person, else its own day.
     * The stream is read to its end and not closed; memory grows with the number of keys, so that stored purchases are
     * better read from their ledgers.
     *
     * @param currency amounts in others are left out
     * @param policy on which day an instant falls, and what counts
     */
    public static PurchaseBook<Id<Person>> ofPurchases(
            Stream<Purchase> purchases, CurrencyUnit currency, PurchasePolicy policy) {
        RefundMatcher keyed = new RefundMatcher(currency, policy.clock());
        purchases.forEach(keyed::add);
        return keyed.addTo(builder(currency, policy.rule())).build();
    }

    /**
     * Returns this book joined with another one of purchases that aren't in this.
     *
     * @throws IllegalArgumentException if the other has another currency or another rule
     */
    public PurchaseBook<C> merge(PurchaseBook<C> other) {
        if (!rule.equals(other.rule)) {
            throw new IllegalArgumentException("rule must be " + rule + ", was " + other.rule);
        }
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currency must be " + currency + ", was " + other.currency);
        }
        SortedMap<C, PurchaseHistory> both = new TreeMap<>(histories);
        other.histories.forEach((customer, history) -> both.merge(customer, history, PurchaseHistory::merge));
        return new PurchaseBook<>(currency, rule, both);
    }

    /** Returns the same purchases under another rule. */
    public PurchaseBook<C> withCountingRule(CountingRule other) {
        return new PurchaseBook<>(currency, Objects.requireNonNull(other, "other"), histories);
    }

    /** Returns the currency of every amount. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** Returns the rule by which purchases count. */
    public CountingRule rule() {
        return rule;
    }

    /** Returns everybody with at least one purchase that counts, by customer. */
    public List<Buyer<C>> buyers() {
        return buyers;
    }

    /** Returns the days from the first to the last with a purchase that counts; empty if there is none. */
    public Optional<DayRange> dayRange() {
        Optional<LocalDate> first = buyers.stream().map(Buyer::first).min(LocalDate::compareTo);
        Optional<LocalDate> last = buyers.stream().map(Buyer::last).max(LocalDate::compareTo);
        return first.isPresent() && last.isPresent()
                ? Optional.of(DayRange.of(first.get(), last.get()))
                : Optional.empty();
    }

    /** Returns the number of purchases that count. */
    public long purchases() {
        return buyers.stream().mapToLong(Buyer::purchases).sum();
    }

    /** Returns the spend of those who have a purchase that counts. */
    public Money spend() {
        long minor = 0;
        for (Buyer<C> buyer : buyers) {
            minor = MinorUnits.add(minor, buyer.days().spendMinor());
        }
        return Money.ofMinor(currency, minor);
    }

    /** Returns every customer's history, by customer; those whose purchases were all undone included. Unmodifiable. */
    public Map<C, PurchaseHistory> histories() {
        return Collections.unmodifiableMap(histories);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurchaseBook<?> that
                && currency.equals(that.currency)
                && rule.equals(that.rule)
                && histories.equals(that.histories);
    }

    @Override
    public int hashCode() {
        return histories.hashCode();
    }

    /** Returns the number of customers, not their names. */
    @Override
    public String toString() {
        return "PurchaseBook[" + buyers.size() + " buyers, " + currency + "]";
    }
}
