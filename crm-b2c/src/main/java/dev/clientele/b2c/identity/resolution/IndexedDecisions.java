package dev.clientele.b2c.identity.resolution;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The decisions of people, by the records that it is about. Not thread-safe. */
final class IndexedDecisions {

    private final Map<UUID, Set<HandDecision>> byRecord = new HashMap<>();

    static Set<UUID> recordsOf(HandDecision decision) {
        Set<UUID> records = new LinkedHashSet<>(decision.one());
        records.addAll(decision.other());
        return records;
    }

    void add(HandDecision decision) {
        recordsOf(decision)
                .forEach(id -> byRecord.computeIfAbsent(id, first -> new LinkedHashSet<>())
                        .add(decision));
    }

    void remove(HandDecision decision) {
        for (UUID id : recordsOf(decision)) {
            byRecord.computeIfPresent(id, (record, decisions) -> {
                decisions.remove(decision);
                return decisions.isEmpty() ? null : decisions;
            });
        }
    }

    Collection<HandDecision> about(Set<UUID> records) {
        return byRecord.isEmpty()
                ? Set.of()
                : records.stream()
                        .flatMap(id -> byRecord.containsKey(id) ? byRecord.get(id).stream() : Stream.empty())
                        .distinct()
                        .toList();
    }
}
