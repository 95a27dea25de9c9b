package dev.clientele.b2c.identity.linkage;

import java.util.List;

/**
 * The pairs that a model is learned from: some records drawn by hash, each with all others that agree with it under any of
 * the candidate rules.
 *
 * @param sample the pairs
 * @param partners for each rule the records it brings to one anchor on average
 */
@SuppressWarnings("ArrayRecordComponent") // inside the package only
record TrainingPairs(PairSample sample, double[] partners) {

    static TrainingPairs find(
            RecordTable table, LevelPattern levels, BlockingKeys keys, List<int[]> rules, int[] anchors) {
        AnchorIndex index = new AnchorIndex(anchors.length * rules.size());
        long[] parts = new long[keys.count()];
        for (int anchor : anchors) {
            keys.read(table.record(anchor), parts);
            for (int rule = 0; rule < rules.size(); rule++) {
                long key = BlockingKeys.keyOf(rules.get(rule), parts);
                if (key != 0) {
                    index.add(key ^ salt(rule), anchor);
                }
            }
        }
        int[][] indexes = rules.toArray(int[][]::new);
        double[] partners = new double[indexes.length];
        LongList hits = new LongList();
        LongList slots = new LongList();
        for (int record = 0; record < table.size(); record++) {
            keys.read(table.record(record), parts);
            for (int rule = 0; rule < partners.length; rule++) {
                long key = BlockingKeys.keyOf(indexes[rule], parts);
                int slot = key == 0 ? -1 : index.find(key ^ salt(rule));
                if (slot >= 0) {
                    partners[rule] += (double) index.sharers(slot) / anchors.length;
                    for (int entry = index.ask(slot); entry > 0; entry = index.next(entry)) {
                        if (table.admits(index.anchor(entry), record)) {
                            hits.add((long) index.anchor(entry) << 32 | record);
                            slots.add(slot);
                        }
                    }
                }
            }
        }
        return new TrainingPairs(sample(table, levels, uncrowded(hits, slots, index), anchors.length), partners);
    }

    private static long salt(int rule) {
        return (rule + 1) * 0x9e3779b97f4a7c15L;
    }

    private static long[] uncrowded(LongList hits, LongList slots, AnchorIndex index) {
        LongList kept = new LongList();
        for (int i = 0; i < hits.size(); i++) {
            if (!index.crowded((int) slots.get(i))) {
                kept.add(hits.get(i));
            }
        }
        return kept.sortedDistinct();
    }

    private static PairSample sample(RecordTable table, LevelPattern levels, long[] hits, int anchors) {
        int[] first = new int[hits.length];
        int[] second = new int[hits.length];
        for (int i = 0; i < hits.length; i++) {
            first[i] = (int) (hits[i] >>> 32);
            second[i] = (int) hits[i];
        }
        // each pair of the table has two ends, and a share of the ends are anchors
        double population = 2 * table.pairs() * anchors / table.size();
        return PairSample.of(table, levels, first, second, Math.max(population, hits.length + 1.0));
    }
}
