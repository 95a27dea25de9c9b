package dev.clientele.core.merge;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One merge being taken back, within one transaction: its steps the other way round, the last first, so that at each step
 * stands what stood there when it was done. Not thread-safe.
 */
final class MergeUndo {

    private static final int BATCH_SIZE = 20;

    private final CrmSession tx;
    private final Merge merge;
    private final LaterMergeCheck later;
    private final List<UndoConflict> kept = new ArrayList<>();
    private final List<AbsorbedRecord<?>> restored = new ArrayList<>();
    private final Map<String, EntityType<?>> types = new HashMap<>();

    MergeUndo(CrmSession tx, Merge merge) {
        this.tx = tx;
        this.merge = merge;
        this.later = new LaterMergeCheck(tx, merge);
        tx.entityTypes().forEach(type -> types.put(type.name(), type));
    }

    /** Returns what was left as it was found. */
    List<UndoConflict> undo() {
        Selection<MergeStep> steps = tx.repository(MergeStep.TYPE)
                .query(MergeStep.MERGE.is(merge.id()))
                .sortedBy(MergeStep.ORDINAL, SortDirection.DESCENDING);
        Page<MergeStep> page = steps.page(BATCH_SIZE);
        page.items().forEach(this::undo);
        while (page.next().isPresent()) {
            page = steps.page(BATCH_SIZE, page.next().get());
            page.items().forEach(this::undo);
        }
        return kept;
    }

    /** Tells the followers what isn't put into another any more, when all steps are taken back. */
    void tellFollowers() {
        restored.forEach(record -> record.tellUndone(tx));
    }

    private void undo(MergeStep step) {
        later.requireNone(step);
        EntityType<?> type = types.get(step.recordType());
        if (type == null) {
            throw InvalidException.of(
                    MergeStep.TYPE.name(),
                    MergeStep.RECORD_TYPE.name(),
                    "must be a type that is given to this Crm, got " + step.recordType());
        }
        undo(step, type);
    }

    private <T extends Entity<T>> void undo(MergeStep step, EntityType<T> type) {
        Repository<T> records = tx.repository(type);
        switch (step.kind()) {
            case CHANGED -> new RecordRestorer<>(tx, records, kept).revert(step);
            case MOVED -> moveBack(records, step);
            case REMOVED -> {
                new RecordRestorer<>(tx, records, kept)
                        .restoreRemoved(step, step.record().equals(merge.absorbed()));
                tx.repository(MergeStep.TYPE).save(step.without(MergeStep.IN_FORCE));
                restored.add(AbsorbedRecord.of(type, step.replacement(), step.record()));
            }
        }
    }

    private <T extends Entity<T>> void moveBack(Repository<T> records, MergeStep step) {
        Optional<ReferenceField<T, ?>> reference = records.type().references().stream()
                .filter(field -> field.name().equals(step.get(MergeStep.FIELD)))
                .findFirst();
        if (reference.isPresent()) {
            moveBack(records, reference.get(), step);
        } else {
            step.moved().forEach(record -> keep(step, record, UndoConflict.UndoConflictReason.NOT_RECORDED));
        }
    }

    private <T extends Entity<T>, R> void moveBack(
            Repository<T> records, ReferenceField<T, R> reference, MergeStep step) {
        StorabilityCheck<T> obstacles = new StorabilityCheck<>(tx, records);
        if (!obstacles.exists(reference.target(), step.record())) {
            step.moved().forEach(record -> keep(step, record, UndoConflict.UndoConflictReason.TARGET_GONE));
            return;
        }
        Map<UUID, T> found = new HashMap<>();
        records.findAll(step.moved().stream().map(Id::<T>of).toList())
                .forEach(row -> found.put(row.id().value(), row));
        boolean single = reference.hasTrait(Trait.ACYCLIC) || new UniqueKeyLookup<>(records).isKeyField(reference);
        List<T> back = new ArrayList<>();
        for (UUID id : step.moved()) {
            T row = found.get(id);
            if (row == null) {
                keepRemoved(records.type(), step, id);
            } else if (!Id.<R>of(step.replacement()).equals(row.get(reference))) {
                keep(step, id, UndoConflict.UndoConflictReason.CHANGED_SINCE);
            } else if (single) {
                moveBack(records, obstacles, reference, step, row);
            } else {
                back.add(row.with(reference, Id.of(step.record())));
            }
        }
        records.saveAll(back);
    }

    private <T extends Entity<T>, R> void moveBack(
            Repository<T> records,
            StorabilityCheck<T> obstacles,
            ReferenceField<T, R> reference,
            MergeStep step,
            T row) {
        T after = new UniqueKeyLookup<>(records).withoutTakenFlags(row.with(reference, Id.of(step.record())));
        Map<String, UndoConflict.UndoConflictReason> against = obstacles.findConflicts(row, after);
        if (!against.isEmpty()) {
            keep(step, row.id().value(), against.values().iterator().next());
            return;
        }
        for (Field<T, ?> field : records.type().fields()) {
            if (!field.name().equals(reference.name()) && row.get(field) != null && after.get(field) == null) {
                kept.add(new UndoConflict(
                        step.recordType(), row.id().value(), field.name(), UndoConflict.UndoConflictReason.TAKEN));
            }
        }
        records.save(after);
    }

    private void keepRemoved(EntityType<?> type, MergeStep step, UUID record) {
        if (!type.isDerived()) { // such a row was computed anew since: nobody had a hand in it
            keep(step, record, UndoConflict.UndoConflictReason.REMOVED_SINCE);
        }
    }

    private void keep(MergeStep step, UUID record, UndoConflict.UndoConflictReason reason) {
        kept.add(new UndoConflict(step.recordType(), record, step.get(MergeStep.FIELD), reason));
    }
}
