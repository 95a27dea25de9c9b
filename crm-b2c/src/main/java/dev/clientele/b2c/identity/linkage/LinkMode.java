package dev.clientele.b2c.identity.linkage;

/** The pairs of records that come into question. */
public enum LinkMode {
    /** Any two records, of one source or of several. */
    DEDUPLICATE,
    /** Two records of different sources; a record may have several partners. */
    LINK,
    /** Two records of different sources of which each has no duplicates; a record has at most one partner in each other source. */
    LINK_ONE_TO_ONE;

    boolean admits(int source, int otherSource) {
        return this == DEDUPLICATE || source != otherSource;
    }
}
