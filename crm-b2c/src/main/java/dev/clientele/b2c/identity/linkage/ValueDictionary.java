package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.ComparedValue;
import dev.clientele.b2c.identity.comparison.ValueComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one attribute, each normalised once and counted. */
final class ValueDictionary {
    private final ValueComparison comparison;
    private final Map<String, Count> byRaw = new HashMap<>();
    private final Map<ComparedValue, Count> byValue = new HashMap<>();
    private final Count missing = new Count(null);
    private int total;

    ValueDictionary(ValueComparison comparison) {
        this.comparison = comparison;
    }

    @Nullable
    ComparedValue read(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return null;
        }
        Count count = byRaw.get(raw);
        if (count == null) {
            ComparedValue value = comparison.prepare(raw);
            count = value == null ? missing : byValue.computeIfAbsent(value, Count::new);
            byRaw.put(raw, count);
        }
        if (count.value != null) {
            count.occurrences++;
            total++;
        }
        return count.value;
    }

    TermFrequencies frequencies() {
        List<Count> common = new ArrayList<>();
        for (Count count : byValue.values()) {
            if (count.occurrences > 1) {
                common.add(count);
            }
        }
        common.sort(Comparator.comparingInt((Count count) -> -count.occurrences).thenComparingLong(Count::fingerprint));
        int kept = Math.min(TermFrequencies.MAX_VALUES, common.size());
        long[] fingerprints = new long[kept];
        double[] frequencies = new double[kept];
        int rest = total;
        for (int i = 0; i < kept; i++) {
            fingerprints[i] = common.get(i).fingerprint();
            frequencies[i] = (double) common.get(i).occurrences / total;
            rest -= common.get(i).occurrences;
        }
        int restValues = byValue.size() - kept;
        double restFrequency = restValues == 0 ? 1.0 / (total + 1) : (double) rest / restValues / total;
        return new TermFrequencies(fingerprints, frequencies, restFrequency);
    }

    private static final class Count {
        private final @Nullable ComparedValue value;
        private int occurrences;

        Count(@Nullable ComparedValue value) {
            this.value = value;
        }

        long fingerprint() {
            return value == null ? 0 : value.fingerprint();
        }
    }
}
