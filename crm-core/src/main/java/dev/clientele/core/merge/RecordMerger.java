package dev.clientele.core.merge;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Trait;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One merge on its way, within one transaction. Knows no type by name: everything follows from the declarations. Not
 * thread-safe.
 */
final class RecordMerger {

    private final CrmSession tx;
    private final MergeStepLog steps;

    RecordMerger(CrmSession tx, MergeStepLog steps) {
        this.tx = tx;
        this.steps = steps;
    }

    /** Puts one record into another: the same for what was asked for, and for rows that would be there twice. */
    <T extends Entity<T>> void absorb(Repository<T> records, Id<T> survivor, Id<T> absorbed, SurvivorshipRule<T> rule) {
        liftOut(records, survivor, absorbed);
        repoint(records.type().name(), absorbed.value(), survivor.value());
        T goes = records.get(absorbed);
        steps.remove(records, goes, survivor);
        T before = records.get(survivor);
        StorabilityCheck<T> obstacles = new StorabilityCheck<>(tx, records);
        T after = rule.apply(records.type(), before, goes, candidate -> obstacles.isStorable(before, candidate));
        if (!after.equals(before)) {
            steps.change(records, after);
        }
    }

    /** Lifts the survivor out from below what it absorbs: it will be in its place. */
    private <T extends Entity<T>> void liftOut(Repository<T> records, Id<T> survivor, Id<T> absorbed) {
        for (ReferenceField<T, ?> reference : records.type().references()) {
            if (reference.hasTrait(Trait.ACYCLIC)
                    && new StorabilityCheck<>(tx, records).isReachable(reference, survivor.value(), absorbed.value())) {
                steps.change(records, records.get(survivor).without(reference));
            }
        }
    }

    private void repoint(String target, UUID from, UUID to) {
        tx.entityTypes().forEach(type -> repoint(type, target, from, to));
    }

    private <T extends Entity<T>> void repoint(EntityType<T> type, String target, UUID from, UUID to) {
        for (ReferenceField<T, ?> reference : type.references()) {
            if (reference.target().equals(target)) {
                repoint(tx.repository(type), reference, from, to);
            }
        }
    }

    /** Repoints references in batches; one by one where a row may turn out to be there already, or to be the survivor itself. */
    private <T extends Entity<T>, R> void repoint(
            Repository<T> records, ReferenceField<T, R> reference, UUID from, UUID to) {
        UniqueKeyLookup<T> keys = new UniqueKeyLookup<>(records);
        boolean own = reference.target().equals(records.type().name()) && !reference.hasTrait(Trait.ACYCLIC);
        boolean single = own || keys.isKeyField(reference);
        while (true) {
            List<T> rows = records.query(reference.is(Id.of(from)))
                    .page(single ? 1 : MergeStep.MAX_MOVED)
                    .items();
            if (rows.isEmpty()) {
                return;
            } else if (single) {
                repoint(records, keys, reference, rows.get(0), from, to);
            } else {
                List<T> after =
                        rows.stream().map(row -> row.with(reference, Id.of(to))).toList();
                steps.move(records, after, reference, from, to);
            }
        }
    }

    private <T extends Entity<T>, R> void repoint(
            Repository<T> records, UniqueKeyLookup<T> keys, ReferenceField<T, R> reference, T row, UUID from, UUID to) {
        T moved = row.with(reference, Id.of(to));
        if (row.id().value().equals(to) && !reference.hasTrait(Trait.REQUIRED)) {
            steps.change(records, row.without(reference)); // nothing refers to itself
            return;
        }
        T after = keys.withoutTakenFlags(moved);
        Optional<T> twin = keys.findEquivalent(after);
        if (twin.isPresent()) {
            absorb(records, twin.get().id(), row.id(), SurvivorshipRule.standard());
        } else if (after.equals(moved)) {
            steps.move(records, List.of(after), reference, from, to);
        } else {
            steps.change(records, after);
        }
    }
}
