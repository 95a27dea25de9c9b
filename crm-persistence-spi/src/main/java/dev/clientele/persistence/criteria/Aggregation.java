package dev.clientele.persistence.criteria;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Figures over records, by group.
 *
 * <p>Without {@code groupBy} there is exactly one group, also over no records. With it there is one group per combination
 * of values that occurs, a missing value being a value of its own; groups come sorted by their keys ascending, missing
 * last.
 *
 * <p>A field of dates or instants can be grouped by the ranges that its values fall into, such as months: a group's key is
 * then the start of the range, and values before the first range are under a missing key, as missing ones are.
 *
 * @param source name of a document type or of a log
 * @param subject only log entries that are about this record; null for all, and for documents
 * @param where which records
 * @param groupBy declared fields, none of them a text set or real
 * @param rangeStarts for those grouped fields that are grouped by range, where each range starts: 1 to {@link #MAX_RANGES} values,
 *     each after the one before; a range ends where the next one starts, the last one never
 * @param measures at least one figure
 */
public record Aggregation(
        String source,
        @Nullable UUID subject,
        Criteria where,
        List<String> groupBy,
        Map<String, List<Object>> rangeStarts,
        List<Measure> measures) {

    /** The most ranges by which a field can be grouped. */
    public static final int MAX_RANGES = 4000;

    /** The most groups that a result may have; more is an error, so that a mistake can't fill the memory. */
    public static final int MAX_GROUPS = 100_000;

    /** Copies the lists and the map. */
    public Aggregation {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(where, "where");
        groupBy = List.copyOf(groupBy);
        Map<String, List<Object>> copy = new LinkedHashMap<>();
        rangeStarts.forEach((field, values) -> copy.put(field, List.copyOf(values)));
        rangeStarts = Map.copyOf(copy);
        measures = List.copyOf(measures);
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("an aggregation needs at least one measure");
        }
    }

    /** Figures by value. */
    public Aggregation(
            String source, @Nullable UUID subject, Criteria where, List<String> groupBy, List<Measure> measures) {
        this(source, subject, where, groupBy, Map.of(), measures);
    }

    /** Figures over all records that meet a condition, by value. */
    public Aggregation(String source, Criteria where, List<String> groupBy, List<Measure> measures) {
        this(source, null, where, groupBy, measures);
    }

    /** The same figures, by ranges of these grouped fields. */
    public Aggregation withRanges(Map<String, ? extends List<?>> from) {
        Map<String, List<Object>> ranges = new LinkedHashMap<>();
        from.forEach((field, values) -> ranges.put(field, List.copyOf(values)));
        return new Aggregation(source, subject, where, groupBy, ranges, measures);
    }

    /** The same figures over entries about one record. */
    public Aggregation withSubject(UUID record) {
        return new Aggregation(source, record, where, groupBy, rangeStarts, measures);
    }

    /** How many records meet a condition. */
    public static Aggregation count(String source, Criteria where) {
        return new Aggregation(source, where, List.of(), List.of(Measure.count()));
    }
}
