package dev.clientele.b2c.identity.resolution;

import java.util.ArrayList;
import java.util.List;

/** Numbers by index in arrays of one size, so that growing copies none. Not thread-safe. */
final class IntList {

    private static final int BITS = 14;
    private static final int CHUNK = 1 << BITS;

    private final List<int[]> chunks = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return chunks.get(index >>> BITS)[index & (CHUNK - 1)];
    }

    void set(int index, int value) {
        chunks.get(index >>> BITS)[index & (CHUNK - 1)] = value;
    }

    int add(int value) {
        if (size == chunks.size() << BITS) {
            chunks.add(new int[CHUNK]);
        }
        set(size, value);
        return size++;
    }
}
