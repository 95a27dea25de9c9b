package dev.clientele.core.entity;

import dev.clientele.core.error.Violation;
import dev.clientele.core.json.Json;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A declared field of a record type: its name, the type of its values, what is allowed, and how it is stored.
 *
 * <p>From the declaration come columns, typed criteria, validation, JSON, history and masking. Fields are made by {@link
 * EntityType#define} and {@link EventType#define}; immutable and thread-safe.
 *
 * @param <T> the record type that declares it
 * @param <V> the type of its values
 */
public abstract class Field<T, V> {

    private final String name;
    private final Set<Trait> traits;

    Field(String name, Set<Trait> traits) {
        this.name = name;
        this.traits = Set.copyOf(traits);
    }

    /** The name in lower case with underscores, as in columns, JSON and CSV. */
    public final String name() {
        return name;
    }

    /** What was said of it in its declaration. */
    public final Set<Trait> traits() {
        return traits;
    }

    /** Whether it was declared with this trait. */
    public final boolean hasTrait(Trait trait) {
        return traits.contains(trait);
    }

    /** Records without a value in this field. */
    public Criteria isMissing() {
        return Criteria.missing(columnName());
    }

    /** Records with a value in this field. */
    public final Criteria isPresent() {
        return isMissing().negate();
    }

    /**
     * The value in the form that is kept, for example without white space around it.
     *
     * @throws IllegalArgumentException telling what is allowed and what was got, without the value
     */
    public abstract V check(V value);

    /**
     * The value as one text, such as the cell of a CSV file: text, numbers and codes as they are, days and instants in ISO
     * form, money as {@code EUR 12.50}, the elements of a set separated by {@code ;} (one within an element has a backslash before
     * it), structured values as JSON. {@link #parse} reads it back to an equal value.
     *
     * @throws IllegalArgumentException as {@link #check}
     */
    public final String format(V value) {
        return toText(check(value));
    }

    /**
     * The value that a text stands for; the reverse of {@link #format}. White space around it doesn't count, but in notes.
     *
     * @throws IllegalArgumentException if it stands for none, or for one that isn't allowed; the text isn't repeated
     */
    public final V parse(String text) {
        V value;
        try {
            value = fromText(text);
        } catch (RuntimeException e) { // of whatever reads this kind of value
            throw new IllegalArgumentException(name + " must be " + textForm(), e);
        }
        return check(value);
    }

    String toText(V value) {
        return Json.write(toJson(value));
    }

    V fromText(String text) {
        return fromJson(Objects.requireNonNull(Json.read(text), name));
    }

    /** What a text has to be, to stand for a value: ends a sentence. */
    String textForm() {
        return "JSON of its structure";
    }

    /** Whether a checked value is the same as none, as an empty set is. */
    boolean isEmptyValue(V checked) {
        return false;
    }

    /** What is wrong inside a structured value, by path within it, such as {@code [2].port}. */
    List<Violation> nestedViolations(Object json) {
        return List.of();
    }

    /** The columns that storage keeps for it; none if it lives in the body only. */
    abstract List<DeclaredField> columns();

    /** Whether it has no column. */
    boolean isInBody() {
        return false;
    }

    /** Puts the columns' values of a checked value. */
    abstract void encode(V value, Map<String, Object> into);

    /** Reads the value back from the columns; null if there is none. */
    abstract @Nullable V decode(FieldReader columns);

    /** The value as plain JSON data: text, number, boolean, list or map. */
    abstract Object toJson(V value);

    /** Reads what {@link #toJson} writes. */
    abstract V fromJson(Object json);

    /** The column that sorts, groups and null tests use. */
    String columnName() {
        return name;
    }

    /** As shown by {@code toString}. */
    String toMaskedText(V value) {
        return hasTrait(Trait.PERSONAL) ? "***" : String.valueOf(toJson(value));
    }

    @Override
    public final String toString() {
        return name;
    }
}
