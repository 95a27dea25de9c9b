package dev.clientele.core.merge;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Trait;
import dev.clientele.persistence.UniqueKey;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A check of what stands against storing a changed record of a type, before it is tried. */
final class StorabilityCheck<T extends Entity<T>> {

    private final CrmSession tx;
    private final Repository<T> records;
    private final UniqueKeyLookup<T> keys;

    StorabilityCheck(CrmSession tx, Repository<T> records) {
        this.tx = tx;
        this.records = records;
        this.keys = new UniqueKeyLookup<>(records);
    }

    /** Returns whether a changed record can be stored. */
    boolean isStorable(T before, T after) {
        return findConflicts(before, after).isEmpty()
                && records.type().validate(before, after).isEmpty();
    }

    /** Returns the changed fields whose new values can't be, but for the rules of the type. */
    Map<String, UndoConflict.UndoConflictReason> findConflicts(@Nullable T before, T after) {
        Map<String, UndoConflict.UndoConflictReason> found = new LinkedHashMap<>();
        Set<String> changed = records.type().changes(before, after).keySet();
        for (ReferenceField<T, ?> reference : records.type().references()) {
            if (changed.contains(reference.name())) {
                UndoConflict.UndoConflictReason reason = against(reference, after);
                if (reason != null) {
                    found.put(reference.name(), reason);
                }
            }
        }
        for (UniqueKey key : keys.all()) {
            if (!Collections.disjoint(changed, key.fields())
                    && keys.findHolder(key, after).isPresent()) {
                boolean marks = keys.isMarkerKey(key);
                for (Field<T, ?> field : keys.fields(key)) {
                    if (changed.contains(field.name()) && (!marks || field instanceof FlagField)) {
                        found.putIfAbsent(field.name(), UndoConflict.UndoConflictReason.TAKEN);
                    }
                }
            }
        }
        return found;
    }

    private <R> UndoConflict.@Nullable UndoConflictReason against(ReferenceField<T, R> reference, T record) {
        Id<R> target = record.get(reference);
        if (target == null) {
            return null;
        }
        boolean own = reference.target().equals(records.type().name());
        if (own && target.value().equals(record.id().value())) {
            return UndoConflict.UndoConflictReason.CIRCLE;
        } else if (reference.hasTrait(Trait.ACYCLIC)
                && isReachable(reference, target.value(), record.id().value())) {
            return UndoConflict.UndoConflictReason.CIRCLE;
        }
        return exists(reference.target(), target.value()) ? null : UndoConflict.UndoConflictReason.TARGET_GONE;
    }

    /** Returns whether a chain of references leads from one record to another, both included. */
    boolean isReachable(ReferenceField<T, ?> reference, UUID from, UUID to) {
        Set<UUID> seen = new HashSet<>();
        Optional<UUID> next = Optional.of(from);
        while (next.isPresent() && seen.add(next.get())) {
            if (next.get().equals(to)) {
                return true;
            }
            next = records.find(Id.of(next.get())).flatMap(record -> target(reference, record));
        }
        return false;
    }

    private static <T extends Entity<T>, R> Optional<UUID> target(ReferenceField<T, R> reference, T record) {
        return record.find(reference).map(Id::value);
    }

    /** Returns whether a record is there, as far as the actor may see. */
    boolean exists(String type, UUID id) {
        return tx.entityTypes().stream()
                .filter(known -> known.name().equals(type))
                .anyMatch(known -> exists(known, id));
    }

    private <R extends Entity<R>> boolean exists(EntityType<R> type, UUID id) {
        return tx.repository(type).find(Id.of(id)).isPresent();
    }
}
