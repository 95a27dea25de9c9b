package dev.clientele.b2b.merge;

import java.util.Objects;
import java.util.UUID;

/**
 * A record of which a reference was led to another record.
 *
 * @param record its id
 */
public record Moved(UUID record) {

    /** Refuses null. */
    public Moved {
        Objects.requireNonNull(record, "record");
    }
}
