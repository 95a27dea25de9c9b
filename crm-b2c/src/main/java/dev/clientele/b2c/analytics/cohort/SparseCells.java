package dev.clientele.b2c.analytics.cohort;

import java.util.AbstractList;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** The cells of a cohort without a gap, of which only those are held in which something happened. Immutable. */
final class SparseCells extends AbstractList<CohortCell> implements RandomAccess {
    private final int size;
    private final Map<Integer, CohortCell> occupied;
    private final IntFunction<CohortCell> empty;

    /**
     * Holds the occupied cells.
     *
     * @param size how many ages there are
     * @param occupied cells by age; kept, not copied
     * @param empty makes the cell of another age
     */
    SparseCells(int size, Map<Integer, CohortCell> occupied, IntFunction<CohortCell> empty) {
        this.size = size;
        this.occupied = occupied;
        this.empty = empty;
    }

    @Override
    public CohortCell get(int age) {
        if (age < 0 || age >= size) {
            throw new IndexOutOfBoundsException("age must be from 0 to " + (size - 1) + ", was " + age);
        }
        CohortCell cell = occupied.get(age);
        return cell == null ? empty.apply(age) : cell;
    }

    @Override
    public int size() {
        return size;
    }
}
