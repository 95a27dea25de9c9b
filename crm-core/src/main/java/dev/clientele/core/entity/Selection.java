package dev.clientele.core.entity;

import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.SortDirection;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query that isn't run yet: records that meet a criteria, in an order. Immutable: narrowing and sorting give another selection; asking
 * for a page, a stream or a figure reads. Times relative to now are settled by the session's clock at that moment.
 *
 * @param <T> the record type
 */
public interface Selection<T extends Entity<T>> {

    /** Returns the selection of only those that also meet this. */
    Selection<T> and(Criteria more);

    /**
     * Returns the selection sorted by this field after the sort keys given so far; missing values last, ties settled by id.
     *
     * @throws dev.clientele.core.error.InvalidValueException if the field lives in the body and has no column
     */
    Selection<T> sortedBy(Field<T, ?> field, SortDirection direction);

    /** Returns the selection sorted by this field, smallest first. */
    default Selection<T> sortedBy(Field<T, ?> field) {
        return sortedBy(field, SortDirection.ASCENDING);
    }

    /**
     * Returns the selection sorted by a text without regard to case, after the sort keys given so far: by its folded form, code point by
     * code point and so alike on every database, not as a language sorts; missing values last, ties settled by id.
     *
     * @throws IllegalArgumentException if the field wasn't declared searchable
     */
    Selection<T> sortedByIgnoringCase(TextField<T> field, SortDirection direction);

    /** Returns the selection sorted by a text without regard to case, smallest first. */
    default Selection<T> sortedByIgnoringCase(TextField<T> field) {
        return sortedByIgnoringCase(field, SortDirection.ASCENDING);
    }

    /**
     * Reads the first records.
     *
     * @param limit 1 to 10,000
     * @throws IllegalArgumentException if the criteria or a sort key doesn't fit the fields of the type
     */
    Page<T> page(int limit);

    /**
     * Reads the records after a page.
     *
     * @param limit 1 to 10,000
     * @param next the token of the page before, from a selection that was built in the same way
     * @throws IllegalArgumentException if the token is damaged or was given for another selection or tenant
     */
    Page<T> page(int limit, String next);

    /** Returns the first record. */
    default Optional<T> first() {
        return page(1).items().stream().findFirst();
    }

    /**
     * Streams all records in constant memory. Has to be closed: it holds a session of the database open. Within a transaction nothing
     * else can be done in it until then.
     */
    Stream<T> stream();

    /**
     * Returns the selection of some columns of these records, for those who read many and need little of each: bodies are neither read
     * nor decoded.
     *
     * @param fields fields with columns, at least one
     * @throws IllegalArgumentException if a field lives in the body and has no column
     */
    ColumnSelection<T> columns(Collection<? extends Field<T, ?>> fields);

    /** Counts them. */
    long count();

    /**
     * Sums a field, zero over none: exact for whole numbers and decimals, to about 1e-12 relative for reals.
     *
     * @throws ArithmeticException if the total of a real field is beyond the range of a double
     */
    BigDecimal sum(OrderedField<T, ? extends Number> field);

    /** Returns the exact totals of a money field, one per currency. */
    MoneyTotals sum(MoneyField<T> field);

    /**
     * Computes figures by group, sorted by the groups' keys, missing last. Keys and values are column values: money is grouped and
     * measured through {@link #sum(MoneyField)} or by its currency.
     *
     * @throws IllegalArgumentException if there can't be such groups or figures of these fields
     */
    List<Group> aggregate(List<? extends Field<T, ?>> groupBy, List<Measure> measures);

    /**
     * Computes figures as {@link #aggregate(List, List)} does, where some of the days and instants are grouped by the ranges that they fall into:
     * months, weeks, times between which a rate holds. A group's key is then the start of its range; it is null for values
     * before the first, as for missing ones.
     *
     * @param starts where ranges of these grouped fields start: 1 to 4,000 values each, ascending; a range ends where the next
     *     starts, the last one never
     * @throws IllegalArgumentException if there can't be such groups, ranges or figures of these fields
     */
    List<Group> aggregate(
            List<? extends Field<T, ?>> groupBy,
            Map<? extends OrderedField<T, ?>, ? extends List<?>> starts,
            List<Measure> measures);
}
