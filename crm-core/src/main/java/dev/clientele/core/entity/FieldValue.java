package dev.clientele.core.entity;

import dev.clientele.core.json.Json;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A checked value with the field it belongs to. Thread-safe.
 *
 * @param <T> the record type
 * @param <V> the type of the value
 */
final class FieldValue<T, V> {

    private final Field<? super T, V> field;
    private final V value;
    private volatile @Nullable Object json;

    FieldValue(Field<? super T, V> field, V value) {
        this.field = field;
        this.value = value;
    }

    Field<? super T, V> field() {
        return field;
    }

    /** The field's. */
    String name() {
        return field.name();
    }

    V value() {
        return value;
    }

    /** Made once: validation, body and history all ask for it. */
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
}
