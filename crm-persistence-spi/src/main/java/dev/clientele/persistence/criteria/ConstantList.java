package dev.clientele.persistence.criteria;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;

/**
 * The values of an {@link In}: an immutable list that knows quickly whether it contains a value, in the sense of {@link
 * ValueOrder#compare}, which takes decimals of any scale as the same if they have the same value.
 */
final class ConstantList extends AbstractList<Object> implements RandomAccess {

    /** The size from which looking up is quicker than looking at each. */
    private static final int MIN_HASHED_SIZE = 8;

    private final List<Object> values;
    private final Set<Object> lookup;

    private ConstantList(List<Object> values) {
        this.values = values;
        this.lookup = new HashSet<>();
        if (values.size() >= MIN_HASHED_SIZE) {
            values.forEach(value -> lookup.add(normalize(value)));
        }
    }

    static ConstantList of(List<?> values) {
        return values instanceof ConstantList listed ? listed : new ConstantList(List.copyOf(values));
    }

    @Override
    public Object get(int index) {
        return values.get(index);
    }

    @Override
    public int size() {
        return values.size();
    }

    /**
     * Tells whether one of the values is the same.
     *
     * @throws IllegalArgumentException if the value isn't of their type
     */
    @Override
    public boolean contains(Object value) {
        if (lookup.isEmpty()) {
            return values.stream().anyMatch(each -> ValueOrder.isEqual(value, each));
        }
        ValueOrder.compare(value, values.get(0));
        return lookup.contains(normalize(value));
    }

    /** Returns what is equal exactly for values that compare as the same. */
    private static Object normalize(Object value) {
        return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }
}
