package dev.clientele.core.value;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values by names that no program has declared, such as those of fields that a tenant has defined. Immutable and thread-safe.
 *
 * <p>A value is a text, a number, true or false, or a set of texts, each in one form: text without white space around it, whole numbers
 * as {@code Long} and others as {@code BigDecimal} without trailing zeros, so that equal values are equal however they were written.
 * Blank text and empty sets are no values. Days are texts in ISO form.
 */
public final class NamedValues {

    /** The longest text, in code points. */
    public static final int MAX_TEXT = 4000;

    /** The most values of one record, and the most texts of a set. */
    public static final int MAX_VALUES = 500;

    private static final NamedValues NONE = new NamedValues(ImmutableSortedMap.of());
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,47}");
    private static final int MAX_DIGITS = 30;
    private static final int MAX_DECIMALS = 10;
    private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private final ImmutableSortedMap<String, Object> values;

    private NamedValues(ImmutableSortedMap<String, Object> values) {
        this.values = values;
    }

    /** Returns no values. */
    public static NamedValues none() {
        return NONE;
    }

    /**
     * Returns these values; null, blank text and empty sets are left out.
     *
     * @param values by names of lower-case letters, digits and underscores, starting with a letter, at most 48; what JSON gives is
     *     taken as it is
     * @throws InvalidValueException telling the name of a value that isn't of these kinds, or too long
     */
    public static NamedValues of(Map<String, ?> values) {
        TreeMap<String, Object> canonical = new TreeMap<>();
        values.forEach((name, value) -> {
            Object one = canonical(requireName(name), value);
            if (one != null) {
                canonical.put(name, one);
            }
        });
        if (canonical.size() > MAX_VALUES) {
            throw InvalidValueException.tooMany("", MAX_VALUES, canonical.size());
        }
        return canonical.isEmpty() ? NONE : new NamedValues(ImmutableSortedMap.copyOf(canonical));
    }

    /**
     * Returns the name, which is one.
     *
     * @throws InvalidValueException if it isn't
     */
    public static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidValueException(
                    "",
                    ViolationCode.FORM,
                    "must have names of lower-case letters, digits and underscores, starting with a letter, at most 48");
        }
        return name;
    }

    private static @Nullable Object canonical(String name, @Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return value;
        } else if (value instanceof CharSequence text) {
            String stripped = text.toString().strip();
            return stripped.isEmpty() ? null : requireLength(name, stripped);
        } else if (value instanceof Number number) {
            return number(name, number);
        } else if (value instanceof Collection<?> texts) {
            return texts(name, texts);
        }
        throw new InvalidValueException(
                name, ViolationCode.FORM, "must be text, a number, true or false, or a list of texts");
    }

    private static String requireLength(String name, String text) {
        int length = text.codePointCount(0, text.length());
        if (length > MAX_TEXT) {
            throw new InvalidValueException(new Violation(
                            name, ViolationCode.TOO_LONG, "must be at most " + MAX_TEXT + " characters, got " + length)
                    .with("max", MAX_TEXT)
                    .with("got", length));
        }
        return text;
    }

    private static Object number(String name, Number number) {
        BigDecimal exact;
        try {
            exact = new BigDecimal(number.toString()).stripTrailingZeros();
        } catch (NumberFormatException notFinite) {
            throw new InvalidValueException(name, ViolationCode.FORM, "must be a finite number");
        }
        boolean before = exact.precision() - (long) exact.scale() > MAX_DIGITS - MAX_DECIMALS;
        if (before || exact.scale() > MAX_DECIMALS) {
            int max = before ? MAX_DIGITS - MAX_DECIMALS : MAX_DECIMALS;
            String where = before ? "before" : "after";
            throw new InvalidValueException(new Violation(
                            name, ViolationCode.DIGITS, "must have at most " + max + " digits " + where + " the point")
                    .with("max", max)
                    .with("where", where));
        }
        if (exact.scale() > 0) {
            return exact;
        }
        BigInteger whole = exact.toBigIntegerExact();
        return whole.compareTo(MIN_LONG) < 0 || whole.compareTo(MAX_LONG) > 0
                ? new BigDecimal(whole)
                : (Object) whole.longValue();
    }

    private static @Nullable Object texts(String name, Collection<?> elements) {
        Set<String> texts = new TreeSet<>();
        for (Object element : elements) {
            if (!(element instanceof String text)) {
                throw new InvalidValueException(name, ViolationCode.FORM, "must be a list of texts");
            } else if (!text.isBlank()) {
                texts.add(requireLength(name, text.strip()));
            }
        }
        if (texts.size() > MAX_VALUES) {
            throw InvalidValueException.tooMany(name, MAX_VALUES, texts.size());
        }
        return texts.isEmpty() ? null : ImmutableSet.copyOf(texts);
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns the names that have a value, in order. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Returns a value: {@code String}, {@code Long}, {@code BigDecimal}, {@code Boolean} or {@code Set<String>}; null if there is none. */
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    /**
     * Returns a copy with this value; null takes it away.
     *
     * @throws InvalidValueException as {@link #of}
     */
    public NamedValues with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new TreeMap<>(values);
        changed.put(name, value);
        return of(changed);
    }

    /** Returns a copy with those values of others that this lacks; a set of texts becomes the set of both. */
    public NamedValues withMissingFrom(NamedValues others) {
        Map<String, Object> merged = new TreeMap<>(others.values);
        values.forEach((name, value) -> merged.merge(name, value, NamedValues::union));
        return of(merged);
    }

    private static Object union(Object theirs, Object own) {
        if (!(theirs instanceof Set<?> more && own instanceof Set<?> some)) {
            return own;
        }
        List<Object> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }

    /** Returns the values as JSON data: sets as lists. */
    public Map<String, Object> toJson() {
        ImmutableSortedMap.Builder<String, Object> json = ImmutableSortedMap.naturalOrder();
        values.forEach((name, value) -> json.put(name, value instanceof Set<?> texts ? List.copyOf(texts) : value));
        return json.buildOrThrow();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(values);
    }

    /** Returns the names only: values may be personal. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
