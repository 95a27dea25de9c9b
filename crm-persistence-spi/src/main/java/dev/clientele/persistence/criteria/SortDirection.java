package dev.clientele.persistence.criteria;

/** The direction of a sort. Missing values come last in both. */
public enum SortDirection {
    /** Smallest, earliest or first by code point comes first. */
    ASCENDING,
    /** Largest, latest or last by code point comes first. */
    DESCENDING
}
