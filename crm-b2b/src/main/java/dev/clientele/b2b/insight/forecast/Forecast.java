package dev.clientele.b2b.insight.forecast;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.hierarchy.Hierarchy;
import dev.clientele.core.hierarchy.IdHierarchy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The forecast of the deals that close in a period, in one currency. Immutable and thread-safe.
 *
 * <p>Every total is the sum of its lines.
 *
 * @param period the period in which the deals close
 * @param currency of every amount
 * @param lines sorted by period, then by the key's stored value (deals without one last), then by category
 * @param <K> the type of the key that it is grouped by
 */
public record Forecast<K>(ForecastPeriod period, CurrencyUnit currency, List<ForecastLine<K>> lines) {

    /** Copies the list. */
    public Forecast {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(currency, "currency");
        lines = List.copyOf(lines);
        for (ForecastLine<K> line : lines) {
            if (!line.amount().getCurrencyUnit().equals(currency)) {
                throw new IllegalArgumentException("every line must be in " + currency + ", got "
                        + line.amount().getCurrencyUnit());
            }
        }
    }

    /** Counts the deals. */
    public long deals() {
        return lines.stream().mapToLong(ForecastLine::deals).sum();
    }

    /** Counts the deals without an amount, which add nothing. */
    public long unpriced() {
        return lines.stream().mapToLong(ForecastLine::unpriced).sum();
    }

    /** Returns the amount of all deals. */
    public Money amount() {
        return sum(ForecastLine::amount);
    }

    /** Returns the amount of the deals of a category. */
    public Money amount(ForecastCategory category) {
        return where(line -> line.category() == category).amount();
    }

    /** Returns the amount of won deals. */
    public Money closed() {
        return amount(ForecastCategory.CLOSED);
    }

    /** Returns the amount of won and committed deals. */
    public Money commit() {
        return closed().plus(amount(ForecastCategory.COMMIT));
    }

    /** Returns the amount of won, committed and best-case deals. */
    public Money bestCase() {
        return commit().plus(amount(ForecastCategory.BEST_CASE));
    }

    /** Returns the amount of open deals: all but those won. */
    public Money open() {
        return amount().minus(closed());
    }

    /** Returns the weighted amount: each deal's amount times its probability, won deals in full. */
    public Money weighted() {
        return sum(ForecastLine::weighted);
    }

    /** Returns the keys that have lines, in their order; null among them if there are deals without one. */
    public List<@Nullable K> keys() {
        Set<@Nullable K> keys = new LinkedHashSet<>();
        lines.forEach(line -> keys.add(line.key()));
        return Collections.unmodifiableList(new ArrayList<>(keys));
    }

    /** Returns the periods that have lines, in order. */
    public List<ForecastPeriod> periods() {
        return lines.stream().map(ForecastLine::period).distinct().toList();
    }

    /** Returns the part of the forecast for a key; null for deals without one. */
    public Forecast<K> forKey(@Nullable K key) {
        return where(line -> Objects.equals(line.key(), key));
    }

    /** Returns the part of the forecast that closes in one of its periods. */
    public Forecast<K> forPeriod(ForecastPeriod part) {
        return where(line -> line.period().equals(part));
    }

    /** Returns the part of the forecast with the lines that meet a condition. */
    public Forecast<K> where(Predicate<ForecastLine<K>> condition) {
        return new Forecast<>(period, currency, lines.stream().filter(condition).toList());
    }

    /** Returns the lines of this and of another forecast over the same period in the same currency. */
    public Forecast<K> plus(Forecast<K> other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException("other must be in " + currency + ", got " + other.currency);
        }
        if (!other.period.equals(period)) {
            throw new IllegalArgumentException("other must be over " + period + ", got " + other.period);
        }
        List<ForecastLine<K>> all = new ArrayList<>(lines);
        all.addAll(other.lines);
        return new Forecast<>(period, currency, all);
    }

    /**
     * Rolls a forecast up a hierarchy: returns for each record the part that belongs to it and all below it, a
     * manager's with the team's, a territory's with those of its parts. Lines of keys that aren't in the hierarchy are
     * in none.
     */
    public static <R extends Entity<R>> Map<Id<R>, Forecast<Id<R>>> rollUp(
            Forecast<Id<R>> forecast, Hierarchy<R> hierarchy) {
        ListMultimap<Id<R>, ForecastLine<Id<R>>> own = forecast.linesByKey();
        return hierarchy.rollUp(record -> forecast.withLines(own.get(record.id())), Forecast::plus);
    }

    /** Rolls a forecast up a hierarchy of which only the ids are known; otherwise as {@link #rollUp(Forecast, Hierarchy)}. */
    public static <R extends Entity<R>> Map<Id<R>, Forecast<Id<R>>> rollUp(
            Forecast<Id<R>> forecast, IdHierarchy<R> hierarchy) {
        ListMultimap<Id<R>, ForecastLine<Id<R>>> own = forecast.linesByKey();
        return hierarchy.fold((id, parts) -> {
            List<ForecastLine<Id<R>>> all = new ArrayList<>(own.get(id));
            parts.forEach(part -> all.addAll(part.lines));
            return forecast.withLines(all);
        });
    }

    private Forecast<K> withLines(List<ForecastLine<K>> some) {
        return new Forecast<>(period, currency, some);
    }

    private ListMultimap<K, ForecastLine<K>> linesByKey() {
        ListMultimap<K, ForecastLine<K>> byKey = ArrayListMultimap.create();
        for (ForecastLine<K> line : lines) {
            K key = line.key();
            if (key != null) {
                byKey.put(key, line);
            }
        }
        return byKey;
    }

    private Money sum(Function<ForecastLine<K>, Money> figure) {
        return lines.stream().map(figure).reduce(Money.zero(currency), Money::plus);
    }
}
