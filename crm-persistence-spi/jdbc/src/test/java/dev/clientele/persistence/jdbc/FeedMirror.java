package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A copy of the records, built from nothing but the entries about {@link RandomChanges} in the order in which they are read. Each
 * has to go on where the one before it about the same record has stopped, so none may be missing, be read twice or be late.
 *
 * <p>Not thread-safe.
 */
final class FeedMirror {

    private final Map<UUID, Document> records = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Map<String, Integer> missing = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private Position last = Position.START;

    /** Returns the position of the last entry that was read. */
    Position last() {
        return last;
    }

    /** Reads one more entry. */
    void add(LogEntry entry) {
        Position position = Objects.requireNonNull(entry.position());
        require(position.compareTo(last) > 0, entry, "is at no later position than the one before it");
        last = position;
        require(keys.add(entry.key()), entry, "was read before");
        String[] key = entry.key().split("/", -1);
        int entries = Integer.parseInt(key[2]);
        missing.merge(key[0], entries - 1, (left, unused) -> left - 1);
        if (!entry.fields().get("channel").equals(RandomChanges.BEGUN)) {
            apply(entry);
        }
    }

    private void apply(LogEntry entry) {
        UUID id = entry.subjects().iterator().next();
        long version = entry.occurredAt().getEpochSecond();
        Document before = records.get(id);
        long known = before == null ? 0 : before.version();
        if (entry.fields().get("channel").equals(RandomChanges.DELETED)) {
            require(version == known && known > 0, entry, "deletes version " + version + " after version " + known);
            records.remove(id);
        } else {
            require(version == known + 1, entry, "stores version " + version + " after version " + known);
            records.put(id, new Document("account", id, version, Map.of("name", entry.key()), entry.body()));
        }
    }

    private void require(boolean holds, LogEntry entry, String fault) {
        if (!holds) {
            faults.add(entry.key() + " " + fault);
        }
    }

    /** Returns what entries had against them when they were read. */
    List<String> faults() {
        return faults;
    }

    /** Returns the transactions that were read with some of their entries missing. */
    List<String> torn() {
        return missing.keySet().stream().filter(name -> missing.get(name) != 0).toList();
    }

    /** Returns the names of the transactions that were read. */
    Set<String> transactions() {
        return missing.keySet();
    }

    int entries() {
        return keys.size();
    }

    /** Returns the records as the entries tell them. */
    Collection<Document> records() {
        return records.values();
    }
}
