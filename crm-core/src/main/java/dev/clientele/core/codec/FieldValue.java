package dev.clientele.core.codec;

import dev.clientele.core.error.Violation;
import dev.clientele.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            made = Objects.requireNonNull(Json.immutableCopy(field.toJson(value)));
            json = made;
        }
        return made;
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
