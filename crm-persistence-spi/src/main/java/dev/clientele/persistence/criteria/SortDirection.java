package dev.clientele.persistence.criteria;

/** Which way a sort runs. Missing values come last either way. */
public enum SortDirection {
    /** Smallest, earliest or first by code point comes first. */
    ASCENDING,
    /** Largest, latest or last by code point comes first. */
    DESCENDING
}
