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
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The codecs of databases that have a type for each type of field, arrays among them. */
final class TypedCodecs {

    static final Codec<UUID> ID = new As<>(UUID.class, id -> id, id -> id, Types.OTHER);
    static final Codec<Set<UUID>> SUBJECTS = new AsArray<>("uuid", UUID.class);
    static final Codec<Set<String>> TEXT_SET = new AsArray<>("text", String.class);

    private static final Codec<BigDecimal> DECIMAL =
            new As<>(BigDecimal.class, value -> value, value -> value, Types.NUMERIC);
    private static final Codec<Boolean> BOOLEAN =
            new As<>(Boolean.class, value -> value, value -> value, Types.BOOLEAN);
    private static final Codec<Instant> INSTANT = new As<>(
            OffsetDateTime.class,
            value -> value.atOffset(ZoneOffset.UTC),
            OffsetDateTime::toInstant,
            Types.TIMESTAMP_WITH_TIMEZONE);
    private static final Codec<LocalDate> DATE = new As<>(LocalDate.class, value -> value, value -> value, Types.DATE);

    private TypedCodecs() {}

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

    /** A set as an array, in order for the eye. */
    private record AsArray<E extends Comparable<? super E>>(String elementType, Class<E> elementClass)
            implements Codec<Set<E>> {
        @Override
        public void bind(PreparedStatement statement, int index, Set<E> set) throws SQLException {
            Object[] elements = new TreeSet<>(set).toArray();
            statement.setArray(index, statement.getConnection().createArrayOf(elementType, elements));
        }

        @Override
        public @Nullable Set<E> read(ResultSet row, int index) throws SQLException {
            Array array = row.getArray(index);
            if (array == null) {
                return null;
            }
            Set<E> set = new HashSet<>();
            for (Object element : (Object[]) array.getArray()) {
                set.add(elementClass.cast(element));
            }
            return set;
        }

        @Override
        public int jdbcType() {
            return Types.ARRAY;
        }
    }
}
