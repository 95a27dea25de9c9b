package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The codecs of SQLite; see {@link SqliteDialect}. */
final class SqliteCodecs {

    static final Codec<UUID> ID = new AsText<>(UUID::toString, UUID::fromString);
    static final Codec<Set<UUID>> SUBJECTS = new AsText<>(
            SqliteCodecs::array,
            text -> JsonArrays.readStrings(text).stream().map(UUID::fromString).collect(Collectors.toSet()));

    static final Codec<UUID> DIGEST = new AsBytes();

    private static final Codec<Set<String>> TEXT_SET = new AsText<>(
            set -> JsonArrays.write(set.size() == 1 ? set : new TreeSet<>(set)),
            text -> Set.copyOf(JsonArrays.readStrings(text)));
    private static final Codec<Boolean> BOOLEAN = new AsInteger<>(value -> value ? 1L : 0L, value -> value != 0);
    private static final Codec<Instant> INSTANT = new AsText<>(IsoText::of, IsoText::instant);
    private static final Codec<LocalDate> DATE = new AsText<>(IsoText::of, IsoText::date);

    private SqliteCodecs() {}

    private static String array(Set<UUID> ids) {
        StringBuilder array = new StringBuilder("[");
        for (UUID id : ids) {
            array.append(array.length() == 1 ? "\"" : ",\"").append(id).append('"');
        }
        return array.append(']').toString();
    }

    static Codec<?> of(DeclaredField field) {
        return switch (field.type()) {
            case TEXT -> Codec.TEXT;
            case TEXT_SET -> TEXT_SET;
            case INTEGER -> Codec.LONG;
            case DECIMAL -> decimal(field.scale());
            case BOOLEAN -> BOOLEAN;
            case REAL -> Codec.DOUBLE;
            case INSTANT -> INSTANT;
            case DATE -> DATE;
        };
    }

    private static Codec<BigDecimal> decimal(int scale) {
        return new AsInteger<>(
                value -> value.setScale(scale).unscaledValue().longValueExact(),
                value -> BigDecimal.valueOf(value, scale));
    }

    /** Returns the text or number that is stored for a value. */
    static Object stored(DeclaredField field, Object value) {
        return switch (field.type()) {
            case TEXT, INTEGER, REAL -> value;
            case DECIMAL ->
                ((BigDecimal) value).setScale(field.scale()).unscaledValue().longValueExact();
            case BOOLEAN -> (Boolean) value ? 1L : 0L;
            case INSTANT -> IsoText.of((Instant) value);
            case DATE -> IsoText.of((LocalDate) value);
            case TEXT_SET -> JsonArrays.write((Collection<?>) value);
        };
    }

    private record AsText<V>(Function<V, String> write, Function<String, V> parse) implements Codec<V> {
        @Override
        public void bind(PreparedStatement statement, int index, V value) throws SQLException {
            statement.setString(index, write.apply(value));
        }

        @Override
        public @Nullable V read(ResultSet row, int index) throws SQLException {
            String text = row.getString(index);
            if (text == null) {
                return null;
            }
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new UnreadableValueException(index, e);
            }
        }

        @Override
        public int jdbcType() {
            return Types.VARCHAR;
        }
    }

    /** A digest as its 16 bytes. */
    private record AsBytes() implements Codec<UUID> {
        @Override
        public void bind(PreparedStatement statement, int index, UUID value) throws SQLException {
            ByteBuffer bytes = ByteBuffer.allocate(16);
            bytes.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
            statement.setBytes(index, bytes.array());
        }

        @Override
        public @Nullable UUID read(ResultSet row, int index) throws SQLException {
            byte[] bytes = row.getBytes(index);
            if (bytes == null) {
                return null;
            }
            ByteBuffer halves = ByteBuffer.wrap(bytes);
            return new UUID(halves.getLong(), halves.getLong());
        }

        @Override
        public int jdbcType() {
            return Types.BLOB;
        }
    }

    private record AsInteger<V>(Function<V, Long> write, Function<Long, V> parse) implements Codec<V> {
        @Override
        public void bind(PreparedStatement statement, int index, V value) throws SQLException {
            statement.setLong(index, write.apply(value));
        }

        @Override
        public @Nullable V read(ResultSet row, int index) throws SQLException {
            long value = row.getLong(index);
            return value == 0 && row.wasNull() ? null : parse.apply(value);
        }

        @Override
        public int jdbcType() {
            return Types.BIGINT;
        }
    }
}
