package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.ComparedValue;
import dev.clientele.b2c.identity.comparison.ValueComparison;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fitted model of Fellegi and Sunter: prior, weights, frequencies of values and blocking rules.
 *
 * <p>Immutable and safe for use by many threads. It holds no personal data: of values it knows fingerprints only.
 *
 * @param version number of this version; a model fitted anew has 1
 * @param prior the probability that two records drawn at random belong together
 * @param weights one for each attribute, in the order of the values of a record
 * @param frequencies one for each attribute
 * @param households the class of different people who share a name or an address
 * @param rules the blocking rules
 * @param calibration the correction learned from labels
 */
public record LinkageModel(
        int version,
        double prior,
        List<AttributeWeights> weights,
        List<TermFrequencies> frequencies,
        HouseholdModel households,
        List<BlockingRule> rules,
        ScoreCalibration calibration) {

    /** Copies the lists and checks that there is one of each for each attribute. */
    public LinkageModel {
        weights = List.copyOf(weights);
        frequencies = List.copyOf(frequencies);
        rules = List.copyOf(rules);
        Objects.requireNonNull(calibration, "calibration");
        Objects.requireNonNull(households, "households");
        if (weights.isEmpty() || weights.size() > LevelPattern.MAX_ATTRIBUTES || weights.size() != frequencies.size()) {
            throw new IllegalArgumentException("weights and frequencies must be equally many, from 1 to "
                    + LevelPattern.MAX_ATTRIBUTES + ", but were " + weights.size() + " and " + frequencies.size());
        }
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("prior must be between 0 and 1 but was " + prior);
        }
    }

    /** Returns the attributes in the order of the values of a record. */
    public List<RecordAttribute> attributes() {
        return weights.stream().map(AttributeWeights::attribute).toList();
    }

    /**
     * Returns a record normalised and ready to be scored.
     *
     * @throws IllegalArgumentException if it hasn't one value for each attribute
     */
    public PreparedRecord prepare(String source, LinkageRecord record) {
        if (record.values().size() != weights.size()) {
            throw new IllegalArgumentException("a record must have " + weights.size() + " values but had "
                    + record.values().size());
        }
        @Nullable ComparedValue[] values = new ComparedValue[weights.size()];
        float[] surprisals = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            ComparedValue value = ValueComparison.of(weights.get(i).attribute().kind())
                    .prepare(record.values().get(i));
            values[i] = value;
            surprisals[i] = value == null ? 0 : frequencies.get(i).surprisal(value);
        }
        return new PreparedRecord(new RecordRef(source, record.id()), values, surprisals);
    }

    /**
     * Returns whether a record has a name or an identifier, without which it is never matched by machine; where no attribute
     * of the model is of that kind, whether it has any value.
     */
    public boolean isUsable(PreparedRecord record) {
        boolean known = false;
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i).attribute().kind().identifies()) {
                if (record.at(i) != null) {
                    return true;
                }
                known = true;
            }
        }
        return !known && !record.isEmpty();
    }

    /** Returns the record's blocking keys, one for each rule; 0 where the record has none. */
    public long[] keysOf(PreparedRecord record) {
        return rules.stream().mapToLong(rule -> rule.keyOf(record)).toArray();
    }

    /** Returns this model as maps, lists, texts and numbers, ready for JSON; {@link #ofData} reads it back. */
    public Map<String, Object> toData() {
        return ModelData.write(this);
    }

    /**
     * Returns the model that was written as this data.
     *
     * @throws dev.clientele.core.error.InvalidException if a part is missing or of the wrong kind
     */
    public static LinkageModel ofData(Map<String, ?> data) {
        return ModelReader.read(data);
    }

    /** Returns what scores pairs by this model. */
    public PairScorer scorer() {
        return new PairScorer(this);
    }

    /** Returns this model with another prior, as for a base that has grown; its version is one higher. */
    public LinkageModel withPrior(double prior) {
        return new LinkageModel(version + 1, prior, weights, frequencies, households, rules, calibration);
    }

    /** Returns this model with another calibration; its version is one higher. */
    public LinkageModel withCalibration(ScoreCalibration calibration) {
        return new LinkageModel(version + 1, prior, weights, frequencies, households, rules, calibration);
    }
}
