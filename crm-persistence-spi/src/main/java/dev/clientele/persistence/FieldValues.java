package dev.clientele.persistence;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Field values by name, in the order of the names. Immutable and thread-safe if the values are.
 *
 * <p>Every record that is read or written has such a map and reads it once or twice. An array beside the names, which all
 * records of a type share, is made in a fraction of the time that a tree takes, and never has to be copied again.
 */
public final class FieldValues extends AbstractMap<String, Object> {

    private final String[] names;
    private final @Nullable Object[] values;
    private final int size;

    private FieldValues(String[] names, @Nullable Object[] values) {
        this.names = names;
        this.values = values;
        int present = 0;
        for (Object value : values) {
            present += value == null ? 0 : 1;
        }
        this.size = present;
    }

    /**
     * Returns these values in the form of this class; the same object if they have it.
     *
     * @throws NullPointerException if a name or a value is null
     */
    public static FieldValues copyOf(Map<String, ?> values) {
        if (values instanceof FieldValues same) {
            return same;
        }
        boolean sorted = values instanceof SortedMap<String, ?> inOrder && inOrder.comparator() == null;
        Map<String, ?> ascending = sorted ? values : new TreeMap<>(values);
        ascending.forEach((name, value) -> Objects.requireNonNull(value, name));
        return new FieldValues(
                ascending.keySet().toArray(String[]::new), ascending.values().toArray());
    }

    /** The names that the records of a type may have values for. Immutable and thread-safe. */
    public static final class FieldNames {

        private final String[] names;

        /** Creates the list of these names, in any order; one given twice counts once. */
        public FieldNames(Collection<String> names) {
            this.names = names.stream().distinct().sorted().toArray(String[]::new);
        }

        /** Returns the number of names. */
        public int size() {
            return names.length;
        }

        /**
         * Returns the index of a name's value in what {@link #values} takes.
         *
         * @throws IllegalArgumentException if it isn't one of the names
         */
        public int indexOf(String name) {
            int place = Arrays.binarySearch(names, name);
            if (place < 0) {
                throw new IllegalArgumentException("no such name: " + name);
            }
            return place;
        }

        /**
         * Returns the values of one record.
         *
         * @param values as many as there are names, each at its {@link #indexOf}; null where there is none. Copied.
         * @throws IllegalArgumentException if there are more or fewer
         */
        public FieldValues values(@Nullable Object[] values) {
            if (values.length != names.length) {
                throw new IllegalArgumentException(
                        "takes a value for each of " + names.length + " names, got " + values.length);
            }
            return new FieldValues(names, values.clone());
        }
    }

    @Override
    @SuppressWarnings({"ReferenceEquality", "StringEquality"}) // nearly always it is the declared name itself
    public @Nullable Object get(@Nullable Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i] == name) {
                return values[i];
            }
        }
        int place = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new PresentEntryIterator();
            }
        };
    }

    /** Goes through the names that have a value. */
    private final class PresentEntryIterator implements Iterator<Entry<String, Object>> {

        private int place;

        @Override
        public boolean hasNext() {
            while (place < values.length && values[place] == null) {
                place++;
            }
            return place < values.length;
        }

        @Override
        public Entry<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Object value = Objects.requireNonNull(values[place]);
            return Map.entry(names[place++], value);
        }
    }
}
