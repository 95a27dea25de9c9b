package dev.clientele.core.codec;

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
 * The checked values of a record by field name. Remembers each field, so that custom fields show and compare like declared ones.
 *
 * <p>Carries along what else was stored, so that a program which doesn't know a field doesn't wipe it out.
 *
 * <p>A record has few fields and is copied with every change: an array in the order of the names is the quickest to copy, to
 * compare and to look things up in.
 */
public final class FieldMap {

    private final String type;
    private final FieldValue<?>[] fieldValues;
    private final UndeclaredValues undeclared;

    private FieldMap(String type, FieldValue<?>[] slots, UndeclaredValues undeclared) {
        this.type = type;
        this.fieldValues = slots;
        this.undeclared = undeclared;
    }

    /** Returns a map without values for a type of this name. */
    public static FieldMap empty(String type) {
        return new FieldMap(type, new FieldValue<?>[0], UndeclaredValues.NONE);
    }

    /** Creates a map of decoded values that are in the order of their names. */
    static FieldMap of(String type, List<FieldValue<?>> slots, UndeclaredValues undeclared) {
        return new FieldMap(type, slots.toArray(new FieldValue<?>[0]), undeclared);
    }

    /** Returns the value of a field, and of no other that happens to have its name. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // a slot is only ever made with its own field
    public <V> @Nullable V get(FieldCodec<V> field) {
        for (FieldValue<?> slot : fieldValues) {
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

    /** Returns the index of a name; if it isn't there, the complement of where it would be. */
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

    /**
     * Returns a copy with this value; null takes the value away.
     *
     * @throws InvalidException if the value isn't allowed
     */
    public <V> FieldMap with(FieldCodec<V> field, @Nullable V value) {
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
        FieldValue<?>[] copy;
        if (place >= 0) {
            copy = fieldValues.clone();
        } else {
            place = ~place;
            copy = new FieldValue<?>[fieldValues.length + 1];
            System.arraycopy(fieldValues, 0, copy, 0, place);
            System.arraycopy(fieldValues, place, copy, place + 1, fieldValues.length - place);
        }
        copy[place] = new FieldValue<>(field, checked);
        return new FieldMap(type, copy, undeclared);
    }

    /** Returns the violation of an exception whose message begins with the path: the field's name, or the place in its list. */
    private static Violation violation(String name, IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith(name + " ") || message.startsWith(name + "[")) {
            int space = message.indexOf(' ');
            return new Violation(message.substring(0, space), message.substring(space + 1));
        }
        return new Violation(name, message);
    }

    /** Returns a copy without a value under this name. */
    public FieldMap without(String name) {
        int place = indexOf(name);
        if (place < 0) {
            return this;
        }
        FieldValue<?>[] copy = new FieldValue<?>[fieldValues.length - 1];
        System.arraycopy(fieldValues, 0, copy, 0, place);
        System.arraycopy(fieldValues, place + 1, copy, place, copy.length - place);
        return new FieldMap(type, copy, undeclared);
    }

    /** Returns the values in the order of the fields' names. */
    List<FieldValue<?>> fieldValues() {
        return Collections.unmodifiableList(Arrays.asList(fieldValues));
    }

    UndeclaredValues undeclared() {
        return undeclared;
    }

    /** Puts the columns' values of all fields. */
    public void encode(Map<String, Object> into) {
        for (FieldValue<?> slot : fieldValues) {
            slot.encode(into);
        }
    }

    /** Returns what differs between two maps, by field name. */
    public static Map<String, FieldChange> changes(FieldMap before, FieldMap after) {
        Map<String, FieldChange> changes = new TreeMap<>();
        for (FieldValue<?> is : after.fieldValues) {
            int place = before.indexOf(is.name());
            if (place < 0) {
                changes.put(is.name(), new FieldChange(null, is.toJson()));
            } else if (!before.fieldValues[place].value().equals(is.value())) {
                changes.put(is.name(), new FieldChange(before.fieldValues[place].toJson(), is.toJson()));
            }
        }
        for (FieldValue<?> was : before.fieldValues) {
            if (!after.has(was.name())) {
                changes.put(was.name(), new FieldChange(was.toJson(), null));
            }
        }
        return changes;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof FieldMap that) || fieldValues.length != that.fieldValues.length) {
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
        for (FieldValue<?> slot : fieldValues) {
            hash = 31 * hash + slot.name().hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (FieldValue<?> slot : fieldValues) {
            text.append(text.length() == 0 ? "" : ", ").append(slot.name());
            text.append('=').append(slot.toMaskedText());
        }
        return text.toString();
    }
}
