package dev.clientele.b2c.identity.resolution;

import java.util.List;
import java.util.UUID;

/**
 * An identifier whose holders can't all be one person, so that it links none of them.
 *
 * @param type the name of its type
 * @param key its key
 * @param records the ids of its holders
 */
public record ContestedValue(String type, long key, List<UUID> records) {

    /** Copies the ids. */
    public ContestedValue {
        records = List.copyOf(records);
    }
}
