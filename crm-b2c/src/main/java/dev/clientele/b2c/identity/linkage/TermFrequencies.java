package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.comparison.ComparedValue;
import dev.clientele.b2c.identity.comparison.ValueComparison;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The relative frequency of each value of an attribute: sharing a rare name says more than sharing a common one (Winkler
 * 1989, Frequency-based Matching in the Fellegi–Sunter Model of Record Linkage).
 *
 * <p>Values are kept as fingerprints, so that the table holds no personal data. All values beyond the most frequent
 * {@value #MAX_VALUES} share one frequency, their mean. Immutable and safe for use by many threads.
 */
public final class TermFrequencies {
    /** The most values whose own frequency is kept. */
    public static final int MAX_VALUES = 50_000;

    private final long[] slots;
    private final float[] surprisals;
    private final double restFrequency;

    /** With one frequency for each fingerprint and one for all other values. */
    TermFrequencies(long[] fingerprints, double[] frequencies, double restFrequency) {
        int capacity = Integer.highestOneBit(Math.max(4, fingerprints.length * 3));
        this.slots = new long[capacity];
        this.surprisals = new float[capacity];
        this.restFrequency = restFrequency;
        for (int i = 0; i < fingerprints.length; i++) {
            int slot = slot(fingerprints[i]);
            slots[slot] = fingerprints[i];
            surprisals[slot] = (float) -Math.log(frequencies[i]);
        }
    }

    /**
     * Returns the frequencies of a population that is known better than the data, as from a census.
     *
     * @param kind the kind of the attribute
     * @param shares the share of each value, above 0; values that normalise to the same text are added up, the rarest share
     *     stands for all values not given
     * @throws IllegalArgumentException if there are none or one isn't above 0 and at most 1
     */
    public static TermFrequencies ofPopulation(AttributeKind kind, Map<String, Double> shares) {
        Map<ComparedValue, Double> sums = new HashMap<>();
        ValueComparison comparison = ValueComparison.of(kind);
        double rarest = 1;
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            ComparedValue value = comparison.prepare(share.getKey());
            if (!(share.getValue() > 0 && share.getValue() <= 1)) {
                throw new IllegalArgumentException("shares must be above 0 and at most 1");
            }
            if (value != null) {
                sums.merge(value, share.getValue(), Double::sum);
                rarest = Math.min(rarest, share.getValue());
            }
        }
        if (sums.isEmpty()) {
            throw new IllegalArgumentException("shares must not be empty");
        }
        List<ComparedValue> values = sums.keySet().stream()
                .sorted(Comparator.comparing(ComparedValue::text))
                .toList();
        return new TermFrequencies(
                values.stream().mapToLong(ComparedValue::fingerprint).toArray(),
                values.stream()
                        .mapToDouble(value -> Math.min(1, sums.getOrDefault(value, 1.0)))
                        .toArray(),
                rarest);
    }

    /** Returns the relative frequency of a value, above 0 and at most 1; a value never seen has that of the rarest. */
    public double frequency(ComparedValue value) {
        return Math.exp(-surprisal(value));
    }

    /** The negative logarithm of the frequency. */
    float surprisal(ComparedValue value) {
        int slot = slot(value.fingerprint());
        return slots[slot] == 0 ? (float) -Math.log(restFrequency) : surprisals[slot];
    }

    /**
     * These frequencies as they would be if nobody were recorded twice: of the other records that have a value, those that
     * are expected to be of the same person don't count.
     *
     * @param total the number of values counted
     * @param partners the other records of a person that are expected to have the same value
     * @param least the share of a frequency that stays in any case
     */
    TermFrequencies withoutPartners(double total, double partners, double least) {
        long[] fingerprints = fingerprints();
        double[] cleaned = new double[fingerprints.length];
        for (int i = 0; i < cleaned.length; i++) {
            cleaned[i] = without(frequency(fingerprints[i]), total, partners, least);
        }
        return new TermFrequencies(fingerprints, cleaned, without(restFrequency, total, partners, least));
    }

    private static double without(double frequency, double total, double partners, double least) {
        return Math.max(frequency - (1 + partners) / total, least * frequency);
    }

    /** The probability that two values drawn at random are equal. */
    double collision() {
        double kept = 0;
        double collision = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != 0) {
                double frequency = Math.exp(-surprisals[slot]);
                kept += frequency;
                collision += frequency * frequency;
            }
        }
        return Math.min(1, Math.max(1e-9, collision + Math.max(0, 1 - kept) * restFrequency));
    }

    /** The frequency of every value that isn't kept by itself. */
    double restFrequency() {
        return restFrequency;
    }

    /** Fingerprints in ascending order. */
    long[] fingerprints() {
        return Arrays.stream(slots).filter(slot -> slot != 0).sorted().toArray();
    }

    double frequency(long fingerprint) {
        return Math.exp(-surprisals[slot(fingerprint)]);
    }

    private int slot(long fingerprint) {
        int mask = slots.length - 1;
        int slot = (int) (fingerprint >>> 20) & mask;
        while (slots[slot] != 0 && slots[slot] != fingerprint) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
