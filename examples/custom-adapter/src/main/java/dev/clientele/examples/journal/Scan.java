package dev.clientele.examples.journal;

import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Sort;
import java.util.List;
import java.util.stream.Stream;

/**
 * A query that looks at every row there is. The contract's own classes evaluate criteria, orders and cursors; ties need no
 * comparison, since sorting a stream is stable.
 *
 * @param all the rows as the session's schema shows them, in the order that settles ties; read once
 * @param id the built-in field that settles them
 */
record Scan<T extends FieldReader>(Stream<T> all, Criteria where, List<Sort> order, String id) {

    Stream<T> stream() {
        Stream<T> found = all.filter(where::test);
        return order.isEmpty() ? found : found.sorted(Sort.comparator(order));
    }

    ResultPage<T> page(PageRequest request) {
        Cursor after = request.after();
        Stream<T> rest = all.filter(row -> after == null || after.isBefore(order, row, id(row)));
        List<T> items = new Scan<>(rest, where, order, id)
                .stream().limit(request.limit() + 1L).toList();
        if (items.size() <= request.limit()) {
            return new ResultPage<>(items, null);
        }
        T last = items.get(request.limit() - 1);
        return new ResultPage<>(items.subList(0, request.limit()), Cursor.of(order, last, id(last)));
    }

    private String id(T row) {
        return String.valueOf(row.read(id));
    }
}
