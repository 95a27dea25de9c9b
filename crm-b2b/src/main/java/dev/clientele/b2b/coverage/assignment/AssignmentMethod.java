package dev.clientele.b2b.coverage.assignment;

/** Who of a rule's candidates is taken. Those who are retired or gone are passed over. */
public enum AssignmentMethod {
    /** The first. */
    FIRST,
    /** One after the other, from the first again after the last. */
    ROUND_ROBIN,
    /**
     * Who has the least to do: the fewest leads that are neither converted nor given up, accounts or open deals, whichever the
     * rule assigns; the first of equals.
     */
    LEAST_LOAD
}
