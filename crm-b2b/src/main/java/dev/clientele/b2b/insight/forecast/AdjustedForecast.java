package dev.clientele.b2b.insight.forecast;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import dev.clientele.core.hierarchy.Hierarchy;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The forecast of a sales representative and the team below, with managers' adjustments. Pure.
 *
 * @param original the weighted sum of the person's own deals and of all below
 * @param expected the latest adjustment of the person's forecast, which speaks for the team too; without one, what the person's
 *     own deals together with what is expected of those directly below
 * @param adjustment that adjustment, if there is one
 */
public record AdjustedForecast(Money original, Money expected, Optional<ForecastAdjustment> adjustment) {

    /** Checks that both are in one currency. */
    public AdjustedForecast {
        Objects.requireNonNull(adjustment, "adjustment");
        if (!original.getCurrencyUnit().equals(expected.getCurrencyUnit())) {
            throw new IllegalArgumentException(
                    "expected must be in " + original.getCurrencyUnit() + ", got " + expected.getCurrencyUnit());
        }
    }

    /** Returns the expected amount less the original one. */
    public Money difference() {
        return expected.minus(original);
    }

    /**
     * Rolls adjusted forecasts up the hierarchy of managers.
     *
     * @param forecast by owner
     * @param adjustments the latest of each; those of people who aren't in the hierarchy don't count
     * @throws IllegalArgumentException if an adjustment is in another currency than the forecast
     */
    public static Map<Id<SalesRep>, AdjustedForecast> rollUp(
            Forecast<Id<SalesRep>> forecast,
            Hierarchy<SalesRep> managers,
            Map<Id<SalesRep>, ForecastAdjustment> adjustments) {
        CurrencyUnit currency = forecast.currency();
        return managers.fold((rep, below) -> {
            Money own = forecast.forKey(rep.id()).weighted();
            Money original = below.stream().map(AdjustedForecast::original).reduce(own, Money::plus);
            Optional<ForecastAdjustment> adjustment = Optional.ofNullable(adjustments.get(rep.id()));
            Money expected = adjustment
                    .map(ForecastAdjustment::adjusted)
                    .orElseGet(
                            () -> below.stream().map(AdjustedForecast::expected).reduce(own, Money::plus));
            if (!expected.getCurrencyUnit().equals(currency)) {
                throw new IllegalArgumentException(
                        "adjustments must be in " + currency + ", got one in " + expected.getCurrencyUnit());
            }
            return new AdjustedForecast(original, expected, adjustment);
        });
    }
}
