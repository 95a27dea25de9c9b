package dev.clientele.core.value;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Sums of money, one for each currency, never across.
 *
 * <p>A currency whose sum is zero isn't kept, so adding and taking away again leaves what was there before, and a total of
 * zero needs no exchange rate. Currencies come in the order of their codes. Immutable and thread-safe.
 */
public final class MoneyTotals {
    private static final String NOTHING = "0";
    private static final String SEPARATOR = " + ";
    private static final MoneyTotals EMPTY = new MoneyTotals(ImmutableSortedMap.of());

    private final ImmutableSortedMap<CurrencyUnit, Money> sums;

    /** Copies the map without its zeros. */
    private MoneyTotals(SortedMap<CurrencyUnit, Money> sums) {
        this.sums = ImmutableSortedMap.copyOfSorted(Maps.filterValues(sums, sum -> !sum.isZero()));
    }

    /** Returns no money: zero in every currency. */
    public static MoneyTotals empty() {
        return EMPTY;
    }

    /** Returns the totals of these amounts. */
    public static MoneyTotals of(Money... amounts) {
        return of(List.of(amounts));
    }

    /** Returns the totals of these amounts, in any currencies; empty for none. */
    public static MoneyTotals of(Collection<Money> amounts) {
        return amounts.stream().collect(summing());
    }

    /** Adds up a stream, also a parallel one. */
    public static Collector<Money, ?, MoneyTotals> summing() {
        return Collector.<Money, SortedMap<CurrencyUnit, Money>, MoneyTotals>of(
                TreeMap::new,
                MoneyTotals::add,
                (left, right) -> {
                    right.values().forEach(amount -> add(left, amount));
                    return left;
                },
                MoneyTotals::new);
    }

    private static void add(Map<CurrencyUnit, Money> sums, Money amount) {
        sums.merge(amount.getCurrencyUnit(), amount, Money::plus);
    }

    /** Returns these totals with an amount added. */
    public MoneyTotals plus(Money amount) {
        SortedMap<CurrencyUnit, Money> copy = new TreeMap<>(sums);
        add(copy, amount);
        return new MoneyTotals(copy);
    }

    /** Returns these totals with others added, currency by currency. */
    public MoneyTotals plus(MoneyTotals others) {
        SortedMap<CurrencyUnit, Money> copy = new TreeMap<>(sums);
        others.sums.values().forEach(amount -> add(copy, amount));
        return new MoneyTotals(copy);
    }

    /** Returns these totals with an amount taken away. */
    public MoneyTotals minus(Money amount) {
        return plus(amount.negated());
    }

    /** Returns these totals with others taken away, currency by currency. */
    public MoneyTotals minus(MoneyTotals others) {
        return plus(others.negated());
    }

    /** Returns the same totals with the opposite sign. */
    public MoneyTotals negated() {
        return of(sums.values().stream().map(Money::negated).toList());
    }

    /** Returns the sum in one currency; zero if it has none. Amounts in other currencies don't count. */
    public Money amountIn(CurrencyUnit currency) {
        Money sum = sums.get(Objects.requireNonNull(currency, "currency"));
        return sum == null ? Money.zero(currency) : sum;
    }

    /** Returns the currencies whose sum isn't zero, by code; unmodifiable. */
    public SortedSet<CurrencyUnit> currencies() {
        return sums.keySet();
    }

    /** Returns the sums that aren't zero, by currency code; unmodifiable. */
    public List<Money> amounts() {
        return sums.values().asList();
    }

    /** Returns whether the sum is zero in every currency. */
    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /**
     * Converts to one sum in one currency: each currency's total is converted at the rate in force on a date and rounded, and the
     * results are added. Amounts of different dates are converted before they are added up, by
     * {@link ExchangeRates#convert}.
     *
     * @throws MissingExchangeRateException if the rate of a currency is missing; nothing is left out
     * @throws ArithmeticException if the mode is {@link RoundingMode#UNNECESSARY} and rounding is necessary
     */
    public Money convert(CurrencyUnit to, LocalDate date, ExchangeRates rates, RoundingMode rounding) {
        Money total = Money.zero(to);
        for (Money sum : sums.values()) {
            total = total.plus(rates.convert(sum, to, date, rounding));
        }
        return total;
    }

    /**
     * Reads the text form back.
     *
     * @throws IllegalArgumentException if the text is not of the form that {@link #toString} writes
     */
    public static MoneyTotals parse(String text) {
        Objects.requireNonNull(text, "text");
        if (text.equals(NOTHING)) {
            return EMPTY;
        }
        return of(List.of(text.split(Pattern.quote(SEPARATOR), -1)).stream()
                .map(Money::parse)
                .toList());
    }

    /** Returns whether every currency's sum is equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MoneyTotals totals && totals.sums.equals(sums);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }

    /** Returns a text such as {@code EUR 10.00 + USD -2.50}; {@code 0} when there is nothing. */
    @Override
    public String toString() {
        return sums.isEmpty()
                ? NOTHING
                : String.join(
                        SEPARATOR, sums.values().stream().map(Money::toString).toList());
    }
}
