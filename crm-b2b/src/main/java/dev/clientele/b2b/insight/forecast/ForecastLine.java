package dev.clientele.b2b.insight.forecast;

import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The deals of one key and category that close in one period.
 *
 * @param period the period
 * @param key the value of the field that the forecast is grouped by; null for deals without one, and without grouping
 * @param category the forecast category
 * @param deals the number of deals, those without an amount included
 * @param unpriced the number of deals without an amount, which add nothing
 * @param amount the sum of their amounts
 * @param weighted the sum of their amounts, each weighted with its probability
 * @param <K> the type of the key
 */
public record ForecastLine<K>(
        ForecastPeriod period,
        @Nullable K key,
        ForecastCategory category,
        long deals,
        long unpriced,
        Money amount,
        Money weighted) {

    /** Refuses nulls, but for the key. */
    public ForecastLine {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(weighted, "weighted");
    }
}
