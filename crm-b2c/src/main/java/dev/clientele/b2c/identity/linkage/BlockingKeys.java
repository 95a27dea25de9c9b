package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/** All keys that come into question for the attributes of a model, and rules as sets of their indexes. */
final class BlockingKeys {
    private final List<BlockingKey> keys = new ArrayList<>();

    BlockingKeys(List<Attribute> attributes) {
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

    /** The same as the rule's own key, out of parts that were read before. */
    static long keyOf(int[] indexes, long[] parts) {
        long sum = 0;
        for (int index : indexes) {
            if (parts[index] == 0) {
                return 0;
            }
            sum += parts[index];
        }
        return Fingerprint.of(sum, indexes.length);
    }
}
