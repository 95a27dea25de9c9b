package dev.clientele.b2c.identity.resolution;

import java.util.Objects;

/**
 * A key that has turned generic, or has ceased to be.
 *
 * @param key the key
 * @param kind the name of the identifier type, or {@link #BLOCK} for a key by which records are compared
 * @param generic whether it is generic now
 * @param records the number of records that have it
 * @param persons the number of different people that it shows; 0 of a {@link #BLOCK}
 */
public record GenericKey(long key, String kind, boolean generic, int records, int persons) {

    /** The kind of a key by which records are compared. */
    public static final String BLOCK = "block";

    /** Checks that the kind is there. */
    public GenericKey {
        Objects.requireNonNull(kind, "kind");
    }
}
