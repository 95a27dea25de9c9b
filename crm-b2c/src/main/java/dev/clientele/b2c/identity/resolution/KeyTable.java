package dev.clientele.b2c.identity.resolution;

import java.util.Arrays;

/**
 * A hash map from keys of 64 bits to numbers of 32: open addressing, in many small tables, so that growing takes no long time. Not
 * thread-safe.
 */
final class KeyTable {

    /** Stands for no number. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int TABLES = 1024;
    private static final int LEAST = 8;

    private final Part[] parts = new Part[TABLES];

    KeyTable() {
        for (int i = 0; i < TABLES; i++) {
            parts[i] = new Part();
        }
    }

    private static long spread(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 32);
    }

    private Part part(long spread) {
        return parts[(int) (spread >>> 54)];
    }

    /** Returns the number of a key, or {@link #NONE}. */
    int get(long key) {
        long spread = spread(key);
        Part part = part(spread);
        return part.values[part.slot(key, spread)];
    }

    /** Puts the number of a key; {@link #NONE} takes the key away. */
    void put(long key, int value) {
        long spread = spread(key);
        part(spread).put(key, spread, value);
    }

    /** One of the small tables. */
    private static final class Part {

        private long[] keys = new long[LEAST];
        private int[] values = empty(LEAST);
        private int size;

        private static int[] empty(int capacity) {
            int[] values = new int[capacity];
            Arrays.fill(values, NONE);
            return values;
        }

        private int home(long spread) {
            return (int) (((spread & 0xffffffffL) * keys.length) >>> 32);
        }

        /** The slot of a key, or the empty one where it would go. */
        int slot(long key, long spread) {
            int slot = home(spread);
            while (values[slot] != NONE && keys[slot] != key) {
                slot = slot + 1 == keys.length ? 0 : slot + 1;
            }
            return slot;
        }

        void put(long key, long spread, int value) {
            int slot = slot(key, spread);
            if (value == NONE) {
                if (values[slot] != NONE) {
                    remove(slot);
                }
                return;
            }
            if (values[slot] == NONE) {
                size++;
                keys[slot] = key;
            }
            values[slot] = value;
            if (size * 4 > keys.length * 3) {
                resize(keys.length + (keys.length >> 1));
            }
        }

        /** Takes a slot away and puts those that follow it in their places. */
        private void remove(int slot) {
            size--;
            values[slot] = NONE;
            for (int next = slot + 1 == keys.length ? 0 : slot + 1;
                    values[next] != NONE;
                    next = next + 1 == keys.length ? 0 : next + 1) {
                int value = values[next];
                values[next] = NONE;
                int place = slot(keys[next], spread(keys[next]));
                keys[place] = keys[next];
                values[place] = value;
            }
        }

        private void resize(int capacity) {
            long[] oldKeys = keys;
            int[] oldValues = values;
            keys = new long[capacity];
            values = empty(capacity);
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldValues[i] != NONE) {
                    int slot = slot(oldKeys[i], spread(oldKeys[i]));
                    keys[slot] = oldKeys[i];
                    values[slot] = oldValues[i];
                }
            }
        }
    }
}
