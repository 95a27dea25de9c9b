package dev.clientele.b2b.insight.winning;

import java.util.ArrayList;
import java.util.List;

/** A growing sequence of numbers, kept in blocks so that growing never copies it. Not thread-safe while it grows. */
final class IntSequence {

    private static final int BLOCK_BITS = 14;
    private static final int BLOCK_SIZE = 1 << BLOCK_BITS;

    private final List<int[]> blocks = new ArrayList<>();
    private int size;

    void add(int number) {
        if (size == blocks.size() << BLOCK_BITS) {
            blocks.add(new int[BLOCK_SIZE]);
        }
        blocks.get(size >> BLOCK_BITS)[size & BLOCK_SIZE - 1] = number;
        size++;
    }

    int get(int index) {
        return blocks.get(index >> BLOCK_BITS)[index & BLOCK_SIZE - 1];
    }

    int size() {
        return size;
    }
}
