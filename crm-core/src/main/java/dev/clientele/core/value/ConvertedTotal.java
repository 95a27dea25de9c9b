package dev.clientele.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A total, in one currency, of amounts in several: kept as exact fractions and rounded once, however many rates went into it.
 * Not thread-safe.
 */
public final class ConvertedTotal {

    /** Digits after those of the currency that nearly always settle how a total is rounded. */
    private static final int GUARD_DIGITS = 30;

    private final CurrencyUnit currency;
    /** By denominator, without those over one, which are most. */
    private final Map<BigDecimal, BigDecimal> numerators = new TreeMap<>();

    private BigDecimal whole = BigDecimal.ZERO;

    /** Creates a total of zero in this currency. */
    public ConvertedTotal(CurrencyUnit currency) {
        this.currency = currency;
    }

    /**
     * Adds an amount, or a sum of amounts, in the currency that a rate converts from.
     *
     * @throws IllegalArgumentException if the rate converts into another currency than this total's
     */
    public void add(BigDecimal amount, ExchangeRate rate) {
        checkArgument(rate.to().equals(currency), "the rate must convert into %s, got %s", currency, rate);
        BigDecimal numerator = amount.multiply(rate.numerator());
        if (rate.denominator().compareTo(BigDecimal.ONE) == 0) {
            whole = whole.add(numerator);
        } else {
            numerators.merge(rate.denominator().stripTrailingZeros(), numerator, BigDecimal::add);
        }
    }

    /** Returns the total, rounded half to even to the minor unit. */
    public Money rounded() {
        int places = currency.getDecimalPlaces();
        BigDecimal low = whole;
        for (Map.Entry<BigDecimal, BigDecimal> part : numerators.entrySet()) {
            low = low.add(part.getValue().divide(part.getKey(), places + GUARD_DIGITS, RoundingMode.FLOOR));
        }
        BigDecimal high = low.add(BigDecimal.valueOf(numerators.size(), places + GUARD_DIGITS));
        BigDecimal rounded = low.setScale(places, RoundingMode.HALF_EVEN);
        boolean settled = rounded.compareTo(high.setScale(places, RoundingMode.HALF_EVEN)) == 0;
        return Money.of(currency, settled ? rounded : exact(places));
    }

    private BigDecimal exact(int places) {
        BigDecimal numerator = whole;
        BigDecimal denominator = BigDecimal.ONE;
        for (Map.Entry<BigDecimal, BigDecimal> part : numerators.entrySet()) {
            numerator = numerator.multiply(part.getKey()).add(part.getValue().multiply(denominator));
            denominator = denominator.multiply(part.getKey());
        }
        return numerator.divide(denominator, places, RoundingMode.HALF_EVEN);
    }
}
