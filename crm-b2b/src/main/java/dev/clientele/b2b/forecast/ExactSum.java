package dev.clientele.b2b.forecast;

import dev.clientele.core.value.ExchangeRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A sum of fractions that is rounded once, at the end. Not thread-safe. */
final class ExactSum {

    private final Map<BigDecimal, BigDecimal> numerators = new TreeMap<>();

    void add(BigDecimal amount, ExchangeRate rate) {
        numerators.merge(rate.denominator().stripTrailingZeros(), amount.multiply(rate.numerator()), BigDecimal::add);
    }

    Money rounded(CurrencyUnit currency) {
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ONE;
        for (Map.Entry<BigDecimal, BigDecimal> part : numerators.entrySet()) {
            numerator = numerator.multiply(part.getKey()).add(part.getValue().multiply(denominator));
            denominator = denominator.multiply(part.getKey());
        }
        return Money.of(currency, numerator.divide(denominator, currency.getDecimalPlaces(), RoundingMode.HALF_EVEN));
    }
}
