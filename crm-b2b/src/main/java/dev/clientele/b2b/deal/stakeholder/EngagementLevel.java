package dev.clientele.b2b.deal.stakeholder;

/** How much we have had to do with somebody. */
public enum EngagementLevel {
    /** Not known. */
    UNKNOWN,
    /** Nothing yet. */
    NONE,
    /** Once, briefly. */
    BRIEF,
    /** Several times. */
    MULTIPLE,
    /** Often and in depth. */
    DEEP;

    private static final int MIN_DEEP_INTERACTIONS = 5;

    /** Whether there is any: brief or more. */
    public boolean isEngaged() {
        return compareTo(BRIEF) >= 0;
    }

    /** What so many interactions amount to: none, brief for one, multiple for two to four, deep for five and more. */
    public static EngagementLevel ofInteractions(long count) {
        if (count <= 0) {
            return NONE;
        } else if (count == 1) {
            return BRIEF;
        }
        return count < MIN_DEEP_INTERACTIONS ? MULTIPLE : DEEP;
    }
}
