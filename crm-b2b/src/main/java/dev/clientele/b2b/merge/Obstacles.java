package dev.clientele.b2b.merge;

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

/** What stands against storing a changed record of a type, found before it is tried. */
final class Obstacles<T extends Entity<T>> {

    private final CrmSession tx;
    private final Repository<T> records;
    private final Keys<T> keys;

    Obstacles(CrmSession tx, Repository<T> records) {
        this.tx = tx;
        this.records = records;
        this.keys = new Keys<>(records);
    }

    /** Whether a changed record can be stored. */
    boolean none(T before, T after) {
        return among(before, after).isEmpty()
                && records.type().violations(before, after).isEmpty();
    }

    /** The changed fields whose new values can't be, but for the rules of the type. */
    Map<String, Kept.Reason> among(@Nullable T before, T after) {
        Map<String, Kept.Reason> found = new LinkedHashMap<>();
        Set<String> changed = records.type().changes(before, after).keySet();
        for (ReferenceField<T, ?> reference : records.type().references()) {
            if (changed.contains(reference.name())) {
                Kept.Reason reason = against(reference, after);
                if (reason != null) {
                    found.put(reference.name(), reason);
                }
            }
        }
        for (UniqueKey key : keys.all()) {
            if (!Collections.disjoint(changed, key.fields())
                    && keys.holder(key, after).isPresent()) {
                boolean marks = keys.marks(key);
                for (Field<T, ?> field : keys.fields(key)) {
                    if (changed.contains(field.name()) && (!marks || field instanceof FlagField)) {
                        found.putIfAbsent(field.name(), Kept.Reason.TAKEN);
                    }
                }
            }
        }
        return found;
    }

    private <R> Kept.@Nullable Reason against(ReferenceField<T, R> reference, T record) {
        Id<R> target = record.get(reference);
        if (target == null) {
            return null;
        }
        boolean own = reference.target().equals(records.type().name());
        if (own && target.value().equals(record.id().value())) {
            return Kept.Reason.CIRCLE;
        } else if (reference.is(Trait.ACYCLIC)
                && leads(reference, target.value(), record.id().value())) {
            return Kept.Reason.CIRCLE;
        }
        return isThere(reference.target(), target.value()) ? null : Kept.Reason.TARGET_GONE;
    }

    /** Whether a chain of references leads from one record to another, both included. */
    boolean leads(ReferenceField<T, ?> reference, UUID from, UUID to) {
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

    /** Whether a record is there, as far as the actor may see. */
    boolean isThere(String type, UUID id) {
        return tx.entityTypes().stream()
                .filter(known -> known.name().equals(type))
                .anyMatch(known -> isThere(known, id));
    }

    private <R extends Entity<R>> boolean isThere(EntityType<R> type, UUID id) {
        return tx.repository(type).find(Id.of(id)).isPresent();
    }
}
