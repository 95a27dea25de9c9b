package dev.clientele.b2c.identity.linkage;

import java.util.Arrays;
import java.util.List;

/** The pairs of a table that agree under a blocking rule, each once; blocks that are too large are passed over. */
final class CandidatePairs {

    /** Receives a pair of indexes. */
    interface Visitor {
        void visit(int first, int second);
    }

    private final RecordTable table;
    private final long[][] keys;
    private final int maxBlock;

    private CandidatePairs(RecordTable table, long[][] keys, int maxBlock) {
        this.table = table;
        this.keys = keys;
        this.maxBlock = maxBlock;
    }

    static void visit(RecordTable table, List<BlockingRule> rules, int maxBlock, Visitor visitor) {
        long[][] keys = new long[rules.size()][table.size()];
        for (int record = 0; record < table.size(); record++) {
            for (int rule = 0; rule < keys.length; rule++) {
                keys[rule][record] = rules.get(rule).keyOf(table.record(record));
            }
        }
        CandidatePairs pairs = new CandidatePairs(table, keys, maxBlock);
        for (int rule = 0; rule < keys.length; rule++) {
            pairs.visitRule(rule, visitor);
        }
    }

    /** Sorts records by key, the key in the upper bits and the index in the lower. */
    private void visitRule(int rule, Visitor visitor) {
        long indexBits = (Long.highestOneBit(Math.max(1, table.size())) << 1) - 1;
        long[] sorted = new long[table.size()];
        int count = 0;
        for (int record = 0; record < table.size(); record++) {
            if (keys[rule][record] != 0) {
                sorted[count++] = (keys[rule][record] & ~indexBits) | record;
            }
        }
        Arrays.sort(sorted, 0, count);
        for (int start = 0; start < count; ) {
            int end = start + 1;
            while (end < count && (sorted[end] & ~indexBits) == (sorted[start] & ~indexBits)) {
                end++;
            }
            if (end - start > maxBlock) {
                for (int i = start; i < end; i++) {
                    keys[rule][(int) (sorted[i] & indexBits)] = 0;
                }
            } else {
                visitBlock(rule, sorted, start, end, indexBits, visitor);
            }
            start = end;
        }
    }

    private void visitBlock(int rule, long[] sorted, int start, int end, long indexBits, Visitor visitor) {
        for (int i = start; i < end; i++) {
            for (int j = start; j < i; j++) {
                int first = (int) (sorted[j] & indexBits);
                int second = (int) (sorted[i] & indexBits);
                if (agree(rule, first, second) && table.admits(first, second) && isNew(rule, first, second)) {
                    visitor.visit(first, second);
                }
            }
        }
    }

    private boolean isNew(int rule, int first, int second) {
        for (int earlier = 0; earlier < rule; earlier++) {
            if (agree(earlier, first, second)) {
                return false;
            }
        }
        return true;
    }

    private boolean agree(int rule, int first, int second) {
        return keys[rule][first] != 0 && keys[rule][first] == keys[rule][second];
    }
}
