package dev.clientele.b2c.identity.linkage;

import java.util.Arrays;

/** Finds the anchors that share a key with a record, and counts how often each key was asked for. */
final class AnchorIndex {
    /** The most records or anchors that may share a key; a key that is shared by more brings nobody together. */
    static final int MAX_SHARERS = 25;

    private final long[] slots;
    private final int[] heads;
    private final int[] sharers;
    private final int[] asked;
    private int[] anchors = new int[1024];
    private int[] nexts = new int[1024];
    private int entries;

    AnchorIndex(int mostEntries) {
        int capacity = Integer.highestOneBit(Math.max(4, mostEntries)) * 4;
        slots = new long[capacity];
        heads = new int[capacity];
        sharers = new int[capacity];
        asked = new int[capacity];
    }

    void add(long key, int anchor) {
        int slot = slotOf(key);
        slots[slot] = key;
        if (++sharers[slot] <= MAX_SHARERS) {
            if (entries == anchors.length) {
                anchors = Arrays.copyOf(anchors, entries * 2);
                nexts = Arrays.copyOf(nexts, entries * 2);
            }
            anchors[entries] = anchor;
            nexts[entries] = heads[slot];
            heads[slot] = ++entries;
        }
    }

    /** The place of a key; -1 where no anchor has it. */
    int find(long key) {
        int slot = slotOf(key);
        return slots[slot] == 0 ? -1 : slot;
    }

    /** Counts one more record that has the key and returns the first entry, 0 where too many share it. */
    int ask(int slot) {
        return ++asked[slot] > MAX_SHARERS || sharers[slot] > MAX_SHARERS ? 0 : heads[slot];
    }

    int anchor(int entry) {
        return anchors[entry - 1];
    }

    int next(int entry) {
        return nexts[entry - 1];
    }

    boolean crowded(int slot) {
        return asked[slot] > MAX_SHARERS || sharers[slot] > MAX_SHARERS;
    }

    int sharers(int slot) {
        return sharers[slot];
    }

    private int slotOf(long key) {
        int mask = slots.length - 1;
        int slot = (int) (key >>> 24) & mask;
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
