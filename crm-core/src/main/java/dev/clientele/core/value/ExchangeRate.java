package dev.clientele.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A rate that answers a question to {@link ExchangeRates}, with where it came from.
 *
 * <p>One unit of {@code from} is {@code numerator / denominator} units of {@code to}. It is kept as a fraction so that the
 * inverse of a quoted rate, or a cross rate, is exact and a conversion rounds once. Immutable and thread-safe.
 *
 * @param from the currency converted
 * @param to the currency converted into
 * @param since the date from which the rate is in force; of a cross rate, the earlier of its two
 * @param numerator above 0
 * @param denominator above 0
 * @param origin how it was found
 */
public record ExchangeRate(
        CurrencyUnit from,
        CurrencyUnit to,
        LocalDate since,
        BigDecimal numerator,
        BigDecimal denominator,
        Origin origin) {

    /** The source of a rate. */
    public enum Origin {
        /** Both currencies are the same. */
        IDENTITY,
        /** The pair was quoted. */
        QUOTED,
        /** The pair was quoted the other way around. */
        INVERSE,
        /** Two rates were multiplied, through the pivot currency. */
        CROSS
    }

    /** Checks that the fraction is positive. */
    public ExchangeRate {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(origin, "origin");
        checkArgument(
                numerator.signum() > 0 && denominator.signum() > 0,
                "numerator and denominator must be above 0, got %s and %s",
                numerator,
                denominator);
    }

    static ExchangeRate identity(CurrencyUnit currency, LocalDate date) {
        return new ExchangeRate(currency, currency, date, BigDecimal.ONE, BigDecimal.ONE, Origin.IDENTITY);
    }

    ExchangeRate inverted() {
        return new ExchangeRate(to, from, since, denominator, numerator, Origin.INVERSE);
    }

    ExchangeRate crossWith(ExchangeRate next) {
        return new ExchangeRate(
                from,
                next.to,
                since.isBefore(next.since) ? since : next.since,
                numerator.multiply(next.numerator),
                denominator.multiply(next.denominator),
                Origin.CROSS);
    }

    /**
     * Converts an amount, rounding once to the minor unit of {@link #to}.
     *
     * @throws IllegalArgumentException if the amount isn't in {@link #from}
     * @throws ArithmeticException if the mode is {@link RoundingMode#UNNECESSARY} and rounding is necessary
     */
    public Money convert(Money amount, RoundingMode rounding) {
        checkArgument(
                amount.getCurrencyUnit().equals(from), "amount must be in %s, got %s", from, amount.getCurrencyUnit());
        BigDecimal converted =
                amount.getAmount().multiply(numerator).divide(denominator, to.getDecimalPlaces(), rounding);
        return Money.of(to, converted);
    }

    /** Returns the rate as one decimal, rounded to the given precision, for display and for reports. */
    public BigDecimal toDecimal(MathContext precision) {
        return numerator.divide(denominator, precision);
    }

    /** Returns a text for people: {@code 1 EUR = 1.08 USD since 2025-04-01 (quoted)}. */
    @Override
    public String toString() {
        return "1 " + from + " = "
                + toDecimal(MathContext.DECIMAL32).stripTrailingZeros().toPlainString() + " " + to + " since " + since
                + switch (origin) {
                    case IDENTITY -> " (identity)";
                    case QUOTED -> " (quoted)";
                    case INVERSE -> " (inverse)";
                    case CROSS -> " (cross)";
                };
    }
}
