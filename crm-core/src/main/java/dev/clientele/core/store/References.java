package dev.clientele.core.store;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * References between records hold: what a record refers to is there when it is stored and can't be removed while it is
 * referred to. A version check on the target in the same batch keeps that true against a removal at the same time.
 */
final class References {

    private final Scope scope;
    private final Unit unit;

    References(Scope scope, Unit unit) {
        this.scope = scope;
        this.unit = unit;
    }

    /**
     * Checks what these records refer to.
     *
     * @param before the records as stored so far; a reference that they have already isn't checked again
     * @param writes where the version checks go
     * @throws InvalidException naming each reference whose target isn't there
     */
    <T extends Entity<T>> void check(EntityType<T> type, List<T> entities, Map<Id<T>, T> before, List<Write> writes) {
        Set<UUID> inBatch = new HashSet<>();
        entities.forEach(entity -> inBatch.add(entity.id().value()));
        Map<String, Map<UUID, Set<String>>> wanted = new LinkedHashMap<>();
        for (ReferenceField<T, ?> reference : type.references()) {
            entities.forEach(entity -> collect(reference, entity, before.get(entity.id()), wanted));
        }
        List<Violation> violations = new ArrayList<>();
        wanted.forEach((target, pathsById) -> {
            if (target.equals(type.name())) {
                pathsById.keySet().removeAll(inBatch);
            }
            Map<UUID, Document> found = new HashMap<>();
            unit.session().findAll(target, pathsById.keySet()).forEach(document -> found.put(document.id(), document));
            pathsById.forEach((id, paths) -> {
                Document document = found.get(id);
                if (document == null || !new Guard(scope, target).maySee(document)) {
                    paths.forEach(
                            path -> violations.add(new Violation(path, "refers to a " + target + " that isn't there")));
                } else {
                    unit.relyOn(id);
                    writes.add(new Write.Check(target, id, document.version()));
                }
            });
        });
        if (!violations.isEmpty()) {
            throw new InvalidException(type.name(), violations);
        }
    }

    private static <T extends Entity<T>, R> void collect(
            ReferenceField<T, R> reference, T entity, @Nullable T before, Map<String, Map<UUID, Set<String>>> into) {
        Id<R> id = entity.get(reference);
        if (id != null && (before == null || !id.equals(before.get(reference)))) {
            into.computeIfAbsent(reference.target(), unused -> new LinkedHashMap<>())
                    .computeIfAbsent(id.value(), unused -> new LinkedHashSet<>())
                    .add(reference.name());
        }
    }

    /**
     * Checks that nothing refers to a record that is about to be removed.
     *
     * @throws InvalidException naming the fields by which it is referred to
     */
    void requireUnreferenced(String target, UUID id) {
        List<Violation> violations = new ArrayList<>();
        for (EntityType<?> type : scope.types().entities()) {
            for (ReferenceField<?, ?> reference : type.references()) {
                if (reference.target().equals(target)
                        && count(type.name(), Criteria.equal(reference.name(), id.toString())) > 0) {
                    violations.add(new Violation("", "is referred to by " + type.name() + "." + reference.name()));
                }
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidException(target, violations);
        }
    }

    private long count(String type, Criteria criteria) {
        return unit.session()
                .aggregate(Aggregation.count(type, criteria))
                .get(0)
                .count(0);
    }
}
