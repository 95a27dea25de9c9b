package dev.clientele.persistence.criteria;

import java.util.List;
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
 * @param source name of a document type or of a log
 * @param subject only log entries that are about this record; null for all, and for documents
 * @param where which records
 * @param groupBy declared fields, none of them a text set or real
 * @param measures at least one figure
 */
public record Aggregation(
        String source, @Nullable UUID subject, Criteria where, List<String> groupBy, List<Measure> measures) {

    /** The most groups that a result may have; more is an error, so that a mistake can't fill the memory. */
    public static final int MAX_GROUPS = 100_000;

    /** Copies the lists. */
    public Aggregation {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(where, "where");
        groupBy = List.copyOf(groupBy);
        measures = List.copyOf(measures);
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("an aggregation needs at least one measure");
        }
    }

    /** Figures over all records that meet a condition. */
    public Aggregation(String source, Criteria where, List<String> groupBy, List<Measure> measures) {
        this(source, null, where, groupBy, measures);
    }

    /** The same figures over entries about one record. */
    public Aggregation about(UUID record) {
        return new Aggregation(source, record, where, groupBy, measures);
    }

    /** How many records meet a condition. */
    public static Aggregation count(String source, Criteria where) {
        return new Aggregation(source, where, List.of(), List.of(Measure.count()));
    }
}
