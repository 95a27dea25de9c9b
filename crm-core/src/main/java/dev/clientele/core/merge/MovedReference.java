package dev.clientele.core.merge;

import java.util.Objects;
import java.util.UUID;

/**
 * A record of which a reference was led to another record.
 *
 * @param record its id
 */
public record MovedReference(UUID record) {

    /** Refuses null. */
    public MovedReference {
        Objects.requireNonNull(record, "record");
    }
}
