package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.List;

/** The blocking keys that the attributes of a model allow, and rules as sets of their indexes. */
final class BlockingKeys {
    private final List<BlockingKey> keys = new ArrayList<>();

    BlockingKeys(List<RecordAttribute> attributes) {
        for (int i = 0; i < attributes.size(); i++) {
            for (KeyPart part : KeyPart.of(attributes.get(i).kind())) {
                keys.add(new BlockingKey(i, attributes.get(i).kind(), part));
            }
        }
    }

    int count() {
        return keys.size();
    }

    BlockingKey key(int index) {
        return keys.get(index);
    }

    BlockingRule rule(int[] indexes) {
        List<BlockingKey> chosen = new ArrayList<>();
        for (int index : indexes) {
            chosen.add(keys.get(index));
        }
        return new BlockingRule(chosen);
    }

    void read(PreparedRecord record, long[] parts) {
        for (int i = 0; i < parts.length; i++) {
            parts[i] = keys.get(i).of(record);
        }
    }

    /** Says which records agree under a rule as the rule's own key does, out of parts that were read before; 0 where one is missing. */
    static long keyOf(int[] indexes, long[] parts) {
        long sum = 0;
        for (int index : indexes) {
            long part = parts[index];
            if (part == 0) {
                return 0;
            }
            sum += part;
        }
        return sum;
    }
}
