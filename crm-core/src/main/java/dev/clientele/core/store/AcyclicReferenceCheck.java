package dev.clientele.core.store;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check that references which are declared acyclic never lead back to where they started.
 *
 * <p>From each new target the chain is followed to its end, reading record by record: a graph would have to be read as a whole. Every record on the way is checked at its version in the same
 * batch: of several transactions that would close a circle together, each changes a record on another's way, so that the
 * last of them fails and looks again.
 */
final class AcyclicReferenceCheck {

    /** The longest chain that is followed. */
    static final int MAX_LEVELS = 1000;

    private final UnitOfWork unit;

    AcyclicReferenceCheck(UnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * Checks these records as they are about to be stored.
     *
     * @param before the records as stored so far; a reference that they have already isn't followed again
     * @param writes the batch; the version checks are added to it
     * @throws InvalidException naming each reference that leads back
     */
    <T extends Entity<T>> void check(EntityType<T> type, List<T> entities, Map<Id<T>, T> before, List<Write> writes) {
        List<Violation> violations = new ArrayList<>();
        for (ReferenceField<T, ?> reference : type.references()) {
            if (reference.hasTrait(Trait.ACYCLIC)) {
                new ReferenceChains<>(type, reference, entities, writes).check(before, violations);
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidException(type.name(), violations);
        }
    }

    /** The chains of one reference. */
    private final class ReferenceChains<T extends Entity<T>, R> {

        private final EntityType<T> type;
        private final ReferenceField<T, R> reference;
        private final Map<UUID, T> batch = new HashMap<>();
        private final Map<UUID, @Nullable UUID> read = new HashMap<>();
        private final Set<UUID> inWrites = new HashSet<>();
        private final List<Write> writes;

        ReferenceChains(EntityType<T> type, ReferenceField<T, R> reference, List<T> entities, List<Write> writes) {
            this.type = type;
            this.reference = reference;
            this.writes = writes;
            entities.forEach(entity -> batch.put(entity.id().value(), entity));
            writes.stream()
                    .filter(write -> write.type().equals(type.name()))
                    .forEach(write -> inWrites.add(write.id()));
        }

        void check(Map<Id<T>, T> before, List<Violation> violations) {
            for (T entity : batch.values()) {
                Id<R> target = entity.get(reference);
                T old = before.get(entity.id());
                if (target != null && (old == null || !target.equals(old.get(reference)))) {
                    follow(entity.id().value(), target.value(), old == null, violations);
                }
            }
        }

        /** Follows a chain; a new record can stand only on chains within the batch, so its way is followed no further than that. */
        private void follow(UUID from, UUID target, boolean isNew, List<Violation> violations) {
            Set<UUID> seen = new HashSet<>(Set.of(from));
            UUID next = target;
            while (next != null && !(isNew && !batch.containsKey(next))) {
                if (!seen.add(next)) {
                    violations.add(
                            new Violation(reference.name(), ViolationCode.CIRCLE, "leads back to the record itself"));
                    return;
                } else if (seen.size() > MAX_LEVELS) {
                    violations.add(new Violation(
                            reference.name(), ViolationCode.TOO_MANY, "leads up more than " + MAX_LEVELS + " levels"));
                    return;
                }
                next = parentOf(next);
            }
        }

        private @Nullable UUID parentOf(UUID id) {
            T entity = batch.get(id);
            if (entity != null) {
                return value(entity.get(reference));
            }
            if (!read.containsKey(id)) {
                read.put(id, readParent(id));
            }
            return read.get(id);
        }

        private @Nullable UUID readParent(UUID id) {
            Document document = unit.session().find(type.name(), id).orElse(null);
            if (document == null) {
                return null;
            }
            unit.relyOn(DocumentKey.of(document));
            if (inWrites.add(id)) {
                writes.add(new Write.Check(type.name(), id, document.version()));
            }
            return document.read(reference.name()) instanceof String text ? UUID.fromString(text) : null;
        }

        private @Nullable UUID value(@Nullable Id<R> id) {
            return id == null ? null : id.value();
        }
    }
}
