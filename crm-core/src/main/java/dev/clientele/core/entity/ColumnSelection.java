package dev.clientele.core.entity;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A query that isn't run yet for some columns of records: what a {@link Selection} gives, without reading and decoding their bodies. A
 * record that is stored in an older form of its type counts with its columns as they are stored, as in criteria and figures. Immutable.
 *
 * @param <T> the record type
 */
public interface ColumnSelection<T> {

    /**
     * Reads the columns of the first records.
     *
     * @param limit 1 to 10,000
     */
    Page<RecordColumns<T>> page(int limit);

    /**
     * Reads the columns of the records after a page.
     *
     * @param limit 1 to 10,000
     * @param next the token of the page before, from a selection that was built in the same way
     * @throws IllegalArgumentException if the token is damaged or was given for another selection or tenant
     */
    Page<RecordColumns<T>> page(int limit, String next);

    /** Streams the columns of all records in constant memory, on the same terms as {@link Selection#stream()}. */
    Stream<RecordColumns<T>> stream();

    /**
     * Reads the columns of all records page by page, so that other things can be asked in between; on one state within a snapshot or a
     * transaction.
     *
     * @param size records of a page, 1 to 10,000
     * @param work given each page, none of them empty
     */
    default void forEachPage(int size, Consumer<List<RecordColumns<T>>> work) {
        Page<RecordColumns<T>> page = page(size);
        while (!page.items().isEmpty()) {
            work.accept(page.items());
            Optional<String> next = page.next();
            if (next.isEmpty()) {
                return;
            }
            page = page(size, next.get());
        }
    }
}
