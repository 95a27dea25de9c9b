package dev.clientele.b2b.insight.forecast;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.ValueInterval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.numbers.gamma.InverseErf;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The interval of the amount that will be won around the expected one. Not thread-safe. */
final class ForecastUncertainty {

    /** The columns of a deal that count. */
    static final List<Field<Opportunity, ?>> COLUMNS =
            List.of(Opportunity.AMOUNT, Opportunity.CLOSE_DATE, Opportunity.PROBABILITY, Opportunity.KIND);

    private static final double SQRT_2 = Math.sqrt(2);

    private final CurrencyUnit currency;
    private final ExchangeRates rates;
    private Money won;
    private Money all;
    private double expected;
    private double variance;

    ForecastUncertainty(CurrencyUnit currency, ExchangeRates rates) {
        this.currency = currency;
        this.rates = rates;
        this.won = Money.zero(currency);
        this.all = Money.zero(currency);
    }

    void add(RecordColumns<Opportunity> deal) {
        Money amount = deal.get(Opportunity.AMOUNT);
        LocalDate closing = deal.require(Opportunity.CLOSE_DATE);
        if (amount == null) {
            return;
        }
        Money converted = rates.convert(amount, currency, closing, RoundingMode.HALF_EVEN);
        double value = converted.getAmount().doubleValue();
        double probability = deal.require(Opportunity.PROBABILITY).doubleValue();
        all = all.plus(converted);
        if (deal.require(Opportunity.KIND) == StageKind.WON) {
            won = won.plus(converted);
        }
        expected += value * probability;
        variance += value * value * probability * (1 - probability);
    }

    ValueInterval interval(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be above 0 and below 1, got " + level);
        }
        double reach = SQRT_2 * InverseErf.value(level) * Math.sqrt(variance);
        Money low = within(expected - reach);
        Money high = within(expected + reach);
        return ValueInterval.of(low, high.isLessThan(low) ? low : high, level);
    }

    private Money within(double amount) {
        Money money = Money.of(currency, new BigDecimal(amount), RoundingMode.HALF_EVEN);
        if (money.isLessThan(won)) {
            return won;
        }
        return money.isGreaterThan(all) ? all : money;
    }
}
