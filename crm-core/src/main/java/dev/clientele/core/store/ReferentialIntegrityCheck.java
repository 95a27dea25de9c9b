package dev.clientele.core.store;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
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
 * referred to.
 *
 * <p>A version check on the target, in the same batch as the record that refers to it, fails if the target is removed or
 * changed meanwhile. The other way round, a removal looks for references before it is written, to tell the caller, and
 * again after, when a database with locks has waited for those who checked the target. Storage that lets a transaction which
 * checked a record and one which deletes it both commit, from snapshots that don't show each other, would leave a dangling
 * reference; with one writer at a time, or with locks, that can't happen.
 */
final class ReferentialIntegrityCheck {

    private final SessionContext scope;
    private final UnitOfWork unit;

    ReferentialIntegrityCheck(SessionContext scope, UnitOfWork unit) {
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
            AccessCheck guard = new AccessCheck(scope, target);
            Map<UUID, Document> found = new HashMap<>();
            unit.session().findAll(target, pathsById.keySet()).forEach(document -> found.put(document.id(), document));
            pathsById.forEach((id, paths) -> {
                Document document = found.get(id);
                if (document == null || !guard.canRead(document)) {
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
     * Checks that nothing but itself refers to a record that is about to be removed.
     *
     * @throws InvalidException naming the fields by which it is referred to
     */
    void requireUnreferenced(String target, UUID id) {
        List<Violation> violations = referrers(target, id).stream()
                .map(field -> new Violation("", "is referred to by " + field))
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidException(target, violations);
        }
    }

    /**
     * Looks again after the removal was written: where a database shows what others have committed since, a reference stored
     * in between is found, and the transaction is run again to say so.
     */
    void requireStillUnreferenced(String target, UUID id) {
        if (!referrers(target, id).isEmpty()) {
            throw unit.markFailed(new ConflictException(List.of(), null));
        }
    }

    private List<String> referrers(String target, UUID id) {
        List<String> referrers = new ArrayList<>();
        for (EntityType<?> type : scope.types().entities()) {
            for (ReferenceField<?, ?> reference : type.references()) {
                if (reference.target().equals(target) && isReferenced(type, reference, target, id)) {
                    referrers.add(type.name() + "." + reference.name());
                }
            }
        }
        return referrers;
    }

    private boolean isReferenced(EntityType<?> type, ReferenceField<?, ?> reference, String target, UUID id) {
        Criteria refers = Criteria.equal(reference.name(), id.toString());
        Criteria others = type.name().equals(target)
                ? refers.and(Criteria.equal(DocumentType.ID, id.toString()).negate())
                : refers;
        Query query = Query.where(type.name(), others);
        return !unit.session().page(query, PageRequest.first(1)).items().isEmpty();
    }
}
