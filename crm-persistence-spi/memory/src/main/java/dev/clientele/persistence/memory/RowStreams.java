package dev.clientele.persistence.memory;

import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.criteria.Cursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rows on their way from a tree to a caller. */
final class RowStreams {

    private RowStreams() {}

    static <T> Stream<T> stream(Iterator<T> rows) {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, traits), false);
    }

    /** The first {@code count} rows in an order, in memory for that many. */
    static <T> List<T> first(Stream<T> rows, Comparator<? super T> order, int count) {
        PriorityQueue<T> kept = new PriorityQueue<>(order.reversed());
        rows.forEach(row -> {
            if (kept.size() < count) {
                kept.add(row);
            } else if (order.compare(row, kept.element()) < 0) {
                kept.remove();
                kept.add(row);
            }
        });
        List<T> sorted = new ArrayList<>(kept);
        sorted.sort(order);
        return sorted;
    }

    /** A page made of rows of which one more than the limit was asked for, to know whether any follow. */
    static <T> ResultPage<T> page(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new ResultPage<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new ResultPage<>(items, cursor.apply(items.get(limit - 1)));
    }
}
