package dev.clientele.core.codec;

import dev.clientele.core.change.FieldChange;
import dev.clientele.core.error.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checked value with the field that it belongs to. Thread-safe.
 *
 * @param <V> the type of the value
 */
final class FieldValue<V> {

    private final FieldCodec<V> field;
    private final V value;
    private volatile @Nullable Object json;

    FieldValue(FieldCodec<V> field, V value) {
        this.field = field;
        this.value = value;
    }

    FieldCodec<V> field() {
        return field;
    }

    /** Returns the name of the field. */
    String name() {
        return field.name();
    }

    V value() {
        return value;
    }

    /** Returns the JSON data, made once: validation, body and history all ask for it. */
    Object toJson() {
        Object made = json;
        if (made == null) {
            made = field.toJson(value);
            json = made;
        }
        return made;
    }

    /** Returns what changed from one value of a field to another: of two lists only the part in which they differ. */
    static FieldChange change(FieldValue<?> before, FieldValue<?> after) {
        if (after.field instanceof BodyCodec<?> codec
                && before.value instanceof List<?> old
                && after.value instanceof List<?> now) {
            int shorter = Math.min(old.size(), now.size());
            int start = 0;
            while (start < shorter && old.get(start).equals(now.get(start))) {
                start++;
            }
            int same = 0;
            while (same < shorter - start && old.get(old.size() - 1 - same).equals(now.get(now.size() - 1 - same))) {
                same++;
            }
            if (start + same > 0) {
                return new FieldChange(
                        elements(codec, old.subList(start, old.size() - same)),
                        elements(codec, now.subList(start, now.size() - same)),
                        start);
            }
        }
        return new FieldChange(before.toJson(), after.toJson());
    }

    @SuppressWarnings("unchecked") // part of a list of such values is a list of such values
    private static <V> Object elements(BodyCodec<V> codec, List<?> part) {
        return codec.toJson((V) part);
    }

    void encode(Map<String, Object> into) {
        field.encode(value, into);
    }

    String toMaskedText() {
        return field.toMaskedText(value);
    }

    /** Finds what is wrong inside it. */
    List<Violation> nestedViolations() {
        if (!field.isInBody()) {
            return List.of();
        }
        try {
            return field.nestedViolations(toJson());
        } catch (IllegalArgumentException e) {
            return List.of(new Violation("", "can't be written as JSON"));
        }
    }
}
