package dev.clientele.b2c.identity.linkage;

import java.util.Arrays;

/** Records drawn by hash. */
final class Anchors {
    private Anchors() {}

    /** The indexes of so many records with the lowest hashes, ascending; all where there are no more. */
    static int[] draw(RecordTable table, int count) {
        int size = table.size();
        if (count >= size) {
            int[] all = new int[size];
            Arrays.setAll(all, index -> index);
            return all;
        }
        long[] draws = new long[size];
        for (int i = 0; i < size; i++) {
            draws[i] = table.draw(i);
        }
        long[] sorted = draws.clone();
        Arrays.sort(sorted);
        long bound = sorted[count];
        int[] anchors = new int[count];
        int drawn = 0;
        for (int i = 0; i < size && drawn < count; i++) {
            if (draws[i] < bound) {
                anchors[drawn++] = i;
            }
        }
        return Arrays.copyOf(anchors, drawn);
    }
}
