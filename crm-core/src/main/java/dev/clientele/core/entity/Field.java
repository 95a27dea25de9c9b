package dev.clientele.core.entity;

import com.google.common.collect.Sets;
import dev.clientele.core.codec.FieldCodec;
import dev.clientele.core.codec.FieldHeader;
import dev.clientele.core.codec.ValueViolations;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Set;

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

    private final FieldCodec<V> codec;
    private final Set<Trait> traits;

    Field(FieldCodec<V> codec, Set<Trait> traits) {
        this.codec = codec;
        this.traits = Sets.immutableEnumSet(traits);
    }

    static FieldHeader header(String name, Set<Trait> traits) {
        return new FieldHeader(
                name,
                traits.contains(Trait.REQUIRED),
                traits.contains(Trait.PERSONAL),
                traits.contains(Trait.COMPUTED));
    }

    /** Returns the name in lower case with underscores, as in columns, JSON and CSV. */
    public final String name() {
        return codec.name();
    }

    /** Returns the traits of its declaration. */
    public final Set<Trait> traits() {
        return traits;
    }

    /** Returns whether it was declared with this trait. */
    public final boolean hasTrait(Trait trait) {
        return traits.contains(trait);
    }

    /** Returns criteria for the records without a value in this field. */
    public Criteria isMissing() {
        return Criteria.missing(codec.columnName());
    }

    /** Returns criteria for the records with a value in this field. */
    public final Criteria isPresent() {
        return isMissing().negate();
    }

    /**
     * Returns the value in the form that is kept, for example without white space around it.
     *
     * @throws InvalidValueException telling what is allowed and what was got, without the value
     */
    public final V check(V value) {
        try {
            return codec.check(value);
        } catch (InvalidValueException e) {
            throw e;
        } catch (IllegalArgumentException e) { // of a rule that the host gave
            throw new InvalidValueException(ValueViolations.of(name(), e));
        }
    }

    /**
     * Writes the value as one text, such as the cell of a CSV file: text, numbers and codes as they are, days and instants in ISO
     * form, money as {@code EUR 12.50}, the elements of a set separated by {@code ;} (one within an element has a backslash before
     * it), structured values as JSON. {@link #parse} reads it back to an equal value.
     *
     * @throws InvalidValueException as {@link #check}
     */
    public final String format(V value) {
        return codec.toText(check(value));
    }

    /**
     * Reads the value that a text stands for; the reverse of {@link #format}. White space around it doesn't count, but in notes.
     *
     * @throws InvalidValueException if it stands for none, or for one that isn't allowed; the text isn't repeated
     */
    public final V parse(String text) {
        V value;
        try {
            value = codec.fromText(text);
        } catch (RuntimeException e) { // of whatever reads this kind of value
            throw new InvalidValueException(ValueViolations.unreadable(name(), codec.textForm(), e));
        }
        return check(value);
    }

    FieldCodec<V> codec() {
        return codec;
    }

    @Override
    public final String toString() {
        return name();
    }
}
