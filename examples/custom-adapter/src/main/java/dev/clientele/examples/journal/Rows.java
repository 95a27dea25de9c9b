package dev.clientele.examples.journal;

import dev.clientele.persistence.Page;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Sort;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A query's answer, by looking at every row there is. What criteria, orders and cursors mean, the contract's own classes
 * know; ties need no comparison, since sorting a stream is stable.
 *
 * @param all what to look at, in the order that settles ties
 * @param id the built-in field that settles them
 * @param shown what the caller sees of a row
 */
record Rows<T>(Collection<Row> all, Criteria where, List<Sort> order, String id, Function<Row, T> shown) {

    Stream<T> stream() {
        return sorted(all.stream().filter(where::test)).map(shown);
    }

    Page<T> page(PageRequest request) {
        Cursor after = request.after();
        Stream<Row> rest = all.stream().filter(row -> after == null || after.isBefore(order, row, row.text(id)));
        List<Row> found =
                sorted(rest.filter(where::test)).limit(request.limit() + 1L).toList();
        boolean more = found.size() > request.limit();
        List<T> items = found.stream().limit(request.limit()).map(shown).toList();
        Row last = more ? found.get(request.limit() - 1) : null;
        return new Page<>(items, last == null ? null : Cursor.of(order, last, last.text(id)));
    }

    private Stream<Row> sorted(Stream<Row> rows) {
        return order.isEmpty() ? rows : rows.sorted(Sort.comparator(order));
    }
}
