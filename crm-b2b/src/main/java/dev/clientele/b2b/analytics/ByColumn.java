package dev.clientele.b2b.analytics;

import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.persistence.criteria.Direction;
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
 * Something counted for each value of a field, in the order of stored values, missing last. Not thread-safe.
 *
 * @param <K> the type of the field's values
 * @param <C> what counts
 */
final class ByColumn<K, C> {

    private final @Nullable ColumnField<Opportunity, K> field;
    private final Supplier<C> start;
    private final Map<Optional<Object>, C> counts = new TreeMap<>(
            (one, other) -> ValueOrder.compareMissingLast(one.orElse(null), other.orElse(null), Direction.ASCENDING));

    /** By a field, or of all deals together as if it were missing of each. */
    ByColumn(@Nullable ColumnField<Opportunity, K> field, Supplier<C> start) {
        this.field = field;
        this.start = start;
    }

    /** What counts for a stored value. */
    C at(@Nullable Object column) {
        return counts.computeIfAbsent(Optional.ofNullable(column), unused -> start.get());
    }

    /** What counts for a deal's value. */
    C of(Opportunity deal) {
        return at(field == null ? null : deal.columns().read(field.name()));
    }

    <R> Map<@Nullable K, R> results(Function<C, R> result) {
        Map<@Nullable K, R> results = new LinkedHashMap<>();
        counts.forEach((column, count) ->
                results.put(field == null ? null : field.valueOf(column.orElse(null)), result.apply(count)));
        return Collections.unmodifiableMap(results);
    }
}
