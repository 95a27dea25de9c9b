package dev.clientele.b2c.identity.resolution;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Records to be found by what they may be linked by, and what people have decided about them; in memory or stored. */
public interface RecordGraph {

    /**
     * Finds the records that have some keys.
     *
     * @param identifierKeys keys of identifiers
     * @param blockingKeys keys by which records are compared
     */
    KeyHolders holders(Set<Long> identifierKeys, Set<Long> blockingKeys);

    /** Finds records by id; those that aren't there are left out. */
    Collection<LinkableRecord> records(Set<UUID> ids);

    /** Finds what people entered by hand about the persons with these ids. */
    Collection<LinkableRecord> enteredAbout(Set<UUID> persons);

    /** Finds what people have decided about some of these records. */
    Collection<HandDecision> decisions(Set<UUID> records);

    /**
     * Records that have keys.
     *
     * @param records by key; those of blocking keys may be such as can only be {@linkplain LinkableRecord#compared compared}
     * @param generic keys that are known to have turned generic
     * @param crowded those of them whose holders are so many that they weren't read
     */
    record KeyHolders(Map<Long, Collection<LinkableRecord>> records, Set<Long> generic, Set<Long> crowded) {

        /** Returns the holders of a key. */
        public Collection<LinkableRecord> of(long key) {
            return records.getOrDefault(key, Set.of());
        }
    }
}
