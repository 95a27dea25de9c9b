package dev.clientele.core.merge;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import java.util.UUID;

/**
 * A record that was put into another, to be told to those who follow merges of its type.
 *
 * @param type its type
 * @param survivor the record that stands in its place
 * @param absorbed its own id
 */
record AbsorbedRecord<T extends Entity<T>>(EntityType<T> type, Id<T> survivor, Id<T> absorbed) {

    static <T extends Entity<T>> AbsorbedRecord<T> of(EntityType<T> type, UUID survivor, UUID absorbed) {
        return new AbsorbedRecord<>(type, Id.of(survivor), Id.of(absorbed));
    }

    void tellMerged(CrmSession tx) {
        tx.mergeFollower(type).merged(tx, survivor, absorbed);
    }

    void tellUndone(CrmSession tx) {
        tx.mergeFollower(type).undone(tx, survivor, absorbed);
    }
}
