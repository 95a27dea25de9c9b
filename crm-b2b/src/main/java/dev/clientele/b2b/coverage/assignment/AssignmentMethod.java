package dev.clientele.b2b.coverage.assignment;

/** The method of choosing among a rule's candidates. Those who are retired or gone are passed over. */
public enum AssignmentMethod {
    /** The first candidate. */
    FIRST,
    /** Each candidate in turn, from the first again after the last. */
    ROUND_ROBIN,
    /**
     * The candidate with the least load: the fewest leads that are neither converted nor disqualified, accounts or open
     * deals, whichever the rule assigns; the first of equals.
     */
    LEAST_LOAD
}
