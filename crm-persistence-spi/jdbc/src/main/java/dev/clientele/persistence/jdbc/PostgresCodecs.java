package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL holds values: each type of field has a type of its own there. */
final class PostgresCodecs {

    static final Codec<UUID> ID = new As<>(UUID.class, id -> id, id -> id, Types.OTHER);
    static final Codec<Set<UUID>> SUBJECTS = new AsArray<>("uuid", set -> set.toArray(), UUID[].class, Set::of);
    static final Codec<Set<String>> TEXT_SET = new AsArray<>("text", set -> set.toArray(), String[].class, Set::of);

    private static final Codec<BigDecimal> DECIMAL =
            new As<>(BigDecimal.class, value -> value, value -> value, Types.NUMERIC);
    private static final Codec<Boolean> BOOLEAN = new As<>(Boolean.class, value -> value, value -> value, Types.BOOLEAN);
    private static final Codec<Instant> INSTANT = new As<>(
            OffsetDateTime.class,
            value -> value.atOffset(ZoneOffset.UTC),
            OffsetDateTime::toInstant,
            Types.TIMESTAMP_WITH_TIMEZONE);
    private static final Codec<LocalDate> DATE = new As<>(LocalDate.class, value -> value, value -> value, Types.DATE);

    private PostgresCodecs() {}

    static Codec<?> of(DeclaredField field) {
        return switch (field.type()) {
            case TEXT -> Codec.TEXT;
            case TEXT_SET -> TEXT_SET;
            case INTEGER -> Codec.LONG;
            case DECIMAL -> DECIMAL;
            case BOOLEAN -> BOOLEAN;
            case REAL -> Codec.DOUBLE;
            case INSTANT -> INSTANT;
            case DATE -> DATE;
        };
    }

    /** What an array of a field's values is an array of. */
    static String elementType(DeclaredField field) {
        return switch (field.type()) {
            case TEXT, TEXT_SET -> "text";
            case INTEGER -> "int8";
            case DECIMAL -> "numeric";
            case BOOLEAN -> "bool";
            case REAL -> "float8";
            case INSTANT -> "timestamptz";
            case DATE -> "date";
        };
    }

    /** A value as an element of an array; instants as text, which the driver can't do by itself. */
    static Object element(Object value) {
        if (value instanceof Instant instant) {
            return IsoText.of(instant);
        }
        return value instanceof LocalDate date ? IsoText.of(date) : value;
    }

    private record As<V, J>(Class<J> jdbcClass, Function<V, J> write, Function<J, V> parse, int jdbcType)
            implements Codec<V> {
        @Override
        public void bind(PreparedStatement statement, int index, V value) throws SQLException {
            statement.setObject(index, write.apply(value));
        }

        @Override
        public @Nullable V read(ResultSet row, int index) throws SQLException {
            J value = row.getObject(index, jdbcClass);
            return value == null ? null : parse.apply(value);
        }
    }

    private record AsArray<V, E>(
            String elementType, Function<V, Object[]> write, Class<E[]> arrayClass, Function<E[], V> parse)
            implements Codec<V> {
        @Override
        public void bind(PreparedStatement statement, int index, V value) throws SQLException {
            Array array = statement.getConnection().createArrayOf(elementType, write.apply(value));
            statement.setArray(index, array);
        }

        @Override
        public @Nullable V read(ResultSet row, int index) throws SQLException {
            Array array = row.getArray(index);
            return array == null ? null : parse.apply(arrayClass.cast(array.getArray()));
        }

        @Override
        public int jdbcType() {
            return Types.ARRAY;
        }
    }
}
