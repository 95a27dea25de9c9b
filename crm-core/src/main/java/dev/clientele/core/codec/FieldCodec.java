package dev.clientele.core.codec;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.clientele.core.error.CorruptException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.json.Json;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.FieldReader;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Converts the values of one field to columns, JSON data and text, and back. Immutable and thread-safe.
 *
 * @param <V> the type of the values
 */
public abstract class FieldCodec<V> {

    private final FieldHeader header;
    private final ImmutableList<DeclaredField> columns;

    FieldCodec(FieldHeader header, DeclaredField... columns) {
        this.header = header;
        this.columns = header.computed()
                ? Arrays.stream(columns).map(DeclaredField::asComputed).collect(toImmutableList())
                : ImmutableList.copyOf(columns);
    }

    /** Returns the field's name. */
    public final String name() {
        return header.name();
    }

    /** Returns whether a machine keeps its values, apart from what people write. */
    public final boolean isComputed() {
        return header.computed();
    }

    final boolean isRequired() {
        return header.required();
    }

    final boolean isPersonal() {
        return header.personal();
    }

    /**
     * Returns the value in the form that is kept, for example without white space around it.
     *
     * @throws IllegalArgumentException telling what is allowed and what was got, without the value
     */
    public abstract V check(V value);

    /** Returns whether a checked value is the same as none, as an empty set is. */
    boolean isEmptyValue(V checked) {
        return false;
    }

    /** Finds what is wrong inside a structured value, by path within it, such as {@code [2].port}. */
    List<Violation> nestedViolations(Object json) {
        return List.of();
    }

    /** Returns the columns that storage keeps for it; none if it lives in the body only. */
    public final List<DeclaredField> columns() {
        return columns;
    }

    /** Returns the name of the column that sorts, groups and null tests use. */
    public final String columnName() {
        return name();
    }

    /**
     * Returns the name of the column by which records are sorted and grouped: for money its amount's.
     *
     * @throws InvalidValueException if the field lives in the body only
     */
    public final String sortColumn() {
        if (isInBody()) {
            throw new InvalidValueException(
                    "", ViolationCode.FORM, "the field " + name() + " is in the body and has no column");
        }
        return columnName();
    }

    /** Returns whether it has no column. */
    final boolean isInBody() {
        return columns.isEmpty();
    }

    /** Puts the columns' values of a checked value. */
    abstract void encode(V value, Map<String, Object> into);

    /** Reads the value back from the columns; null if there is none. */
    abstract @Nullable V decode(FieldReader columns);

    /** Returns the value that a row has in the columns of this field; null if there is none. */
    public final @Nullable V valueOf(FieldReader row) {
        try {
            return decode(row);
        } catch (ClassCastException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new CorruptException("a stored " + name() + " can't be read", e);
        }
    }

    /** Writes the value as plain JSON data, which nobody can change: text, number, boolean, list or map. */
    abstract Object toJson(V value);

    /** Reads what {@link #toJson} writes. */
    abstract V fromJson(Object json);

    /** Returns the end of a sentence that says what JSON data has to be, to stand for a value. */
    String jsonForm() {
        return "data of this kind";
    }

    /** Writes the value as one text. */
    public String toText(V value) {
        return Json.write(toJson(value));
    }

    /** Reads what {@link #toText} writes; whatever the text isn't comes out as some unchecked exception. */
    public V fromText(String text) {
        return fromJson(Objects.requireNonNull(Json.read(text), name()));
    }

    /** Returns the end of a sentence that says what a text has to be, to stand for a value. */
    public String textForm() {
        return "JSON of its structure";
    }

    /** Returns the value as {@code toString} shows it. */
    final String toMaskedText(V value) {
        return header.personal() ? "***" : String.valueOf(toJson(value));
    }

    @Override
    public final String toString() {
        return name();
    }
}
