package dev.clientele.b2c.analytics.rfm;

import java.util.List;
import java.util.Objects;

/**
 * The settings of RFM scoring. Immutable.
 *
 * @param groups how many scores there are, from 2 to 100; 5 is customary
 * @param ties what becomes of customers who are equal
 * @param segments in order: a customer is in the first whose rule holds
 * @param defaultSegment the name for those in none, not blank
 */
public record RfmSettings(int groups, RfmTieHandling ties, List<RfmSegment> segments, String defaultSegment) {

    private static final int DEFAULT_GROUPS = 5;
    private static final int MAX_GROUPS = 100;

    /** Checks, and copies the segments. */
    public RfmSettings {
        if (groups < 2 || groups > MAX_GROUPS) {
            throw new IllegalArgumentException("groups must be from 2 to " + MAX_GROUPS + ", was " + groups);
        }
        Objects.requireNonNull(ties, "ties");
        segments = List.copyOf(segments);
        if (segments.stream().map(RfmSegment::name).distinct().count() < segments.size()) {
            throw new IllegalArgumentException("segments must have different names, were "
                    + segments.stream().map(RfmSegment::name).toList());
        }
        if (defaultSegment.isBlank()) {
            throw new IllegalArgumentException("otherwise must not be blank");
        }
    }

    /** Scores from 1 to 5, equal customers scored alike, the customary segments. */
    public static RfmSettings standard() {
        return new RfmSettings(DEFAULT_GROUPS, RfmTieHandling.TOGETHER, RfmSegments.standard(), "Other");
    }

    /** Returns a copy with other segments. */
    public RfmSettings withSegments(List<RfmSegment> others) {
        return new RfmSettings(groups, ties, others, defaultSegment);
    }

    /** Returns a copy with another treatment of ties. */
    public RfmSettings withTieHandling(RfmTieHandling other) {
        return new RfmSettings(groups, other, segments, defaultSegment);
    }

    /** Returns a copy with another number of scores; the segments stay as they are. */
    public RfmSettings withGroups(int number) {
        return new RfmSettings(number, ties, segments, defaultSegment);
    }
}
