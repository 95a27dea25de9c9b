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
    private final FieldValue<T, ?>[] fieldValues;
    private final UndeclaredValues undeclared;

    private FieldMap(String type, FieldValue<T, ?>[] slots, UndeclaredValues undeclared) {
        this.type = type;
        this.fieldValues = slots;
        this.undeclared = undeclared;
    }

    static <T> FieldMap<T> empty(String type) {
        return new FieldMap<>(type, array(0), UndeclaredValues.NONE);
    }

    /** For decoding: takes slots that are in the order of their names. */
    static <T> FieldMap<T> of(String type, List<FieldValue<T, ?>> slots, UndeclaredValues undeclared) {
        return new FieldMap<>(type, slots.toArray(array(0)), undeclared);
    }

    @SuppressWarnings("unchecked") // there are no arrays of generic types
    private static <T> FieldValue<T, ?>[] array(int size) {
        return (FieldValue<T, ?>[]) new FieldValue<?, ?>[size];
    }

    /** The value of a field, and of no other that happens to have its name. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // a slot is only ever made with its own field
    <V> @Nullable V get(Field<? super T, V> field) {
        for (FieldValue<T, ?> slot : fieldValues) {
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
        return indexOf(name) >= 0;
    }

    /** The index of a name; if it isn't there, the complement of where it would be. */
    private int indexOf(String name) {
        int low = 0;
        int high = fieldValues.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = fieldValues[middle].name().compareTo(name);
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
        if (field.isEmptyValue(checked)) {
            return without(field.name());
        }
        int place = indexOf(field.name());
        FieldValue<T, ?>[] copy;
        if (place >= 0) {
            copy = fieldValues.clone();
        } else {
            place = ~place;
            copy = array(fieldValues.length + 1);
            System.arraycopy(fieldValues, 0, copy, 0, place);
            System.arraycopy(fieldValues, place, copy, place + 1, fieldValues.length - place);
        }
        copy[place] = new FieldValue<>(field, checked);
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
        int place = indexOf(name);
        if (place < 0) {
            return this;
        }
        FieldValue<T, ?>[] copy = array(fieldValues.length - 1);
        System.arraycopy(fieldValues, 0, copy, 0, place);
        System.arraycopy(fieldValues, place + 1, copy, place, copy.length - place);
        return new FieldMap<>(type, copy, undeclared);
    }

    /** In the order of the fields' names. */
    List<FieldValue<T, ?>> fieldValues() {
        return Collections.unmodifiableList(Arrays.asList(fieldValues));
    }

    UndeclaredValues undeclared() {
        return undeclared;
    }

    /** Puts the columns' values of all fields. */
    void encode(Map<String, Object> into) {
        for (FieldValue<T, ?> slot : fieldValues) {
            slot.encode(into);
        }
    }

    static <T> Map<String, FieldChange> changes(FieldMap<T> before, FieldMap<T> after) {
        Map<String, FieldChange> changes = new TreeMap<>();
        for (FieldValue<T, ?> is : after.fieldValues) {
            int place = before.indexOf(is.name());
            if (place < 0) {
                changes.put(is.name(), new FieldChange(null, is.toJson()));
            } else if (!before.fieldValues[place].value().equals(is.value())) {
                changes.put(is.name(), new FieldChange(before.fieldValues[place].toJson(), is.toJson()));
            }
        }
        for (FieldValue<T, ?> was : before.fieldValues) {
            if (!after.has(was.name())) {
                changes.put(was.name(), new FieldChange(was.toJson(), null));
            }
        }
        return changes;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof FieldMap<?> that) || fieldValues.length != that.fieldValues.length) {
            return false;
        }
        for (int i = 0; i < fieldValues.length; i++) {
            if (!fieldValues[i].name().equals(that.fieldValues[i].name())
                    || !fieldValues[i].value().equals(that.fieldValues[i].value())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (FieldValue<T, ?> slot : fieldValues) {
            hash = 31 * hash + slot.name().hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (FieldValue<T, ?> slot : fieldValues) {
            text.append(text.length() == 0 ? "" : ", ").append(slot.name());
            text.append('=').append(slot.toMaskedText());
        }
        return text.toString();
    }
}
