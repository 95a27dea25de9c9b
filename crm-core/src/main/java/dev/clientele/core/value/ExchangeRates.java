package dev.clientele.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import com.google.common.collect.Tables;
import com.google.common.collect.TreeBasedTable;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Exchange rates with the dates from which they are in force.
 *
 * <p>The rate on a date is the latest quoted for that date or an earlier one; it stays in force until the next. Before the
 * first quote there is none, and asking is an error that names the pair and the date: a closed deal is never converted at
 * a rate that wasn't known on its day.
 *
 * <p>By default only the pair that was quoted answers. Whoever builds the rates may also allow the inverse of the opposite
 * pair ({@link Builder#allowInverse()}) and cross rates through one pivot currency ({@link Builder#crossThrough}). A
 * quoted pair goes before an inverse, and both before a cross rate, whatever their dates. Derived rates are exact
 * fractions. Rates are middle rates: no spread between buying and selling.
 *
 * <p>This is an immutable snapshot, safe for any thread; {@link #toBuilder()} starts a later one.
 */
public final class ExchangeRates {
    private static final ExchangeRates NONE = builder().build();

    /** The quotes by base, term and first day; a map of dates answers at once what a map of ranges would. */
    private final ImmutableTable<CurrencyUnit, CurrencyUnit, ImmutableSortedMap<LocalDate, BigDecimal>> quotes;

    private final boolean inverse;
    private final @Nullable CurrencyUnit pivot;

    private ExchangeRates(Builder builder) {
        this.quotes = ImmutableTable.copyOf(Tables.transformValues(builder.quotes, ImmutableSortedMap::copyOf));
        this.inverse = builder.inverse;
        this.pivot = builder.pivot;
    }

    /** Returns no rates: every conversion between two different currencies fails. */
    public static ExchangeRates none() {
        return NONE;
    }

    /** Starts without rates, without inverse and without cross rates. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from these rates and this policy. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.quotes.putAll(Tables.transformValues(quotes, TreeMap::new));
        builder.inverse = inverse;
        builder.pivot = pivot;
        return builder;
    }

    /** Finds the rate in force on a date; one for one when both currencies are the same. */
    public Optional<ExchangeRate> find(CurrencyUnit from, CurrencyUnit to, LocalDate date) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(date, "date");
        if (from.equals(to)) {
            return Optional.of(ExchangeRate.identity(from, date));
        }
        return findDirect(from, to, date).or(() -> findCross(from, to, date));
    }

    /**
     * Returns the rate in force on a date.
     *
     * @throws MissingExchangeRateException if there is none
     */
    public ExchangeRate rate(CurrencyUnit from, CurrencyUnit to, LocalDate date) {
        return find(from, to, date).orElseThrow(() -> new MissingExchangeRateException(from, to, date));
    }

    /**
     * Finds the days of a period on which a rate into a currency may become another: between two of them next to each other, the
     * rate from any currency stays as it is.
     *
     * @param startInclusive the first day of the period
     */
    public NavigableSet<LocalDate> changeDates(CurrencyUnit to, LocalDate startInclusive, LocalDate endExclusive) {
        ImmutableSortedSet.Builder<LocalDate> days = ImmutableSortedSet.naturalOrder();
        quotes.rowMap()
                .forEach((quotedFrom, byTo) -> byTo.forEach((quotedTo, dated) -> {
                    if (quotedTo.equals(to) || (inverse && quotedFrom.equals(to)) || pivot != null) {
                        BigDecimal before = value(dated.lowerEntry(startInclusive));
                        for (Map.Entry<LocalDate, BigDecimal> quote :
                                dated.subMap(startInclusive, endExclusive).entrySet()) {
                            if (before == null || before.compareTo(quote.getValue()) != 0) {
                                days.add(quote.getKey());
                            }
                            before = quote.getValue();
                        }
                    }
                }));
        return days.build();
    }

    private static @Nullable BigDecimal value(Map.@Nullable Entry<LocalDate, BigDecimal> quote) {
        return quote == null ? null : quote.getValue();
    }

    /**
     * Converts an amount at the rate in force on a date, rounding once to the minor unit of {@code to}. An amount already
     * in that currency is returned as it is; zero of another currency needs a rate like any amount.
     *
     * @throws MissingExchangeRateException if there is no rate
     * @throws ArithmeticException if the mode is {@link RoundingMode#UNNECESSARY} and rounding is necessary
     */
    public Money convert(Money amount, CurrencyUnit to, LocalDate date, RoundingMode rounding) {
        Objects.requireNonNull(rounding, "rounding");
        return rate(amount.getCurrencyUnit(), to, date).convert(amount, rounding);
    }

    private Optional<ExchangeRate> findDirect(CurrencyUnit from, CurrencyUnit to, LocalDate date) {
        Optional<ExchangeRate> quoted = findQuoted(from, to, date);
        return quoted.isPresent() || !inverse
                ? quoted
                : findQuoted(to, from, date).map(ExchangeRate::inverted);
    }

    private Optional<ExchangeRate> findQuoted(CurrencyUnit from, CurrencyUnit to, LocalDate date) {
        return Optional.ofNullable(quotes.get(from, to))
                .map(dated -> dated.floorEntry(date))
                .map(quote -> new ExchangeRate(
                        from, to, quote.getKey(), quote.getValue(), BigDecimal.ONE, ExchangeRate.Origin.QUOTED));
    }

    private Optional<ExchangeRate> findCross(CurrencyUnit from, CurrencyUnit to, LocalDate date) {
        CurrencyUnit through = pivot;
        if (through == null || through.equals(from) || through.equals(to)) {
            return Optional.empty();
        }
        return findDirect(from, through, date)
                .flatMap(first -> findDirect(through, to, date).map(first::crossWith));
    }

    /** Returns whether the other has equal quotes and the same policy. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExchangeRates rates
                && rates.quotes.equals(quotes)
                && rates.inverse == inverse
                && Objects.equals(rates.pivot, pivot);
    }

    @Override
    public int hashCode() {
        return Objects.hash(quotes, inverse, pivot);
    }

    /** Returns how many pairs and quotes there are and which derived rates are allowed. */
    @Override
    public String toString() {
        int count = quotes.values().stream().mapToInt(Map::size).sum();
        return "ExchangeRates[" + count + " quotes of " + quotes.size() + " pairs"
                + (inverse ? ", inverse allowed" : "")
                + (pivot == null ? "" : ", cross through " + pivot) + "]";
    }

    /** Collects quotes. By default neither inverse nor cross rates are derived. Not thread-safe. */
    public static final class Builder {
        private final Table<CurrencyUnit, CurrencyUnit, TreeMap<LocalDate, BigDecimal>> quotes =
                TreeBasedTable.create();
        private boolean inverse;
        private @Nullable CurrencyUnit pivot;

        private Builder() {}

        /**
         * Adds a quote: one unit of {@code from} is {@code rate} units of {@code to} from a date on.
         *
         * @param rate above 0, at most 38 digits
         * @throws InvalidValueException if the currencies are the same, the rate isn't above 0, or another rate was
         *     already quoted for the pair and date
         */
        public Builder quote(CurrencyUnit from, CurrencyUnit to, LocalDate since, BigDecimal rate) {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(since, "since");
            BigDecimal kept = DecimalLimits.requireBounded("rate", rate);
            checkArgument(!from.equals(to), "from and to must be two currencies, got %s twice", from);
            checkArgument(kept.signum() > 0, "rate must be above 0, got %s", rate);
            BigDecimal earlier = quotes.row(from)
                    .computeIfAbsent(to, pair -> new TreeMap<>())
                    .putIfAbsent(since, kept);
            if (earlier != null && earlier.compareTo(kept) != 0) {
                throw new InvalidValueException(
                        "",
                        ViolationCode.REPEATED,
                        "the rate from " + from + " to " + to + " since " + since + " must be quoted once, got "
                                + earlier + " and " + kept);
            }
            return this;
        }

        /** Adds a quote with the rate as text, such as {@code "1.08"}. */
        public Builder quote(CurrencyUnit from, CurrencyUnit to, LocalDate since, String rate) {
            return quote(from, to, since, new BigDecimal(rate));
        }

        /** Allows to answer a pair that wasn't quoted with the inverse of the opposite pair. */
        public Builder allowInverse() {
            this.inverse = true;
            return this;
        }

        /** Allows to answer a pair that has no rate of its own by way of a currency, such as the euro with ECB rates. */
        public Builder crossThrough(CurrencyUnit currency) {
            this.pivot = Objects.requireNonNull(currency, "currency");
            return this;
        }

        /** Builds an immutable copy of what was collected. */
        public ExchangeRates build() {
            return new ExchangeRates(this);
        }
    }
}
