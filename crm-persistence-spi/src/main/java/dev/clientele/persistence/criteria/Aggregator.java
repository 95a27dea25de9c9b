package dev.clientele.persistence.criteria;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The computation of an {@link Aggregation} in memory, record by record: the definition of its result, and what the core
 * falls back on where an adapter can't push a criteria down.
 *
 * <p>Not thread-safe. Memory grows with the number of groups, not of records.
 */
public final class Aggregator {

    private final Aggregation aggregation;
    private final Map<List<@Nullable Object>, List<MeasureAccumulator>> groups = new HashMap<>();

    /** Creates an aggregator that has seen no record. */
    public Aggregator(Aggregation aggregation) {
        this.aggregation = aggregation;
    }

    /**
     * Adds a record if it meets the condition.
     *
     * @throws IllegalStateException if it would open more than {@link Aggregation#MAX_GROUPS} groups; a session tells that
     *     as an {@code UnsupportedException}
     */
    public void add(FieldReader record) {
        if (!aggregation.where().test(record)) {
            return;
        }
        List<@Nullable Object> key = new ArrayList<>(aggregation.groupBy().size());
        for (String field : aggregation.groupBy()) {
            List<Object> starts = aggregation.rangeStarts().get(field);
            key.add(starts == null ? record.read(field) : start(starts, record.read(field)));
        }
        List<MeasureAccumulator> figures = groups.get(key);
        if (figures == null) {
            if (groups.size() == Aggregation.MAX_GROUPS) {
                throw new IllegalStateException("more than " + Aggregation.MAX_GROUPS + " groups");
            }
            figures = start();
            groups.put(key, figures);
        }
        for (MeasureAccumulator figure : figures) {
            figure.add(record);
        }
    }

    /** Returns the groups so far, in the order that {@link Aggregation} promises. */
    public List<Group> groups() {
        if (aggregation.groupBy().isEmpty() && groups.isEmpty()) {
            return List.of(group(List.of(), start()));
        }
        return groups.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .sorted((left, right) -> compare(left.keys(), right.keys()))
                .toList();
    }

    /** Returns the start of the range that a value falls into. */
    private static @Nullable Object start(List<Object> starts, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        int found = Collections.binarySearch(starts, value, ValueOrder::compare);
        int range = found >= 0 ? found : ~found - 1;
        return range < 0 ? null : starts.get(range);
    }

    private List<MeasureAccumulator> start() {
        return aggregation.measures().stream().map(MeasureAccumulator::of).toList();
    }

    private static Group group(List<@Nullable Object> keys, List<MeasureAccumulator> figures) {
        List<@Nullable Object> values = new ArrayList<>(figures.size());
        for (MeasureAccumulator figure : figures) {
            values.add(figure.value());
        }
        return new Group(keys, values);
    }

    private static int compare(List<@Nullable Object> left, List<@Nullable Object> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = ValueOrder.compareMissingLast(left.get(i), right.get(i), SortDirection.ASCENDING);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
