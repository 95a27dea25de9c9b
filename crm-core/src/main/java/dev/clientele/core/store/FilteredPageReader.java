package dev.clientele.core.store;

import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads pages of the records that meet a criteria which the adapter can evaluate only in part: reads on until a page is full. */
final class FilteredPageReader {

    private static final int CHUNK_SIZE = 500;

    private FilteredPageReader() {}

    /**
     * Reads one page.
     *
     * @param read a page of what meets the pushed part
     * @param cursorOf where a row stands in the order
     */
    static <R extends FieldReader> ResultPage<R> readFiltered(
            PushDown pushDown,
            PageRequest request,
            Function<PageRequest, ResultPage<R>> read,
            Function<R, Cursor> cursorOf) {
        if (pushDown.isComplete()) {
            return read.apply(request);
        }
        List<R> items = new ArrayList<>();
        @Nullable Cursor from = request.after();
        while (true) {
            ResultPage<R> chunk = read.apply(new PageRequest(from, CHUNK_SIZE));
            for (R row : chunk.items()) {
                if (pushDown.test(row)) {
                    if (items.size() == request.limit()) {
                        return new ResultPage<>(items, cursorOf.apply(items.get(items.size() - 1)));
                    }
                    items.add(row);
                }
            }
            from = chunk.next();
            if (from == null) {
                return new ResultPage<>(items, null);
            }
        }
    }

    /** Turns a page's rows into values, and its cursor into a token. */
    static <R, T> dev.clientele.core.entity.Page<T> convert(
            ResultPage<R> page, Function<R, T> convert, PageTokenCodec token) {
        return new dev.clientele.core.entity.Page<>(
                page.items().stream().map(convert).toList(),
                Optional.ofNullable(page.next()).map(token::write));
    }
}
