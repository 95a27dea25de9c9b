package dev.clientele.b2b.deal.stakeholder;

/** The amount of interaction with a stakeholder. */
public enum EngagementLevel {
    /** The amount isn't known. */
    UNKNOWN,
    /** No interaction yet. */
    NONE,
    /** One brief interaction. */
    BRIEF,
    /** Several interactions. */
    MULTIPLE,
    /** Frequent interactions in depth. */
    DEEP;

    private static final int MIN_DEEP_INTERACTIONS = 5;

    /** Returns whether there is any: brief or more. */
    public boolean isEngaged() {
        return compareTo(BRIEF) >= 0;
    }

    /**
     * Returns the level of so many interactions: none, brief for one, multiple for two to four, deep for five and more.
     */
    public static EngagementLevel ofInteractions(long count) {
        if (count <= 0) {
            return NONE;
        } else if (count == 1) {
            return BRIEF;
        }
        return count < MIN_DEEP_INTERACTIONS ? MULTIPLE : DEEP;
    }
}
