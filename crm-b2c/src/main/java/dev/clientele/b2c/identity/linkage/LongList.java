package dev.clientele.b2c.identity.linkage;

import java.util.Arrays;

/** Numbers in the order they came, without boxes. */
final class LongList {
    private long[] items = new long[1024];
    private int size;

    void add(long item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return items[index];
    }

    long[] sortedDistinct() {
        long[] sorted = Arrays.copyOf(items, size);
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }
}
