package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.Keyset;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a sorted result that a database can read straight from an index.
 *
 * <p>A page after a cursor is up to three stretches, one after the other: the rows that tie with the cursor in the first
 * sort key, the rows beyond it, and the rows without a value. Asked for in one condition joined by {@code or}, most
 * databases would read and sort everything.
 *
 * @param condition the condition of its rows, beside the query's own
 * @param order the expressions that sort them
 */
record IndexRange(Criteria condition, List<String> order) {

    /** Returns the stretches after a cursor of this order, one after the other. */
    static List<IndexRange> after(@Nullable Cursor cursor, List<Sort> keys, QuerySource source, Dialect dialect) {
        String tie = source.tieBreaker().field().name();
        if (keys.isEmpty()) {
            Criteria beyond = cursor == null ? Criteria.always() : Criteria.compare(tie, Operator.ABOVE, cursor.id());
            return List.of(new IndexRange(beyond, List.of(dialect.orderExpression(source.tieBreaker()))));
        }
        Sort first = keys.get(0);
        List<Sort> others = keys.subList(1, keys.size());
        Criteria present = Criteria.not(Criteria.missing(first.field()));
        Criteria missing = Criteria.missing(first.field());
        boolean optional = source.column(first.field()).optional();
        List<IndexRange> segments = new ArrayList<>(3);
        if (cursor == null) {
            segments.add(new IndexRange(optional ? present : Criteria.always(), order(keys, true, source, dialect)));
        } else {
            List<@Nullable Object> otherValues = cursor.values().subList(1, keys.size());
            Criteria rest = Keyset.after(others, new Cursor(otherValues, cursor.id()), tie);
            @Nullable Object value = cursor.values().get(0);
            if (value == null) {
                return List.of(new IndexRange(missing.and(rest), order(others, false, source, dialect)));
            }
            Operator beyond = first.direction() == SortDirection.ASCENDING ? Operator.ABOVE : Operator.BELOW;
            Criteria tied = Criteria.equal(first.field(), value);
            segments.add(new IndexRange(tied.and(rest), order(others, false, source, dialect)));
            segments.add(
                    new IndexRange(Criteria.compare(first.field(), beyond, value), order(keys, true, source, dialect)));
        }
        if (optional) {
            segments.add(new IndexRange(missing, order(others, false, source, dialect)));
        }
        return segments;
    }

    /** Returns the order by the keys, of which the first may be known to have a value, and then by what settles ties. */
    private static List<String> order(List<Sort> keys, boolean firstPresent, QuerySource source, Dialect dialect) {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            FieldColumn column = source.column(keys.get(i).field());
            StringBuilder term = new StringBuilder(dialect.orderExpression(column));
            if (keys.get(i).direction() == SortDirection.DESCENDING) {
                term.append(" desc");
            }
            if (column.optional() && !(i == 0 && firstPresent)) {
                term.append(" nulls last");
            }
            order.add(term.toString());
        }
        order.add(dialect.orderExpression(source.tieBreaker()));
        return order;
    }
}
