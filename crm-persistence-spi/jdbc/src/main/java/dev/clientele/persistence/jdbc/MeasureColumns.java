package dev.clientele.persistence.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure of an aggregation as columns of a query.
 *
 * @param expressions one or more SQL expressions
 * @param reader computes the measure from them
 */
record MeasureColumns(List<String> expressions, Reader reader) {

    /** The reader of a measure from the columns that begin at {@code index}. */
    @FunctionalInterface
    interface Reader {
        @Nullable
        Object read(ResultSet row, int index) throws SQLException;
    }

    /** Returns a measure of one column. */
    static MeasureColumns single(String expression, Reader reader) {
        return new MeasureColumns(List.of(expression), reader);
    }
}
