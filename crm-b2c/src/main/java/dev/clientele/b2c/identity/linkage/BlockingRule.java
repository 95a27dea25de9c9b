package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.Fingerprint;
import java.util.List;

/**
 * The condition under which two records are compared at all: they agree in each of one to three keys.
 *
 * <p>A record's keys under all rules of a model are what an index keeps. Swapped given and family names have the same key.
 */
public record BlockingRule(List<BlockingKey> keys) {

    /** Copies the keys; at least one. */
    public BlockingRule {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("keys must not be empty");
        }
    }

    /** Returns the record's key under this rule, the same on every machine; 0 where a part is missing. */
    public long keyOf(PreparedRecord record) {
        long sum = 0;
        for (BlockingKey key : keys) {
            long part = key.of(record);
            if (part == 0) {
                return 0;
            }
            sum += part;
        }
        return Fingerprint.of(sum, keys.size());
    }
}
