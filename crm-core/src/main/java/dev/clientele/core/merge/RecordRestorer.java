package dev.clientele.core.merge;

import dev.clientele.core.CrmSession;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeHistory;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings back what records of a type were before a merge, from the log of changes, as far as nobody has changed it since. Not
 * thread-safe.
 */
final class RecordRestorer<T extends Entity<T>> {

    private final CrmSession tx;
    private final Repository<T> records;
    private final StorabilityCheck<T> obstacles;
    private final List<UndoConflict> kept;

    RecordRestorer(CrmSession tx, Repository<T> records, List<UndoConflict> kept) {
        this.tx = tx;
        this.records = records;
        this.obstacles = new StorabilityCheck<>(tx, records);
        this.kept = kept;
    }

    /** Takes a change back, field by field: those that have another value by now keep it. */
    void revert(MergeStep step) {
        UUID id = step.record();
        Optional<T> found = records.find(Id.of(id));
        String key = step.get(MergeStep.CHANGE);
        if (found.isEmpty() || key == null) {
            keep(
                    id,
                    null,
                    found.isEmpty()
                            ? UndoConflict.UndoConflictReason.REMOVED_SINCE
                            : UndoConflict.UndoConflictReason.NOT_RECORDED);
            return;
        }
        T now = found.get();
        List<Change> since = recordedSince(id, key);
        if (since.isEmpty()) {
            keep(id, null, UndoConflict.UndoConflictReason.NOT_RECORDED);
            return;
        }
        Change change = since.get(0);
        T was;
        T became;
        try {
            Map<String, Object> after = valuesAfter(since, records.type().toJson(now), now.version());
            became = records.type().fromRecorded(after);
            was = records.type().fromRecorded(change.revertFrom(after));
        } catch (IllegalArgumentException e) { // a list that isn't as long as it was, since not all changes are there
            keep(id, null, UndoConflict.UndoConflictReason.NOT_RECORDED);
            return;
        }
        List<Field<T, ?>> back = new ArrayList<>();
        for (Field<T, ?> field : declared(change)) {
            if (Objects.equals(now.get(field), became.get(field))) {
                back.add(field);
            } else {
                keep(id, field.name(), UndoConflict.UndoConflictReason.CHANGED_SINCE);
            }
        }
        restore(now, was, back);
    }

    private void restore(T now, T was, List<Field<T, ?>> fields) {
        UUID id = now.id().value();
        Map<String, UndoConflict.UndoConflictReason> against = obstacles.findConflicts(now, with(now, was, fields));
        against.forEach((field, reason) -> keep(id, field, reason));
        List<Field<T, ?>> possible = fields.stream()
                .filter(field -> !against.containsKey(field.name()))
                .toList();
        T restored = with(now, was, possible);
        if (!obstacles.isStorable(now, restored)) {
            restored = oneByOne(now, was, possible);
        }
        records.save(restored);
    }

    private T oneByOne(T now, T was, List<Field<T, ?>> fields) {
        T restored = now;
        for (Field<T, ?> field : fields) {
            T candidate = with(restored, was, List.of(field));
            if (obstacles.isStorable(now, candidate)) {
                restored = candidate;
            } else {
                keep(now.id().value(), field.name(), UndoConflict.UndoConflictReason.RULE);
            }
        }
        return restored;
    }

    /**
     * Adds a removed record again.
     *
     * @param essential whether it is an error if that can't be
     * @throws InvalidException if it is, and can't be
     */
    void restoreRemoved(MergeStep step, boolean essential) {
        UUID id = step.record();
        String key = step.get(MergeStep.CHANGE);
        if (key == null) {
            keep(id, null, UndoConflict.UndoConflictReason.NOT_RECORDED);
            return;
        } else if (records.find(Id.of(id)).isPresent()) {
            keep(id, null, UndoConflict.UndoConflictReason.CHANGED_SINCE);
            return;
        }
        List<Change> since = recordedSince(id, key);
        if (since.isEmpty()) {
            notRecorded(id, essential);
            return;
        }
        T was = found(records.type().fromRecorded(since.get(0).revertFrom(Map.of())))
                .withId(Id.of(id));
        Map<String, UndoConflict.UndoConflictReason> against = obstacles.findConflicts(null, was);
        T possible = was;
        for (Field<T, ?> field : records.type().fields()) {
            possible = against.containsKey(field.name()) ? possible.without(field) : possible;
        }
        if (records.type().validate(possible).isEmpty()) {
            against.forEach((field, reason) -> keep(id, field, reason));
            records.add(possible);
        } else if (essential) {
            throw new InvalidException(records.type().name(), records.type().validate(possible));
        } else {
            keep(
                    id,
                    null,
                    against.isEmpty()
                            ? UndoConflict.UndoConflictReason.RULE
                            : against.values().iterator().next());
        }
    }

    private void notRecorded(UUID id, boolean essential) {
        if (essential) {
            throw InvalidException.of(
                    records.type().name(), "", "can't come back: what it was was pruned from the log");
        }
        keep(id, null, UndoConflict.UndoConflictReason.NOT_RECORDED);
    }

    /** Returns a value that refers, where the record was merged since, to what stands in that place. */
    private T found(T record) {
        MergedIds aliases = new MergedIds(tx);
        T result = record;
        for (ReferenceField<T, ?> reference : records.type().references()) {
            result = found(result, reference, aliases);
        }
        return result;
    }

    private <R> T found(T record, ReferenceField<T, R> reference, MergedIds aliases) {
        Id<R> target = record.get(reference);
        return target == null || obstacles.exists(reference.target(), target.value())
                ? record
                : record.with(reference, resolve(aliases, reference.target(), target));
    }

    private static <R> Id<R> resolve(MergedIds aliases, String type, Id<R> id) {
        return Id.of(aliases.resolveTo(type, Set.of(id.value()), false).getOrDefault(id.value(), id.value()));
    }

    /** Returns a change of a record, and all that came after it, in order; none if it was pruned. */
    private List<Change> recordedSince(UUID id, String key) {
        List<Change> history = records.history(Id.of(id));
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).key().equals(key)) {
                return history.subList(i, history.size());
            }
        }
        if (history.isEmpty()) {
            throw new DeniedException(
                    records.type().name(),
                    "the actor may not see what the " + records.type().name() + " " + id + " was");
        }
        return List.of();
    }

    /** Returns what the first of these changes led to, given what stands now: of whole values as recorded, of lists by going back. */
    private static Map<String, Object> valuesAfter(List<Change> since, Map<String, Object> now, long version) {
        boolean complete =
                ChangeHistory.of(since, since.get(0).version(), version).isComplete();
        Map<String, Object> values = new HashMap<>();
        since.get(0).fields().forEach((name, field) -> {
            Object value = field.after();
            if (field.isPartOfList()) {
                if (!complete) {
                    throw new IllegalArgumentException("changes of the list are missing");
                }
                value = now.get(name);
                for (int i = since.size() - 1; i > 0; i--) {
                    FieldChange later = since.get(i).fields().get(name);
                    value = later == null ? value : later.revertFrom(value);
                }
            }
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** Returns the changed fields that are declared and recorded still; references first, since others may depend on them. */
    private List<Field<T, ?>> declared(Change change) {
        List<Field<T, ?>> fields = new ArrayList<>(records.type().fields());
        fields.removeIf(field -> !change.fields().containsKey(field.name()));
        fields.removeIf(field -> {
            boolean redacted =
                    change.field(field.name()).filter(FieldChange::isRedacted).isPresent();
            if (redacted) {
                keep(change.record(), field.name(), UndoConflict.UndoConflictReason.NOT_RECORDED);
            }
            return redacted;
        });
        fields.sort(Comparator.comparing(field -> !(field instanceof ReferenceField)));
        return fields;
    }

    private static <T extends Entity<T>> T with(T record, T values, Collection<Field<T, ?>> fields) {
        T result = record;
        for (Field<T, ?> field : fields) {
            result = with(result, values, field);
        }
        return result;
    }

    private static <T extends Entity<T>, V> T with(T record, T values, Field<T, V> field) {
        return record.with(field, values.get(field));
    }

    private void keep(UUID record, @Nullable String field, UndoConflict.UndoConflictReason reason) {
        kept.add(new UndoConflict(records.type().name(), record, field, reason));
    }
}
