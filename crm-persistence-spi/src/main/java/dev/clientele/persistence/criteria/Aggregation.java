package dev.clientele.persistence.criteria;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate query: measures over records, by group.
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
 * @param where the condition that records have to meet
 * @param groupBy declared fields, none of them a text set or real
 * @param rangeStarts for those grouped fields that are grouped by range, where each range starts: 1 to {@link #MAX_RANGES}
 *     values, each after the one before; a range ends where the next one starts, the last one never
 * @param measures the figures to compute, at least one
 */
public record Aggregation(
        String source,
        @Nullable UUID subject,
        Criteria where,
        List<String> groupBy,
        Map<String, List<Object>> rangeStarts,
        List<Measure> measures) {

    /** The largest number of ranges by which a field can be grouped. */
    public static final int MAX_RANGES = 4000;

    /** The largest number of groups in a result; more is an error, so that a mistake can't fill the memory. */
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

    /** Creates an aggregation that groups by value. */
    public Aggregation(
            String source, @Nullable UUID subject, Criteria where, List<String> groupBy, List<Measure> measures) {
        this(source, subject, where, groupBy, Map.of(), measures);
    }

    /** Creates an aggregation over all records that meet a condition, grouped by value. */
    public Aggregation(String source, Criteria where, List<String> groupBy, List<Measure> measures) {
        this(source, null, where, groupBy, measures);
    }

    /** Returns this aggregation with these grouped fields grouped by range. */
    public Aggregation withRanges(Map<String, ? extends List<?>> from) {
        Map<String, List<Object>> ranges = new LinkedHashMap<>();
        from.forEach((field, values) -> ranges.put(field, List.copyOf(values)));
        return new Aggregation(source, subject, where, groupBy, ranges, measures);
    }

    /** Returns this aggregation over the entries about one record. */
    public Aggregation withSubject(UUID record) {
        return new Aggregation(source, record, where, groupBy, rangeStarts, measures);
    }

    /** Returns an aggregation that counts the records that meet a condition. */
    public static Aggregation count(String source, Criteria where) {
        return new Aggregation(source, where, List.of(), List.of(Measure.count()));
    }
}
