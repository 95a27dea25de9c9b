package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.Fingerprint;
import java.util.Arrays;

/** Draws pairs by hash, the same on every run and every machine; nearly all of them are of different people. */
final class RandomPairs {
    static final int DRAWS = 100_000;

    private RandomPairs() {}

    static PairSample draw(RecordTable table, LevelPattern levels) {
        int size = table.size();
        int[] first = new int[DRAWS];
        int[] second = new int[DRAWS];
        int drawn = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            int a = (int) ((Fingerprint.of(draw, 1L) >>> 1) % size);
            int b = (int) ((Fingerprint.of(draw, 2L) >>> 1) % size);
            if (table.admits(a, b)) {
                first[drawn] = a;
                second[drawn++] = b;
            }
        }
        return PairSample.of(table, levels, Arrays.copyOf(first, drawn), Arrays.copyOf(second, drawn), drawn);
    }
}
