package dev.clientele.persistence.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * The conversion of values of one type to and from a column. Stateless.
 *
 * @param <V> the canonical value
 */
interface Codec<V> {

    /** Text as every driver passes it. */
    Codec<String> TEXT = new Codec<>() {
        @Override
        public void bind(PreparedStatement statement, int index, String value) throws SQLException {
            statement.setString(index, value);
        }

        @Override
        public @Nullable String read(ResultSet row, int index) throws SQLException {
            return row.getString(index);
        }

        @Override
        public int jdbcType() {
            return Types.VARCHAR;
        }
    };

    /** Whole numbers as every driver passes them. */
    Codec<Long> LONG = new Codec<>() {
        @Override
        public void bind(PreparedStatement statement, int index, Long value) throws SQLException {
            statement.setLong(index, value);
        }

        @Override
        public @Nullable Long read(ResultSet row, int index) throws SQLException {
            long value = row.getLong(index);
            return value == 0 && row.wasNull() ? null : Long.valueOf(value);
        }

        @Override
        public int jdbcType() {
            return Types.BIGINT;
        }
    };

    /** Floats as every driver passes them. */
    Codec<Double> DOUBLE = new Codec<>() {
        @Override
        public void bind(PreparedStatement statement, int index, Double value) throws SQLException {
            statement.setDouble(index, value);
        }

        @Override
        public @Nullable Double read(ResultSet row, int index) throws SQLException {
            double value = row.getDouble(index);
            return value == 0 && row.wasNull() ? null : Double.valueOf(value);
        }

        @Override
        public int jdbcType() {
            return Types.DOUBLE;
        }
    };

    /** Sets a parameter. */
    void bind(PreparedStatement statement, int index, V value) throws SQLException;

    /** Reads a column; null where the row has no value. */
    @Nullable
    V read(ResultSet row, int index) throws SQLException;

    /** Returns the {@link java.sql.Types} constant with which a missing value is set. */
    int jdbcType();

    /** Sets a parameter to a value, or to null. */
    default void bindOrNull(PreparedStatement statement, int index, @Nullable V value) throws SQLException {
        if (value == null) {
            statement.setNull(index, jdbcType());
        } else {
            bind(statement, index, value);
        }
    }

    /** Reads a column that always has a value. */
    default V readPresent(ResultSet row, int index) throws SQLException {
        V value = read(row, index);
        if (value == null) {
            throw new UnreadableValueException(index, null);
        }
        return value;
    }
}
