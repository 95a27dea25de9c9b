package dev.clientele.b2c.identity.resolution;

import java.util.Set;
import java.util.UUID;

/**
 * The finding of an index for a record.
 *
 * @param record the record's id
 * @param person the id of its person, which stays as long as the person does: that of the record with which the person began
 * @param newPerson whether nobody in the index was this person before
 * @param changed the ids of all persons that have other records now than before, this one's included; some of them may be gone
 */
public record IndexedIdentity(UUID record, UUID person, boolean newPerson, Set<UUID> changed) {

    /** Copies the ids. */
    public IndexedIdentity {
        changed = Set.copyOf(changed);
    }
}
