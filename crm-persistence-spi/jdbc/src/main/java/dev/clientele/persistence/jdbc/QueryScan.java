package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.criteria.FieldReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A scan of a query, row by row and one stretch after the other, that holds one row at a time. */
final class QueryScan<T extends FieldReader> extends Spliterators.AbstractSpliterator<T> implements AutoCloseable {

    private final RowQuery<T> query;
    private final JdbcConnection link;
    private final Function<SQLException, StorageException> translate;
    private final Iterator<IndexRange> ranges;
    private @Nullable ResultSet rows;
    private boolean closed;

    QueryScan(RowQuery<T> query, JdbcConnection link, Function<SQLException, StorageException> translate) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
        this.query = query;
        this.link = link;
        this.translate = translate;
        this.ranges = query.ranges(null).iterator();
        link.streamOpened();
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (closed) {
            throw new IllegalStateException("the stream, or the session that it is of, is closed");
        }
        link.touch();
        @Nullable T next;
        try {
            next = next();
        } catch (SQLException e) {
            throw translate.apply(e);
        }
        if (next == null) {
            return false;
        }
        action.accept(next);
        return true;
    }

    private @Nullable T next() throws SQLException {
        while (true) {
            ResultSet current = rows;
            if (current == null) {
                if (!ranges.hasNext()) {
                    return null;
                }
                current = query.sql(ranges.next()).prepare(link).executeQuery();
                rows = current;
            }
            if (current.next()) {
                return query.reader().read(current);
            }
            current.close();
            rows = null;
        }
    }

    /** Tells whether nothing more can be read, so that the session may be asked other things. */
    boolean isExhausted() {
        return closed || (rows == null && !ranges.hasNext());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            link.streamClosed();
        }
        ResultSet current = rows;
        rows = null;
        if (current != null) {
            try {
                current.close();
            } catch (SQLException e) {
                throw translate.apply(e);
            }
        }
    }
}
