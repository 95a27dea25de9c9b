package dev.clientele.persistence.memory;

import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.criteria.Cursor;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Streams and pages of rows. */
final class RowStreams {

    private RowStreams() {}

    /** Returns rows as a stream that keeps their order, which Guava's {@code Streams.stream} doesn't promise. */
    static <T> Stream<T> stream(Iterator<T> rows) {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, traits), false);
    }

    /** Returns a page of rows of which one more than the limit was asked for, to know whether any follow. */
    static <T> ResultPage<T> page(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new ResultPage<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new ResultPage<>(items, cursor.apply(items.get(limit - 1)));
    }
}
