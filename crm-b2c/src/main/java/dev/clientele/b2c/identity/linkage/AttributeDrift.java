package dev.clientele.b2c.identity.linkage;

import java.util.Objects;

/**
 * The distance of the values of an attribute from those that a model was fitted to.
 *
 * @param attribute the attribute
 * @param stabilityIndex the population stability index, 0 where nothing moved
 * @param chance the index that chance alone stays below in 999 of 1,000 samples of this size; infinite where there is none
 * @param sampleSize the recent values
 */
public record AttributeDrift(RecordAttribute attribute, double stabilityIndex, double chance, long sampleSize) {

    /** The index from which a population is held to be another one (Siddiqi 2006). */
    public static final double THRESHOLD = 0.25;

    /** Checks that both figures are at least 0. */
    public AttributeDrift {
        Objects.requireNonNull(attribute, "attribute");
        if (!(stabilityIndex >= 0) || !(chance >= 0)) {
            throw new IllegalArgumentException("stabilityIndex and chance must not be negative");
        }
    }

    /** Returns whether the model should be looked at: the index is at least {@link #THRESHOLD} and above what chance does. */
    public boolean isAlarm() {
        return stabilityIndex >= THRESHOLD && stabilityIndex > chance;
    }
}
