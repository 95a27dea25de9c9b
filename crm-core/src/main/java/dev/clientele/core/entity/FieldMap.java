package dev.clientele.core.entity;

import dev.clientele.core.change.FieldChange;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checked values by field name; remembers each field, so that custom fields show and compare like declared ones.
 *
 * <p>Carries along what else was stored, so that a program which doesn't know a field doesn't wipe it out.
 */
final class FieldMap<T> {

    private final String type;
    private final Map<String, Slot<T, ?>> slots;
    private final Undeclared undeclared;

    private FieldMap(String type, Map<String, Slot<T, ?>> slots, Undeclared undeclared) {
        this.type = type;
        this.slots = slots;
        this.undeclared = undeclared;
    }

    static <T> FieldMap<T> empty(String type) {
        return new FieldMap<>(type, Map.of(), Undeclared.NOTHING);
    }

    /** For decoding: takes the map as it is. */
    static <T> FieldMap<T> of(String type, Map<String, Slot<T, ?>> slots, Undeclared undeclared) {
        return new FieldMap<>(type, slots, undeclared);
    }

    /** The value of a field, and of no other that happens to have its name. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // a slot is only ever made with its own field
    <V> @Nullable V get(Field<? super T, V> field) {
        Slot<T, ?> slot = slots.get(field.name());
        if (slot == null) {
            return null;
        } else if (slot.field() != field) {
            throw new IllegalArgumentException("this " + type + " has a value in another field named " + field.name()
                    + ": keep fields as constants, or get them from the type");
        }
        return (V) slot.value();
    }

    <V> FieldMap<T> with(Field<? super T, V> field, @Nullable V value) {
        if (value == null) {
            return without(field.name());
        }
        V checked;
        try {
            checked = field.check(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidException(type, List.of(violation(field.name(), e)));
        }
        if (field.isNothing(checked)) {
            return without(field.name());
        }
        Map<String, Slot<T, ?>> copy = new TreeMap<>(slots);
        copy.put(field.name(), new Slot<>(field, checked));
        return new FieldMap<>(type, copy, undeclared);
    }

    /** The message begins with the field's name, or with the place in its list: that is the path. */
    private static Violation violation(String name, IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith(name + " ") || message.startsWith(name + "[")) {
            int space = message.indexOf(' ');
            return new Violation(message.substring(0, space), message.substring(space + 1));
        }
        return new Violation(name, message);
    }

    FieldMap<T> without(String name) {
        if (!slots.containsKey(name)) {
            return this;
        }
        Map<String, Slot<T, ?>> copy = new TreeMap<>(slots);
        copy.remove(name);
        return new FieldMap<>(type, copy, undeclared);
    }

    Set<String> names() {
        return slots.keySet();
    }

    Map<String, Slot<T, ?>> slots() {
        return Collections.unmodifiableMap(slots);
    }

    Undeclared undeclared() {
        return undeclared;
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
