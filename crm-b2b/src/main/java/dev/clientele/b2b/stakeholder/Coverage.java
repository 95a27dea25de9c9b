package dev.clientele.b2b.stakeholder;

/** How much we have had to do with somebody. */
public enum Coverage {
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

    private static final int DEEP_FROM = 5;

    /** Whether there is any: brief or more. */
    public boolean isEngaged() {
        return compareTo(BRIEF) >= 0;
    }

    /** What so many interactions amount to: none, brief for one, multiple for two to four, deep for five and more. */
    public static Coverage ofInteractions(long count) {
        if (count <= 0) {
            return NONE;
        } else if (count == 1) {
            return BRIEF;
        }
        return count < DEEP_FROM ? MULTIPLE : DEEP;
    }
}
