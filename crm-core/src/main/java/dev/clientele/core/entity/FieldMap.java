package dev.clientele.core.entity;

import dev.clientele.core.change.FieldChange;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checked values by field name; remembers each field, so that custom fields show and compare like declared ones.
 *
 * <p>Carries along what else was stored, so that a program which doesn't know a field doesn't wipe it out.
 *
 * <p>A record has few fields and is copied with every change: an array in the order of the names is the quickest to copy, to
 * compare and to look things up in.
 */
final class FieldMap<T> {

    private final String type;
    private final Slot<T, ?>[] slots;
    private final Undeclared undeclared;

    private FieldMap(String type, Slot<T, ?>[] slots, Undeclared undeclared) {
        this.type = type;
        this.slots = slots;
        this.undeclared = undeclared;
    }

    static <T> FieldMap<T> empty(String type) {
        return new FieldMap<>(type, array(0), Undeclared.NOTHING);
    }

    /** For decoding: takes slots that are in the order of their names. */
    static <T> FieldMap<T> of(String type, List<Slot<T, ?>> slots, Undeclared undeclared) {
        return new FieldMap<>(type, slots.toArray(array(0)), undeclared);
    }

    @SuppressWarnings("unchecked") // there are no arrays of generic types
    private static <T> Slot<T, ?>[] array(int size) {
        return (Slot<T, ?>[]) new Slot<?, ?>[size];
    }

    /** The value of a field, and of no other that happens to have its name. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // a slot is only ever made with its own field
    <V> @Nullable V get(Field<? super T, V> field) {
        for (Slot<T, ?> slot : slots) {
            if (slot.field() == field) {
                return (V) slot.value();
            }
        }
        if (has(field.name())) {
            throw new IllegalArgumentException("this " + type + " has a value in another field named " + field.name()
                    + ": keep fields as constants, or get them from the type");
        }
        return null;
    }

    boolean has(String name) {
        return place(name) >= 0;
    }

    /** The index of a name; if it isn't there, the complement of where it would be. */
    private int place(String name) {
        int low = 0;
        int high = slots.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = slots[middle].name().compareTo(name);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return ~low;
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
        int place = place(field.name());
        Slot<T, ?>[] copy;
        if (place >= 0) {
            copy = slots.clone();
        } else {
            place = ~place;
            copy = array(slots.length + 1);
            System.arraycopy(slots, 0, copy, 0, place);
            System.arraycopy(slots, place, copy, place + 1, slots.length - place);
        }
        copy[place] = new Slot<>(field, checked);
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
        int place = place(name);
        if (place < 0) {
            return this;
        }
        Slot<T, ?>[] copy = array(slots.length - 1);
        System.arraycopy(slots, 0, copy, 0, place);
        System.arraycopy(slots, place + 1, copy, place, copy.length - place);
        return new FieldMap<>(type, copy, undeclared);
    }

    /** In the order of the fields' names. */
    List<Slot<T, ?>> slots() {
        return Collections.unmodifiableList(Arrays.asList(slots));
    }

    Undeclared undeclared() {
        return undeclared;
    }

    /** Puts the columns' values of all fields. */
    void encode(Map<String, Object> into) {
        for (Slot<T, ?> slot : slots) {
            slot.encode(into);
        }
    }

    static <T> Map<String, FieldChange> changes(FieldMap<T> before, FieldMap<T> after) {
        Map<String, FieldChange> changes = new TreeMap<>();
        for (Slot<T, ?> is : after.slots) {
            int place = before.place(is.name());
            if (place < 0) {
                changes.put(is.name(), new FieldChange(null, is.toJson()));
            } else if (!before.slots[place].value().equals(is.value())) {
                changes.put(is.name(), new FieldChange(before.slots[place].toJson(), is.toJson()));
            }
        }
        for (Slot<T, ?> was : before.slots) {
            if (!after.has(was.name())) {
                changes.put(was.name(), new FieldChange(was.toJson(), null));
            }
        }
        return changes;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof FieldMap<?> that) || slots.length != that.slots.length) {
            return false;
        }
        for (int i = 0; i < slots.length; i++) {
            if (!slots[i].name().equals(that.slots[i].name())
                    || !slots[i].value().equals(that.slots[i].value())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Slot<T, ?> slot : slots) {
            hash = 31 * hash + slot.name().hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Slot<T, ?> slot : slots) {
            text.append(text.length() == 0 ? "" : ", ").append(slot.name());
            text.append('=').append(slot.show());
        }
        return text.toString();
    }
}
