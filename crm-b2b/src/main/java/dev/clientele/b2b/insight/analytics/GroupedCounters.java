package dev.clientele.b2b.insight.analytics;

import dev.clientele.persistence.criteria.SortDirection;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The counters of several stored values, in their order, missing last. Not thread-safe.
 *
 * @param <C> what counts
 */
final class GroupedCounters<C> {

    private final Supplier<C> start;
    private final Map<Optional<Object>, C> counts = new TreeMap<>((one, other) ->
            ValueOrder.compareMissingLast(one.orElse(null), other.orElse(null), SortDirection.ASCENDING));

    GroupedCounters(Supplier<C> start) {
        this.start = start;
    }

    /** Returns the counter of a stored value, or of a missing one. */
    C at(@Nullable Object value) {
        return counts.computeIfAbsent(Optional.ofNullable(value), unused -> start.get());
    }

    /** Returns the results of the counters, by the typed value of each stored one. */
    <K, R> Map<@Nullable K, R> results(Function<@Nullable Object, @Nullable K> key, Function<C, R> result) {
        Map<@Nullable K, R> results = new LinkedHashMap<>();
        counts.forEach((value, count) -> results.put(key.apply(value.orElse(null)), result.apply(count)));
        return Collections.unmodifiableMap(results);
    }
}
