package dev.clientele.core.merge;

import dev.clientele.core.CrmSession;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.ReferencedException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does the steps of one merge and writes them down, in order. Not thread-safe. */
final class MergeStepLog {

    private final Repository<MergeStep> steps;
    private final Id<Merge> merge;
    private final List<MovedReference> pending = new ArrayList<>();
    private @Nullable MergeStep pendingStep;
    private long ordinal;
    private long moved;
    private long removed;

    MergeStepLog(CrmSession tx, Id<Merge> merge) {
        this.steps = tx.repository(MergeStep.TYPE);
        this.merge = merge;
    }

    /** Stores records in which nothing but a reference was led from one record to another. */
    <T extends Entity<T>> void move(Repository<T> records, List<T> after, Field<T, ?> field, UUID from, UUID into) {
        records.saveAll(after);
        MergeStep step = MergeStep.of(
                        merge, 0, MergeStep.MergeStepKind.MOVED, records.type().name(), from)
                .with(MergeStep.REPLACEMENT, into.toString())
                .with(MergeStep.FIELD, field.name());
        if (pendingStep == null || !step.equals(pendingStep)) {
            flush();
            pendingStep = step;
        }
        for (T record : after) {
            if (pending.size() == MergeStep.MAX_MOVED) {
                flush();
                pendingStep = step;
            }
            pending.add(new MovedReference(record.id().value()));
            moved++;
        }
    }

    /** Stores a changed record. */
    <T extends Entity<T>> void change(Repository<T> records, T after) {
        T saved = records.save(after);
        add(MergeStep.of(
                        merge,
                        0,
                        MergeStep.MergeStepKind.CHANGED,
                        records.type().name(),
                        after.id().value())
                .with(MergeStep.CHANGE, lastChange(records, saved)));
    }

    /**
     * Removes a record, in whose place another stands; false if something refers to it still.
     *
     * @throws InvalidException if a rule of its type forbids it
     */
    <T extends Entity<T>> boolean remove(Repository<T> records, T record, Id<T> into) {
        EntityType<T> type = records.type();
        try {
            records.remove(record);
        } catch (ReferencedException e) {
            return false;
        }
        add(MergeStep.of(
                        merge,
                        0,
                        MergeStep.MergeStepKind.REMOVED,
                        type.name(),
                        record.id().value())
                .with(MergeStep.REPLACEMENT, into.toString())
                .with(MergeStep.IN_FORCE, true)
                .with(MergeStep.FORMER_KEYS, FormerKeys.of(type.fields(), type.name(), record))
                .with(MergeStep.CHANGE, lastChange(records, record)));
        removed++;
        return true;
    }

    /** Returns the key of the change that was the last one at this version. */
    private static <T extends Entity<T>> @Nullable String lastChange(Repository<T> records, T record) {
        if (records.type().isDerived()) {
            return null;
        }
        List<Change> changes = records.history(record.id(), record.version());
        if (changes.isEmpty()) {
            throw new IllegalStateException("a change of a " + records.type().name() + " wasn't recorded");
        }
        return changes.get(changes.size() - 1).key();
    }

    private void add(MergeStep step) {
        flush();
        write(step);
    }

    private void flush() {
        if (pendingStep != null) {
            write(pendingStep.with(MergeStep.MOVED, pending));
        }
        pendingStep = null;
        pending.clear();
    }

    private void write(MergeStep step) {
        ordinal++;
        steps.add(step.with(MergeStep.ORDINAL, ordinal));
    }

    /** Returns the merge with what has been done for it. */
    Merge finished(Merge begun) {
        flush();
        return begun.with(Merge.MOVED, moved).with(Merge.REMOVED, removed);
    }
}
