package dev.clientele.b2c.campaign.attribution;

import java.util.Arrays;

/**
 * Counts of transitions by key, in open addressing: a key has in its lowest {@value #BITS} bits where the transition goes, a
 * channel or an end, and above them the last channels before it, at most {@value AttributionSettings#MAX_ORDER}.
 */
final class TransitionCounts {
    static final int BITS = 12;

    /** The end of a path by a conversion. */
    static final int CONVERSION = 0;

    /** The end of a path without one. */
    static final int NULL = (1 << BITS) - 1;

    private static final long ABSENT = -1;

    private long[] keys = new long[64];
    private long[] counts = new long[64];
    private int size;

    TransitionCounts() {
        Arrays.fill(keys, ABSENT);
    }

    static long key(long state, int to) {
        return state << BITS | to;
    }

    /** Returns the state after a transition to a channel, of at most {@code order} channels. */
    static long next(long state, int channel, int order) {
        return (state << BITS | channel) & mask(order);
    }

    static long mask(int order) {
        return (1L << (BITS * order)) - 1;
    }

    int size() {
        return size;
    }

    boolean has(long key) {
        return keys[slot(key)] == key;
    }

    void add(long key, long count) {
        int slot = slot(key);
        if (keys[slot] == ABSENT) {
            if (size * 2 >= keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            size++;
        }
        counts[slot] += count;
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != ABSENT) {
                visitor.visit(keys[i] >>> BITS, (int) (keys[i] & mask(1)), counts[i]);
            }
        }
    }

    private int slot(long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash ^ hash >>> 32) & (keys.length - 1);
        while (keys[slot] != ABSENT && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[keys.length];
        Arrays.fill(keys, ABSENT);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != ABSENT) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    /** Receives each transition once. */
    interface Visitor {
        void visit(long state, int to, long count);
    }
}
