package dev.clientele.b2b.insight.forecast;

import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The deals of one key and category that close in one period.
 *
 * @param period when
 * @param key the value of the field that the forecast is grouped by; null for deals without one, and without grouping
 * @param category how firmly they are counted on
 * @param deals how many, those without an amount included
 * @param unpriced how many of them have no amount, and count for nothing
 * @param amount what they are worth
 * @param weighted the same, each weighted with its probability
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

    /** Refuses nulls but for the key. */
    public ForecastLine {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(weighted, "weighted");
    }
}
