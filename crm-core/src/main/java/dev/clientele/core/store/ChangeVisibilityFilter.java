package dev.clientele.core.store;

import static com.google.common.collect.ImmutableSetMultimap.toImmutableSetMultimap;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Multimap;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.error.CorruptException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A filter of the changes that an actor may see: those of records that it may see as they are now, or, once removed, as they were then.
 * What can't be judged, since its type isn't given any more, stays hidden unless everything may be seen.
 */
final class ChangeVisibilityFilter {

    private final SessionContext scope;
    private final UnitOfWork unit;
    private final Map<String, AccessCheck> accessChecks = new HashMap<>();

    ChangeVisibilityFilter(SessionContext scope, UnitOfWork unit) {
        this.scope = scope;
        this.unit = unit;
    }

    /** Selects the visible ones, in the same order. */
    List<Change> filterVisible(List<Change> changes) {
        ImmutableSetMultimap<String, UUID> recordsByType =
                changes.stream().collect(toImmutableSetMultimap(Change::type, Change::record));
        Multimap<String, UUID> visible = HashMultimap.create();
        recordsByType.keySet().forEach(type -> visible.putAll(type, filterVisible(type, recordsByType.get(type))));
        return changes.stream()
                .filter(change -> visible.containsEntry(change.type(), change.record()))
                .toList();
    }

    private Set<UUID> filterVisible(String type, Set<UUID> records) {
        EntityType<?> known = scope.types().entity(type).orElse(null);
        if (known == null) {
            boolean all = scope.policy().readable(scope.actor(), type).equals(Criteria.always());
            return all ? records : Set.of();
        }
        AccessCheck guard = accessChecks.computeIfAbsent(type, name -> new AccessCheck(scope, name));
        if (guard.canReadAll()) {
            return records;
        }
        Set<UUID> visible = new HashSet<>();
        Set<UUID> removed = new HashSet<>(records);
        for (Document document : unit.session().findAll(type, records)) {
            removed.remove(document.id());
            if (guard.canRead(document)) {
                visible.add(document.id());
            }
        }
        removed.stream().filter(id -> wasVisible(known, id, guard)).forEach(visible::add);
        return visible;
    }

    private <T extends Entity<T>> boolean wasVisible(EntityType<T> type, UUID record, AccessCheck guard) {
        Criteria removal =
                Criteria.equal("record_type", type.name()).and(Criteria.equal("action", Change.Action.REMOVED.name()));
        LogQuery query = new LogQuery(ChangeLog.TYPE.name(), record, removal, SortDirection.DESCENDING);
        List<LogEntry> last = unit.session().page(query, PageRequest.first(1)).items();
        if (last.isEmpty()) {
            return false;
        }
        Map<String, Object> state = new TreeMap<>();
        ChangeLog.fromEntry(last.get(0)).fields().forEach((name, field) -> put(name, field, state));
        try {
            return guard.canRead(EntityCodec.of(type).readRecorded(record, state));
        } catch (CorruptException e) {
            return false; // of a form that isn't declared any more
        }
    }

    private static void put(String name, FieldChange field, Map<String, Object> into) {
        Object before = field.before();
        if (before != null) {
            into.put(name, before);
        }
    }
}
