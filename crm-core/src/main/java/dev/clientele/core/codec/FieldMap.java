package dev.clientele.core.codec;

import dev.clientele.core.change.FieldChange;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.value.NamedValues;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checked values of a record by field name. Remembers each field, so that custom fields show and compare like declared ones.
 *
 * <p>Carries along what else was stored, so that a program which doesn't know a field doesn't wipe it out; and the values of
 * computed fields as they were read, which no change of the record touches and which count neither in comparing nor as changes.
 *
 * <p>A record has few fields and is copied with every change: an array in the order of the names is the quickest to copy, to
 * compare and to look things up in.
 */
public final class FieldMap {

    private static final FieldValue<?>[] NONE = {};

    private final String type;
    private final FieldValue<?>[] fieldValues;
    private final FieldValue<?>[] computed;
    private final UndeclaredValues undeclared;

    private FieldMap(String type, FieldValue<?>[] slots, FieldValue<?>[] computed, UndeclaredValues undeclared) {
        this.type = type;
        this.fieldValues = slots;
        this.computed = computed;
        this.undeclared = undeclared;
    }

    /** Returns a map without values for a type of this name. */
    public static FieldMap empty(String type) {
        return new FieldMap(type, NONE, NONE, UndeclaredValues.NONE);
    }

    /** Creates a map of decoded values, each list in the order of their names. */
    static FieldMap of(
            String type, List<FieldValue<?>> slots, List<FieldValue<?>> computed, UndeclaredValues undeclared) {
        return new FieldMap(type, slots.toArray(NONE), computed.isEmpty() ? NONE : computed.toArray(NONE), undeclared);
    }

    /** Returns a copy with the computed values of another map instead of its own. */
    FieldMap withComputedOf(FieldMap other) {
        return computed.length == 0 && other.computed.length == 0
                ? this
                : new FieldMap(type, fieldValues, other.computed, undeclared);
    }

    /** Returns the value of a field, and of no other that happens to have its name. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // a slot is only ever made with its own field
    public <V> @Nullable V get(FieldCodec<V> field) {
        FieldValue<?>[] own = field.isComputed() ? computed : fieldValues;
        for (FieldValue<?> slot : own) {
            if (slot.field() == field) {
                return (V) slot.value();
            }
        }
        if (indexOf(own, field.name()) >= 0) {
            throw new IllegalArgumentException("this " + type + " has a value in another field named " + field.name()
                    + ": keep fields as constants, or get them from the type");
        }
        return null;
    }

    /** Returns a value by the name under which criteria know it, of a field that holds values by names; null if there is none. */
    public @Nullable Object getNamed(String name) {
        int point = name.indexOf('.');
        int place = point < 0 ? -1 : indexOf(name.substring(0, point));
        return place >= 0 && fieldValues[place].value() instanceof NamedValues values
                ? values.get(name.substring(point + 1))
                : null;
    }

    boolean has(String name) {
        return indexOf(name) >= 0;
    }

    private int indexOf(String name) {
        return indexOf(fieldValues, name);
    }

    /** Returns the index of a name; if it isn't there, the complement of where it would be. */
    private static int indexOf(FieldValue<?>[] slots, String name) {
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

    /**
     * Returns a copy with this value; null takes the value away.
     *
     * @throws InvalidException if the value isn't allowed, or the field is a computed one
     */
    public <V> FieldMap with(FieldCodec<V> field, @Nullable V value) {
        requireNotComputed(field);
        return new FieldMap(type, with(fieldValues, field, value), computed, undeclared);
    }

    /**
     * Returns a copy with this value of a computed field; null takes the value away.
     *
     * @throws InvalidException if the value isn't allowed
     */
    public <V> FieldMap withComputed(FieldCodec<V> field, @Nullable V value) {
        return new FieldMap(type, fieldValues, with(computed, field, value), undeclared);
    }

    private void requireNotComputed(FieldCodec<?> field) {
        if (field.isComputed()) {
            throw InvalidException.of(
                    type,
                    new Violation(field.name(), ViolationCode.COMPUTED, "is computed: only compute(...) stores it"));
        }
    }

    private <V> FieldValue<?>[] with(FieldValue<?>[] slots, FieldCodec<V> field, @Nullable V value) {
        if (value == null) {
            return without(slots, field.name());
        }
        V checked;
        try {
            checked = field.check(value);
        } catch (IllegalArgumentException e) {
            throw InvalidException.of(type, ValueViolations.of(field.name(), e));
        }
        if (field.isEmptyValue(checked)) {
            return without(slots, field.name());
        }
        int place = indexOf(slots, field.name());
        FieldValue<?>[] copy;
        if (place >= 0) {
            copy = slots.clone();
        } else {
            place = ~place;
            copy = new FieldValue<?>[slots.length + 1];
            System.arraycopy(slots, 0, copy, 0, place);
            System.arraycopy(slots, place, copy, place + 1, slots.length - place);
        }
        copy[place] = new FieldValue<>(field, checked);
        return copy;
    }

    /**
     * Returns a copy without a value in this field.
     *
     * @throws InvalidException if the field is a computed one
     */
    public FieldMap without(FieldCodec<?> field) {
        requireNotComputed(field);
        return has(field.name()) ? new FieldMap(type, without(fieldValues, field.name()), computed, undeclared) : this;
    }

    private static FieldValue<?>[] without(FieldValue<?>[] slots, String name) {
        int place = indexOf(slots, name);
        if (place < 0) {
            return slots;
        }
        FieldValue<?>[] copy = new FieldValue<?>[slots.length - 1];
        System.arraycopy(slots, 0, copy, 0, place);
        System.arraycopy(slots, place + 1, copy, place, copy.length - place);
        return copy;
    }

    /** Returns the values that people write, in the order of the fields' names. */
    List<FieldValue<?>> fieldValues() {
        return Collections.unmodifiableList(Arrays.asList(fieldValues));
    }

    /** Returns the values of computed fields, in the order of the fields' names. */
    List<FieldValue<?>> computedValues() {
        return Collections.unmodifiableList(Arrays.asList(computed));
    }

    UndeclaredValues undeclared() {
        return undeclared;
    }

    /** Puts the columns' values of all fields. */
    public void encode(Map<String, Object> into) {
        for (FieldValue<?> slot : fieldValues) {
            slot.encode(into);
        }
        for (FieldValue<?> slot : computed) {
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
                changes.put(is.name(), FieldValue.change(before.fieldValues[place], is));
            }
        }
        for (FieldValue<?> was : before.fieldValues) {
            if (!after.has(was.name())) {
                changes.put(was.name(), new FieldChange(was.toJson(), null));
            }
        }
        return changes;
    }

    /** Returns whether all values that people write are equal; computed ones don't count. */
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
        return Stream.concat(Arrays.stream(fieldValues), Arrays.stream(computed))
                .map(slot -> slot.name() + "=" + slot.toMaskedText())
                .collect(Collectors.joining(", "));
    }
}
