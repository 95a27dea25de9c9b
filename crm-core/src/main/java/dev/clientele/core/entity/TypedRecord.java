package dev.clientele.core.entity;

import dev.clientele.core.codec.FieldMap;
import dev.clientele.core.codec.NamedValueCriteria;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record with declared fields: the common half of {@link Entity} and {@link Event}. Immutable and thread-safe.
 *
 * <p>Values are read and changed through the typed fields, own and custom ones alike; a changed copy is a new value.
 *
 * @param <T> the concrete type itself
 */
public abstract class TypedRecord<T extends TypedRecord<T>> {

    TypedRecord() {}

    abstract RecordType<T> recordType();

    abstract FieldMap values();

    abstract T withValues(FieldMap values);

    /** Returns a copy with these values, of which that of a field has changed. */
    T changed(String field, FieldMap values) {
        return withValues(values);
    }

    /** Returns the value of a field, or null if there is none. */
    public final <V> @Nullable V get(Field<? super T, V> field) {
        return values().get(field.codec());
    }

    /** Returns the value of a field, if there is one. */
    public final <V> Optional<V> find(Field<? super T, V> field) {
        return Optional.ofNullable(values().get(field.codec()));
    }

    /**
     * Returns the value of a field that always has one.
     *
     * @throws IllegalStateException if it has none
     */
    public final <V> V require(Field<? super T, V> field) {
        V value = values().get(field.codec());
        if (value == null) {
            throw new IllegalStateException(getClass().getSimpleName() + " has no " + field.name());
        }
        return value;
    }

    /** Returns the value of a field, or this where there is none. */
    public final <V> V getOrDefault(Field<? super T, V> field, V otherwise) {
        V value = values().get(field.codec());
        return value == null ? otherwise : value;
    }

    /**
     * Returns a copy with this value, and those of the fields that {@linkplain EntityTypeBuilder#follow follow} from it; null takes
     * the value away.
     *
     * @throws dev.clientele.core.error.InvalidException if the value isn't allowed, or the field is a computed one, which only
     *     {@link Repository#compute} stores
     */
    public final <V> T with(Field<? super T, V> field, @Nullable V value) {
        return changed(field.name(), values().with(field.codec(), value));
    }

    /**
     * Returns whether this meets a criteria, exactly as a query would say of it once it is stored. A field that the type which made
     * this doesn't declare is read if it has a value, and counts as missing otherwise.
     *
     * @param now what times relative to now are relative to
     * @throws IllegalArgumentException if a constant isn't of its field's type
     */
    public final boolean matches(Criteria criteria, Instant now) {
        Criteria resolved = criteria.resolvedAt(now);
        boolean declared = resolved.fields().stream().allMatch(recordType()::declares);
        Criteria checked = declared ? recordType().checkCriteria(resolved) : resolved;
        return NamedValueCriteria.test(checked, columns(), values()::getNamed);
    }

    /**
     * Returns what criteria and groups see of this: its column values by column name, such as that of the currency of an amount;
     * null where it has none.
     */
    public final FieldReader columns() {
        Map<String, Object> columns = new HashMap<>();
        values().encode(columns);
        encodeBuiltIn(columns);
        return columns::get;
    }

    /** Puts what every record of this kind has beside its fields. */
    abstract void encodeBuiltIn(Map<String, Object> into);

    /**
     * Returns a copy without a value in this field.
     *
     * @throws dev.clientele.core.error.InvalidException if the field is a computed one
     */
    public final T without(Field<? super T, ?> field) {
        return changed(field.name(), values().without(field.codec()));
    }
}
