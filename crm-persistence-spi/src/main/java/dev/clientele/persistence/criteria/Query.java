package dev.clientele.persistence.criteria;

import java.util.List;
import java.util.Objects;

/**
 * A query for documents: a condition and an order.
 *
 * @param source name of a document type
 * @param where the condition; {@link Criteria#always()} for all
 * @param order sort keys, most significant first; ties, and an empty order, are settled by id ascending
 */
public record Query(String source, Criteria where, List<Sort> order) {

    /** Copies the order. */
    public Query {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(where, "where");
        order = List.copyOf(order);
    }

    /** Returns the query for all documents of a type, by id. */
    public static Query all(String source) {
        return new Query(source, Criteria.always(), List.of());
    }

    /** Returns the query for the documents of a type that meet a condition, by id. */
    public static Query where(String source, Criteria where) {
        return new Query(source, where, List.of());
    }

    /** Returns this query with another order. */
    public Query sortedBy(Sort... keys) {
        return new Query(source, where, List.of(keys));
    }
}
