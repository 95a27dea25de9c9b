package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.ComparedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The spread of the values of a source: for each attribute of a model the number of records without a value, then of those
 * whose value falls into each of {@value #BINS} bins by fingerprint. It holds no personal data and can be kept.
 *
 * @param attributes the attributes of the model
 * @param counts for each attribute one count more than there are bins
 */
public record SourceProfile(List<RecordAttribute> attributes, List<List<Long>> counts) {
    static final int BINS = 10;

    /** Copies the lists and checks that there are counts for each attribute, none below 0. */
    public SourceProfile {
        attributes = List.copyOf(attributes);
        counts = counts.stream().map(List::copyOf).toList();
        if (counts.size() != attributes.size()
                || !counts.stream()
                        .allMatch(
                                each -> each.size() == BINS + 1 && each.stream().allMatch(n -> n >= 0))) {
            throw new IllegalArgumentException(
                    "counts must be " + (BINS + 1) + " for each of " + attributes.size() + " attributes, none below 0");
        }
    }

    /**
     * Returns the profile of a source's records.
     *
     * @throws IllegalArgumentException if a record hasn't one value for each attribute of the model
     */
    public static SourceProfile of(LinkageModel model, LinkageSource source) {
        Objects.requireNonNull(source, "source");
        long[][] counts = new long[model.weights().size()][BINS + 1];
        for (LinkageRecord record : source.records()) {
            PreparedRecord prepared = model.prepare(source.name(), record);
            for (int i = 0; i < counts.length; i++) {
                ComparedValue value = prepared.at(i);
                counts[i][value == null ? 0 : 1 + (int) Long.remainderUnsigned(value.fingerprint(), BINS)]++;
            }
        }
        List<List<Long>> lists = new ArrayList<>();
        for (long[] each : counts) {
            List<Long> list = new ArrayList<>();
            for (long count : each) {
                list.add(count);
            }
            lists.add(list);
        }
        return new SourceProfile(model.attributes(), lists);
    }
}
