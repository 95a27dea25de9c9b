package dev.clientele.b2c.identity;

/** The kind of a decision about who records are about. */
public enum DecisionKind {
    /** Two persons became one, by machine. */
    MERGED,
    /** A person came apart, by machine: what had joined it joins it no more. */
    SPLIT,
    /** Somebody decided that persons are one. */
    SAME,
    /** Somebody decided that persons are not one, or took back what had joined them. */
    DIFFERENT
}
