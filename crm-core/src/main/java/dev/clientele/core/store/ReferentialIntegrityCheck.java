package dev.clientele.core.store;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.ReferencedException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check that references between records hold: what a record refers to is there when it is stored and can't be removed while it is
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
        List<Violation> violations = new ArrayList<>();
        Multimaps.index(type.references(), ReferenceField::target).asMap().forEach((target, references) -> {
            SetMultimap<UUID, String> pathsById = LinkedHashMultimap.create();
            references.forEach(reference ->
                    entities.forEach(entity -> collect(reference, entity, before.get(entity.id()), pathsById)));
            if (target.equals(type.name())) {
                pathsById.keySet().removeAll(inBatch);
            }
            if (!pathsById.isEmpty()) {
                check(target, pathsById, violations, writes);
            }
        });
        if (!violations.isEmpty()) {
            throw new InvalidException(type.name(), violations);
        }
    }

    private static <T extends Entity<T>, R> void collect(
            ReferenceField<T, R> reference, T entity, @Nullable T before, Multimap<UUID, String> into) {
        Id<R> id = entity.get(reference);
        if (id != null && (before == null || !id.equals(before.get(reference)))) {
            into.put(id.value(), reference.name());
        }
    }

    private void check(
            String target, Multimap<UUID, String> pathsById, List<Violation> violations, List<Write> writes) {
        AccessCheck guard = new AccessCheck(scope, target);
        Map<UUID, Document> found = Maps.uniqueIndex(unit.session().findAll(target, pathsById.keySet()), Document::id);
        pathsById.asMap().forEach((id, paths) -> {
            Document document = found.get(id);
            if (document == null || !guard.canRead(document)) {
                paths.forEach(path -> violations.add(
                        new Violation(path, ViolationCode.NO_SUCH_RECORD, "refers to a " + target + " that isn't there")
                                .with("type", target)));
            } else {
                unit.relyOn(DocumentKey.of(document));
                writes.add(new Write.Check(target, id, document.version()));
            }
        });
    }

    /**
     * Checks that nothing but itself refers to a record that is about to be removed.
     *
     * @throws ReferencedException naming the fields by which it is referred to
     */
    void requireUnreferenced(String target, UUID id) {
        List<Violation> violations = referrers(target, id).stream()
                .map(field ->
                        new Violation("", ViolationCode.REFERRED_TO, "is referred to by " + field).with("by", field))
                .toList();
        if (!violations.isEmpty()) {
            throw new ReferencedException(target, violations);
        }
    }

    /**
     * Checks again after the removal was written: where a database shows what others have committed since, a reference stored
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
