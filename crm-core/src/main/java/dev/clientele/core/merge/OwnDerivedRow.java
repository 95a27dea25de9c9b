package dev.clientele.core.merge;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Repository;
import java.util.Optional;
import java.util.UUID;

/**
 * A row that is computed about the absorbed record alone and has its id, such as its ledger. It is no step of the merge: it refers to
 * the survivor until the followers have been told, so that they can read it, and goes then, since the survivor has a row of its own.
 *
 * @param records the rows of its type
 * @param reference by which it refers
 * @param absorbed its id, and that of the absorbed record
 * @param survivor the id of the survivor
 */
record OwnDerivedRow<T extends Entity<T>, R>(
        Repository<T> records, ReferenceField<T, R> reference, UUID absorbed, UUID survivor) {

    private boolean refers(T row, UUID to) {
        return Id.<R>of(to).equals(row.get(reference));
    }

    /** Makes the row refer to the survivor, or removes it if a unique key lets only one do so; false if there is none. */
    boolean moveToSurvivor() {
        Optional<T> own = records.find(Id.of(absorbed)).filter(row -> refers(row, absorbed));
        if (own.isPresent() && new UniqueKeyLookup<>(records).isKeyField(reference)) {
            records.remove(own.get());
        } else {
            own.ifPresent(row -> records.save(row.with(reference, Id.of(survivor))));
        }
        return own.isPresent();
    }

    /** Removes the row if a follower has left it as it was. */
    void removeIfLeft() {
        records.find(Id.of(absorbed)).filter(row -> refers(row, survivor)).ifPresent(records::remove);
    }
}
