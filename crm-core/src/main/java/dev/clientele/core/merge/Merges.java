package dev.clientele.core.merge;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All merges of the session's tenant: puts one record into another of its type, and takes that back. Thread-safe unless the
 * session is that of a transaction.
 *
 * <p>{@code Accounts.merge} and {@code Contacts.merge} call this with their own rules; a vendor's types are merged in the same
 * way. See the package for what a merge does, and what an undo brings back.
 */
public final class Merges extends ForwardingRepository<Merge> {

    private final CrmSession session;

    /** Creates the merges of a session. */
    public Merges(CrmSession session) {
        super(session.repository(Merge.TYPE));
        this.session = session;
    }

    /**
     * Puts a record into another, in one transaction.
     *
     * @param survivor the one that stays, as it is stored
     * @param absorbed the one that goes, as it is stored
     * @param rule what the survivor takes from it
     * @throws IllegalArgumentException if one of them has changes that aren't stored
     * @throws InvalidException if both are the same, or a record that refers to the absorbed one, or the survivor with what it
     *     takes, would break a rule of its type
     * @throws dev.clientele.core.error.StaleVersionException if one of them was changed or removed meanwhile
     * @throws dev.clientele.core.error.DeniedException if the actor may not change one of them, or not see or change all that
     *     refers to the absorbed one
     */
    public <T extends Entity<T>> Merge merge(EntityType<T> type, T survivor, T absorbed, SurvivorshipRule<T> rule) {
        if (survivor.id().equals(absorbed.id())) {
            throw InvalidException.of(type.name(), "id", "must be that of another record: none is merged with itself");
        }
        return session.inTransaction(tx -> {
            Repository<T> records = tx.repository(type);
            // before anything is decided: who adds a reference to one of them meanwhile waits, or comes first
            Stream.of(survivor, absorbed)
                    .sorted(Comparator.comparing(record -> record.id().value()))
                    .forEach(record -> lock(records, record));
            Merges merges = new Merges(tx);
            Merge begun = merges.add(
                    Merge.of(type.name(), survivor.id().value(), absorbed.id().value(), merges.nextRound())
                            .by(tx.actor(), tx.now()));
            MergeStepLog steps = new MergeStepLog(tx, begun.id());
            RecordMerger merger = new RecordMerger(tx, steps);
            merger.absorb(records, survivor.id(), absorbed.id(), rule);
            Merge done = merges.save(steps.finished(begun));
            merger.tellFollowers();
            return done;
        });
    }

    /** Locks a record as the caller has seen it, and checks that it is stored so and that the actor may change it. */
    private static <T extends Entity<T>> void lock(Repository<T> records, T seen) {
        if (!records.getForUpdate(seen).equals(seen)) {
            throw new IllegalArgumentException(
                    "the " + records.type().name() + " " + seen.id() + " must be saved before it is merged");
        }
        records.save(seen); // nothing has changed: it asks for the right alone
    }

    private long nextRound() {
        return all().sortedBy(Merge.SEQUENCE, SortDirection.DESCENDING)
                .first()
                .map(last -> last.sequence() + 1)
                .orElse(1L);
    }

    /**
     * Takes a merge back, in one transaction.
     *
     * @return what had to be left as it was found, if others had a hand in it since
     * @throws InvalidException if it was undone already, or a later merge that builds on it wasn't, or the absorbed record
     *     would break a rule of its type
     * @throws dev.clientele.core.error.DeniedException if the actor may not see what the records were, or not change them
     */
    public MergeUndoResult undo(Merge merge) {
        return session.inTransaction(tx -> {
            Merges merges = new Merges(tx);
            Merge stored = merges.get(merge.id());
            if (stored.isUndone()) {
                throw InvalidException.of(Merge.TYPE.name(), Merge.UNDONE_AT.name(), "was undone already");
            }
            MergeUndo undo = new MergeUndo(tx, stored);
            List<UndoConflict> kept = undo.undo();
            Merge undone = merges.save(stored.undoneBy(tx.actor(), tx.now()));
            undo.tellFollowers();
            return new MergeUndoResult(undone, kept);
        });
    }

    /** Finds the merge by which a record went, if it did and that wasn't undone. */
    public Optional<Merge> findByAbsorbed(Id<?> absorbed) {
        return query(Merge.ABSORBED.is(absorbed.toString()).and(Merge.UNDONE_AT.isMissing()))
                .first();
    }

    /** Finds the merges that put others into a record and weren't undone. */
    public Selection<Merge> findBySurvivor(Id<?> survivor) {
        return query(Merge.SURVIVOR.is(survivor.toString()).and(Merge.UNDONE_AT.isMissing()));
    }

    /** Finds the id of the record that stands where this one stood: its own unless it was merged. */
    public <T> Id<T> resolve(Id<T> id) {
        return new MergedIds(session).resolve(id);
    }
}
