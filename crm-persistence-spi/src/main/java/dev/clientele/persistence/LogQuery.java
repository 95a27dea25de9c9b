package dev.clientele.persistence;

import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A query for log entries by time. The order is {@link LogType#OCCURRED_AT} in the direction given; ties are settled by
 * key, ascending.
 *
 * @param log name of a {@link LogType}
 * @param subject only entries that are about this record; null for all
 * @param where only entries that meet this; a time range is a criteria on {@link LogType#OCCURRED_AT}
 * @param direction oldest or newest first
 */
public record LogQuery(String log, @Nullable UUID subject, Criteria where, SortDirection direction) {

    /** Checks that nothing but the subject is null. */
    public LogQuery {
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(direction, "direction");
    }

    /** Returns the query for all entries about a record, newest first. */
    public static LogQuery newestFirst(String log, UUID subject) {
        return new LogQuery(log, subject, Criteria.always(), SortDirection.DESCENDING);
    }

    /** Returns the query for all entries, oldest first. */
    public static LogQuery all(String log) {
        return new LogQuery(log, null, Criteria.always(), SortDirection.ASCENDING);
    }

    /** Returns this query for the entries about one record alone. */
    public LogQuery about(UUID record) {
        return new LogQuery(log, Objects.requireNonNull(record, "record"), where, direction);
    }

    /** Returns this query with one more criteria that entries have to meet. */
    public LogQuery and(Criteria more) {
        return new LogQuery(log, subject, where.and(more), direction);
    }

    /** Returns the sort keys of this query, for cursors. */
    public List<Sort> order() {
        return List.of(new Sort(LogType.OCCURRED_AT, direction));
    }
}
