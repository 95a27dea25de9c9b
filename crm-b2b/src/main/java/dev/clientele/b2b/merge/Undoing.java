package dev.clientele.b2b.merge;

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
import dev.clientele.persistence.criteria.Direction;
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
final class Undoing {

    private static final int STEPS = 20;

    private final CrmSession tx;
    private final Merge merge;
    private final LaterMerges later;
    private final List<Kept> kept = new ArrayList<>();
    private final Map<String, EntityType<?>> types = new HashMap<>();

    Undoing(CrmSession tx, Merge merge) {
        this.tx = tx;
        this.merge = merge;
        this.later = new LaterMerges(tx, merge);
        tx.entityTypes().forEach(type -> types.put(type.name(), type));
    }

    /** What was left as it was found. */
    List<Kept> undo() {
        Selection<MergeStep> steps = tx.repository(MergeStep.TYPE)
                .query(MergeStep.MERGE.is(merge.id()))
                .sortedBy(MergeStep.ORDINAL, Direction.DESCENDING);
        Page<MergeStep> page = steps.page(STEPS);
        page.items().forEach(this::undo);
        while (page.next().isPresent()) {
            page = steps.page(STEPS, page.next().get());
            page.items().forEach(this::undo);
        }
        return kept;
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
            case CHANGED -> new Restoring<>(tx, records, kept).change(step);
            case MOVED -> moveBack(records, step);
            case REMOVED -> {
                new Restoring<>(tx, records, kept).add(step, step.record().equals(merge.absorbed()));
                tx.repository(MergeStep.TYPE).save(step.without(MergeStep.IN_FORCE));
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
            step.moved().forEach(record -> keep(step, record, Kept.Reason.NOT_RECORDED));
        }
    }

    private <T extends Entity<T>, R> void moveBack(
            Repository<T> records, ReferenceField<T, R> reference, MergeStep step) {
        Obstacles<T> obstacles = new Obstacles<>(tx, records);
        if (!obstacles.isThere(reference.target(), step.record())) {
            step.moved().forEach(record -> keep(step, record, Kept.Reason.TARGET_GONE));
            return;
        }
        Map<UUID, T> found = new HashMap<>();
        records.findAll(step.moved().stream().map(Id::<T>of).toList())
                .forEach(row -> found.put(row.id().value(), row));
        boolean single = reference.is(Trait.ACYCLIC) || new Keys<>(records).bind(reference);
        List<T> back = new ArrayList<>();
        for (UUID id : step.moved()) {
            T row = found.get(id);
            if (row == null) {
                keep(step, id, Kept.Reason.REMOVED_SINCE);
            } else if (!Id.<R>of(step.into()).equals(row.get(reference))) {
                keep(step, id, Kept.Reason.CHANGED_SINCE);
            } else if (single) {
                moveBack(records, obstacles, reference, step, row);
            } else {
                back.add(row.with(reference, Id.of(step.record())));
            }
        }
        records.saveAll(back);
    }

    private <T extends Entity<T>, R> void moveBack(
            Repository<T> records, Obstacles<T> obstacles, ReferenceField<T, R> reference, MergeStep step, T row) {
        T after = new Keys<>(records).unmarked(row.with(reference, Id.of(step.record())));
        Map<String, Kept.Reason> against = obstacles.among(row, after);
        if (!against.isEmpty()) {
            keep(step, row.id().value(), against.values().iterator().next());
            return;
        }
        for (Field<T, ?> field : records.type().fields()) {
            if (!field.name().equals(reference.name()) && row.get(field) != null && after.get(field) == null) {
                kept.add(new Kept(step.recordType(), row.id().value(), field.name(), Kept.Reason.TAKEN));
            }
        }
        records.save(after);
    }

    private void keep(MergeStep step, UUID record, Kept.Reason reason) {
        kept.add(new Kept(step.recordType(), record, step.get(MergeStep.FIELD), reason));
    }
}
