package dev.clientele.persistence.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of values as one parameter: many rows, or many values to compare with, in one statement however many they are.
 *
 * @param elementType the database's name of the element type
 */
record ArrayParameter(String elementType) implements Codec<List<? extends @Nullable Object>> {

    @Override
    public void bind(PreparedStatement statement, int index, List<? extends @Nullable Object> values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(elementType, array(values)));
    }

    /** Returns numbers in an array of their own class, which PostgreSQL's driver sends as they are instead of as text. */
    private @Nullable Object[] array(List<? extends @Nullable Object> values) {
        return switch (elementType) {
            case "float8" -> values.toArray(new @Nullable Double[0]);
            case "int8" -> values.toArray(new @Nullable Long[0]);
            default -> values.toArray();
        };
    }

    @Override
    public @Nullable List<? extends @Nullable Object> read(ResultSet row, int index) {
        throw new UnsupportedOperationException("only a parameter");
    }

    @Override
    public int jdbcType() {
        return Types.ARRAY;
    }
}
