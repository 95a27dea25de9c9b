package dev.clientele.core.entity;

/** A trait of a field, said in its declaration beyond its type. */
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
    SEARCHABLE,
    /**
     * Each element of a set of texts says which record it is, as an id in another system does: who knows a merged record by one finds
     * the record that stands in its place. Texts by themselves do so without it.
     */
    IDENTIFYING,
    /**
     * A reference to the same type that never leads back to where it started, such as an account's parent: storing a record
     * that would close a circle is refused, also when two are stored at the same time.
     */
    ACYCLIC,
    /**
     * A reference to another type that says whose identity the record is: the record that has it is an identity of the one referred to, so
     * that its own id leads there, as that of a merged record does ({@code MergedIds}). What was logged under its id belongs to
     * whomever it refers to at the time of reading. A type has one such reference at most, and no two types are identities of each
     * other.
     */
    IDENTITY,
    /**
     * Kept by a machine: a score, a segment, a tier. The field is written by {@link Repository#compute} alone, in bulk, without
     * a new version, history or listeners; people's changes neither touch it nor collide with it. Criteria, sorts and figures
     * see it as any other. Only a record's field with a column can be, and it is neither required, unique nor a reference.
     */
    COMPUTED,
    /**
     * A field that older versions of the type had: what is stored in it is read for upcasting and kept, but records don't show it any
     * more. It is declared as it was, with this trait added; {@link EntityTypeBuilder#renamed} and {@link EntityTypeBuilder#retyped}
     * put another field in its place.
     */
    FORMER
}
