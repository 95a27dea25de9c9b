package dev.clientele.core.store;

import dev.clientele.core.change.Change;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.CorruptException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Direction;
import dev.clientele.persistence.criteria.PageRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which changes an actor may see: those of records that it may see as they are now, or, once removed, as they were then.
 * What can't be judged, since its type isn't given any more, stays hidden unless everything may be seen.
 */
final class ChangeSight {

    private final Scope scope;
    private final Unit unit;
    private final Map<String, Guard> guards = new HashMap<>();

    ChangeSight(Scope scope, Unit unit) {
        this.scope = scope;
        this.unit = unit;
    }

    /** The visible ones, in the same order. */
    List<Change> visible(List<Change> changes) {
        Map<String, Set<UUID>> recordsByType = changes.stream()
                .collect(Collectors.groupingBy(Change::type, Collectors.mapping(Change::record, Collectors.toSet())));
        Map<String, Set<UUID>> visible = new HashMap<>();
        recordsByType.forEach((type, records) -> visible.put(type, visible(type, records)));
        return changes.stream()
                .filter(change -> visible.getOrDefault(change.type(), Set.of()).contains(change.record()))
                .toList();
    }

    private Set<UUID> visible(String type, Set<UUID> records) {
        EntityType<?> known = scope.types().entity(type).orElse(null);
        if (known == null) {
            boolean all = scope.policy().readable(scope.actor(), type).equals(Criteria.always());
            return all ? records : Set.of();
        }
        Guard guard = guards.computeIfAbsent(type, name -> new Guard(scope, name));
        if (guard.seesAll()) {
            return records;
        }
        Set<UUID> visible = new HashSet<>();
        Set<UUID> removed = new HashSet<>(records);
        for (Document document : unit.session().findAll(type, records)) {
            removed.remove(document.id());
            if (guard.maySee(document)) {
                visible.add(document.id());
            }
        }
        removed.stream().filter(id -> wasVisible(known, id, guard)).forEach(visible::add);
        return visible;
    }

    private <T extends Entity<T>> boolean wasVisible(EntityType<T> type, UUID record, Guard guard) {
        Criteria removal =
                Criteria.equal("record_type", type.name()).and(Criteria.equal("action", Change.Action.REMOVED.name()));
        LogQuery query = new LogQuery(ChangeLog.TYPE.name(), record, removal, Direction.DESCENDING);
        List<LogEntry> last = unit.session().page(query, PageRequest.first(1)).items();
        if (last.isEmpty()) {
            return false;
        }
        Map<String, Object> state = new TreeMap<>();
        ChangeLog.change(last.get(0)).fields().forEach((name, field) -> put(name, field, state));
        try {
            return guard.maySee(type.recorded(Id.of(record), state));
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
