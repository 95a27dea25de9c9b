package dev.clientele.core.codec;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.FieldReader;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Converts values that are kept in one column of their own.
 *
 * @param <V> the type of the values
 */
public sealed class ColumnCodec<V> extends FieldCodec<V> permits TextCodec {

    private final DeclaredField column;
    private final UnaryOperator<V> rule;
    private final Function<V, Object> write;
    private final Function<Object, V> read;

    /**
     * Creates a codec for a column.
     *
     * @param rule checks a value and returns it in the form that is kept
     * @param write returns the column value of a checked value
     * @param read returns the value of a column value
     */
    public ColumnCodec(
            FieldHeader header,
            DeclaredField column,
            UnaryOperator<V> rule,
            Function<V, Object> write,
            Function<Object, V> read) {
        this(header, column, new DeclaredField[] {column}, rule, write, read);
    }

    /** Creates a codec for a column that others stand beside. */
    ColumnCodec(
            FieldHeader header,
            DeclaredField column,
            DeclaredField[] columns,
            UnaryOperator<V> rule,
            Function<V, Object> write,
            Function<Object, V> read) {
        super(header, columns);
        this.column = column;
        this.rule = rule;
        this.write = write;
        this.read = read;
    }

    @Override
    public final V check(V value) {
        return rule.apply(value);
    }

    /** Returns the canonical column value of a checked value. */
    public final Object toColumn(V value) {
        return write.apply(value);
    }

    /** Returns the value of a canonical column value. */
    public final V fromColumn(Object stored) {
        return read.apply(stored);
    }

    @Override
    void encode(V value, Map<String, Object> into) {
        into.put(name(), toColumn(value));
    }

    @Override
    final @Nullable V decode(FieldReader columns) {
        Object stored = columns.read(name());
        return stored == null ? null : fromColumn(stored);
    }

    @Override
    final Object toJson(V value) {
        return ColumnJson.write(toColumn(value));
    }

    @Override
    final V fromJson(Object json) {
        return fromColumn(ColumnJson.read(column, json));
    }

    @Override
    final String jsonForm() {
        return ColumnJson.form(column.type());
    }

    @Override
    public final String toText(V value) {
        return ColumnText.write(toColumn(value));
    }

    @Override
    public final V fromText(String text) {
        return fromColumn(ColumnText.read(column, text));
    }

    @Override
    public final String textForm() {
        return ColumnText.form(column.type());
    }
}
