package dev.clientele.b2c.analytics.rfm;

import java.util.List;
import java.util.Objects;

/**
 * How customers are scored. Immutable.
 *
 * @param groups how many scores there are, from 2 to 100; 5 is customary
 * @param ties what becomes of customers who are equal
 * @param segments in order: a customer is in the first whose rule holds
 * @param otherwise the name for those in none, not blank
 */
public record RfmSettings(int groups, RfmTies ties, List<RfmSegment> segments, String otherwise) {

    private static final int CUSTOMARY_GROUPS = 5;
    private static final int MOST_GROUPS = 100;

    /** Checks, and copies the segments. */
    public RfmSettings {
        if (groups < 2 || groups > MOST_GROUPS) {
            throw new IllegalArgumentException("groups must be from 2 to " + MOST_GROUPS + ", was " + groups);
        }
        Objects.requireNonNull(ties, "ties");
        segments = List.copyOf(segments);
        if (segments.stream().map(RfmSegment::name).distinct().count() < segments.size()) {
            throw new IllegalArgumentException("segments must have different names, were "
                    + segments.stream().map(RfmSegment::name).toList());
        }
        if (otherwise.isBlank()) {
            throw new IllegalArgumentException("otherwise must not be blank");
        }
    }

    /** Scores from 1 to 5, equal customers scored alike, the customary segments. */
    public static RfmSettings standard() {
        return new RfmSettings(CUSTOMARY_GROUPS, RfmTies.TOGETHER, RfmSegments.customary(), "Other");
    }

    /** The same with other segments. */
    public RfmSettings withSegments(List<RfmSegment> others) {
        return new RfmSettings(groups, ties, others, otherwise);
    }

    /** The same with another treatment of ties. */
    public RfmSettings withTies(RfmTies other) {
        return new RfmSettings(groups, other, segments, otherwise);
    }

    /** The same with another number of scores; the segments stay as they are. */
    public RfmSettings withGroups(int number) {
        return new RfmSettings(number, ties, segments, otherwise);
    }
}
