package dev.clientele.core.entity;

/** What can be said of a field in its declaration, beyond its type. */
public enum Trait {
    /** Every stored record has a value. */
    REQUIRED,
    /** Personal data: masked in {@code toString}, listed for access and erasure requests. */
    PERSONAL,
    /** Queries by this field alone should be fast. */
    INDEXED,
    /** No two records of a tenant have the same value. */
    UNIQUE,
    /** Text is also findable without regard to case, by a folded form that the library keeps beside it. */
    SEARCHABLE
}
