package dev.clientele.b2c.analytics.basket;

import java.util.Arrays;

/**
 * A count of pairs of small numbers, in two flat columns: millions of pairs at twelve bytes each, of which a multiset of boxed
 * keys would take some eighty. Not thread-safe.
 */
final class PairCounts {

    private static final long EMPTY = -1;
    private static final long HASH_MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int FIRST_SIZE = 1 << 10;

    private long[] keys = filled(FIRST_SIZE);
    private int[] counts = new int[FIRST_SIZE];
    private int size;

    /** Takes a pair, the smaller number first, and how often it was counted. */
    interface PairVisitor {
        void visit(int one, int other, long count);
    }

    /** Counts every pair of these, which must be ascending. */
    void addAll(int[] ascending) {
        for (int i = 0; i < ascending.length; i++) {
            for (int j = i + 1; j < ascending.length; j++) {
                add(((long) ascending[i] << Integer.SIZE) | ascending[j]);
            }
        }
    }

    private void add(long key) {
        int slot = slot(keys, key);
        if (keys[slot] == EMPTY) {
            if (size > keys.length / 2) {
                grow();
                slot = slot(keys, key);
            }
            keys[slot] = key;
            size++;
        }
        counts[slot] = Math.addExact(counts[slot], 1);
    }

    private void grow() {
        long[] wider = filled(Math.multiplyExact(keys.length, 2));
        int[] same = new int[wider.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != EMPTY) {
                int slot = slot(wider, keys[i]);
                wider[slot] = keys[i];
                same[slot] = counts[i];
            }
        }
        keys = wider;
        counts = same;
    }

    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * HASH_MULTIPLIER) >>> Integer.SIZE) & mask;
        while (keys[slot] != EMPTY && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long[] filled(int size) {
        long[] keys = new long[size];
        Arrays.fill(keys, EMPTY);
        return keys;
    }

    /** Visits all pairs, in no particular order. */
    void forEach(PairVisitor each) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != EMPTY) {
                each.visit((int) (keys[i] >>> Integer.SIZE), (int) keys[i], counts[i]);
            }
        }
    }
}
