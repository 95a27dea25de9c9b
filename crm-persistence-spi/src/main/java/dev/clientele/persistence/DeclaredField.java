package dev.clientele.persistence;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A typed field that documents or log entries of a type may have. Every declared field can be queried, sorted by (but text
 * sets) and aggregated; SQL adapters keep each as a real column.
 *
 * @param name lower-case letters, digits and underscores, starting with a letter, at most 48; not a reserved name
 * @param type the type of its values
 * @param limit for text, and for each element of a text set: the most code points, 1 to {@value #MAX_TEXT}; else 0
 * @param scale for decimals: digits after the point, 0 to 9; else 0
 * @param computed whether a machine keeps its values, by {@link StorageSession#compute} alone (rule D11); only documents
 *     have such fields, and no unique key does
 */
public record DeclaredField(String name, FieldType type, int limit, int scale, boolean computed) {

    /** The largest limit of a declared text, in code points. Longer text belongs in the body. */
    public static final int MAX_TEXT = 4000;

    /** The largest number of digits of a decimal, before and after the point together. */
    public static final int MAX_DIGITS = 18;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    /** Checks the name and that limit and scale fit the type. */
    public DeclaredField {
        requireName(name);
        Objects.requireNonNull(type, "type");
        boolean textual = type == FieldType.TEXT || type == FieldType.TEXT_SET;
        if (textual ? limit < 1 || limit > MAX_TEXT : limit != 0) {
            throw new IllegalArgumentException("field " + name + ": limit " + limit + " does not fit " + type);
        }
        if (type == FieldType.DECIMAL ? scale < 0 || scale > 9 : scale != 0) {
            throw new IllegalArgumentException("field " + name + ": scale " + scale + " does not fit " + type);
        }
    }

    /** Creates a field whose values come with the record. */
    public DeclaredField(String name, FieldType type, int limit, int scale) {
        this(name, type, limit, scale, false);
    }

    /** Returns the same field, with its values kept by {@link StorageSession#compute} alone. */
    public DeclaredField asComputed() {
        return new DeclaredField(name, type, limit, scale, true);
    }

    /** Returns a field of a type that needs neither limit nor scale. */
    public static DeclaredField of(String name, FieldType type) {
        return new DeclaredField(name, type, 0, 0);
    }

    /** Returns a text field of at most {@code limit} code points. */
    public static DeclaredField text(String name, int limit) {
        return new DeclaredField(name, FieldType.TEXT, limit, 0);
    }

    /** Returns a field that holds a set of texts of at most {@code limit} code points each. */
    public static DeclaredField textSet(String name, int limit) {
        return new DeclaredField(name, FieldType.TEXT_SET, limit, 0);
    }

    /** Returns a decimal field with {@code scale} digits after the point. */
    public static DeclaredField decimal(String name, int scale) {
        return new DeclaredField(name, FieldType.DECIMAL, 0, scale);
    }

    /**
     * Converts a value to the one form in which this field stores it: decimals at the declared scale, instants cut to
     * microseconds towards the past, minus zero as zero. Rule D9 of {@link StorageSession} holds a stored record to it.
     *
     * @return null for the empty text set, which is no value
     * @throws IllegalArgumentException if the value doesn't fit, naming the rule that it breaks and never the value:
     *     another class than {@link FieldType#valueClass}, text with NUL, an unpaired surrogate or more code points than
     *     the limit, a decimal that would have to be rounded or is too long, a real that isn't finite, a time outside the
     *     years 0001 to 9999
     */
    public @Nullable Object canonical(Object value) {
        return CanonicalValues.value(this, value);
    }

    /** Checks the form of a name of a type, key, index or field. */
    static void requireName(String name) {
        Objects.requireNonNull(name, "name");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a name is a lower-case letter, then at most 47 of a-z, 0-9 and _, got '" + name + "'");
        }
    }
}
