package dev.clientele.core.entity;

import dev.clientele.core.change.FieldChange;
import dev.clientele.core.error.InvalidException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checked values by field name; remembers each field, so that custom fields show and compare like declared ones. */
final class FieldMap<T> {

    /** A value with the field it belongs to. */
    record Slot<T, V>(Field<? super T, V> field, V value) {
        Object toJson() {
            return field.toJson(value);
        }

        void encode(Map<String, Object> into) {
            field.encode(value, into);
        }

        String show() {
            return field.show(value);
        }
    }

    private final String type;
    private final Map<String, Slot<T, ?>> slots;

    private FieldMap(String type, Map<String, Slot<T, ?>> slots) {
        this.type = type;
        this.slots = slots;
    }

    static <T> FieldMap<T> empty(String type) {
        return new FieldMap<>(type, Map.of());
    }

    /** For decoding: takes the map as it is. */
    static <T> FieldMap<T> of(String type, Map<String, Slot<T, ?>> slots) {
        return new FieldMap<>(type, slots);
    }

    @SuppressWarnings("unchecked") // a slot is only ever made with its own field
    <V> @Nullable V get(Field<? super T, V> field) {
        Slot<T, ?> slot = slots.get(field.name());
        return slot == null ? null : (V) slot.value();
    }

    <V> FieldMap<T> with(Field<? super T, V> field, @Nullable V value) {
        if (value == null) {
            return without(field.name());
        }
        V checked;
        try {
            checked = field.check(value);
        } catch (IllegalArgumentException e) {
            throw InvalidException.of(type, field.name(), String.valueOf(e.getMessage()));
        }
        Map<String, Slot<T, ?>> copy = new TreeMap<>(slots);
        copy.put(field.name(), new Slot<>(field, checked));
        return new FieldMap<>(type, copy);
    }

    FieldMap<T> without(String name) {
        if (!slots.containsKey(name)) {
            return this;
        }
        Map<String, Slot<T, ?>> copy = new TreeMap<>(slots);
        copy.remove(name);
        return new FieldMap<>(type, copy);
    }

    Set<String> names() {
        return slots.keySet();
    }

    Map<String, Slot<T, ?>> slots() {
        return Collections.unmodifiableMap(slots);
    }

    /** Puts the columns' values of all fields. */
    void encode(Map<String, Object> into) {
        slots.values().forEach(slot -> slot.encode(into));
    }

    static <T> Map<String, FieldChange> changes(FieldMap<T> before, FieldMap<T> after) {
        Map<String, FieldChange> changes = new TreeMap<>();
        Set<String> names = new TreeSet<>(before.names());
        names.addAll(after.names());
        for (String name : names) {
            Slot<T, ?> was = before.slots.get(name);
            Slot<T, ?> is = after.slots.get(name);
            if (was == null || is == null || !was.value().equals(is.value())) {
                changes.put(name, new FieldChange(was == null ? null : was.toJson(), is == null ? null : is.toJson()));
            }
        }
        return changes;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof FieldMap<?> that) || !slots.keySet().equals(that.slots.keySet())) {
            return false;
        }
        return slots.keySet().stream()
                .allMatch(name -> Objects.equals(
                        Objects.requireNonNull(slots.get(name)).value(),
                        Objects.requireNonNull(that.slots.get(name)).value()));
    }

    @Override
    public int hashCode() {
        return slots.keySet().hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        slots.forEach((name, slot) -> text.append(text.length() == 0 ? "" : ", ")
                .append(name)
                .append('=')
                .append(slot.show()));
        return text.toString();
    }
}
