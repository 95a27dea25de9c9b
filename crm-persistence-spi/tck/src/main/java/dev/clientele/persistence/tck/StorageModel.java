package dev.clientele.persistence.tck;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The model of a tenant's data, in plain maps: the simplest thing that keeps the rules, for random programs to be compared
 * with. A transaction works on a {@link #copy} that takes the model's place when it commits.
 */
final class StorageModel {

    private final Map<String, Map<UUID, Document>> documents = new HashMap<>();
    private final Map<String, Map<String, LogEntry>> logs = new HashMap<>();

    StorageModel copy() {
        StorageModel copy = new StorageModel();
        documents.forEach((type, all) -> copy.documents.put(type, new LinkedHashMap<>(all)));
        logs.forEach((log, all) -> copy.logs.put(log, new LinkedHashMap<>(all)));
        return copy;
    }

    Collection<Document> documents(String type) {
        return of(type).values();
    }

    /** Returns the entries in the order in which they were appended. */
    List<LogEntry> entries(String log) {
        return List.copyOf(
                logs.computeIfAbsent(log, name -> new LinkedHashMap<>()).values());
    }

    long version(String type, UUID id) {
        Document found = of(type).get(id);
        return found == null ? 0 : found.version();
    }

    /** Writes a batch, or throws what an adapter has to throw and changes nothing. */
    void write(List<Write> batch) {
        List<DocumentKey> stale = new ArrayList<>();
        for (Write write : batch) {
            if (version(write.type(), write.id()) != expected(write)) {
                stale.add(DocumentKey.of(write));
            }
        }
        if (!stale.isEmpty()) {
            throw new ConflictException(stale, null);
        }
        StorageModel after = copy();
        batch.forEach(after::put);
        batch.forEach(after::requireUnique);
        documents.clear();
        documents.putAll(after.documents);
    }

    /**
     * Tells whether a batch moves a unique value from one replaced document to another, which only an adapter with {@link
     * Capability#KEY_SWAP} has to take.
     */
    boolean movesKey(List<Write> batch) {
        for (Write write : batch) {
            Document after = document(write);
            if (after != null) {
                for (UniqueKey key : keys(write.type())) {
                    List<Object> values = values(after, key);
                    boolean moved = batch.stream()
                            .filter(other -> other instanceof Write.Replace
                                    && !other.id().equals(write.id()))
                            .map(other -> of(other.type()).get(other.id()))
                            .anyMatch(before -> before != null
                                    && before.type().equals(write.type())
                                    && values != null
                                    && values.equals(values(before, key)));
                    if (moved) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    Set<String> append(String log, List<LogEntry> entries) {
        Map<String, LogEntry> held = logs.computeIfAbsent(log, name -> new LinkedHashMap<>());
        Set<String> leftOut = new LinkedHashSet<>();
        for (LogEntry entry : entries) {
            if (held.putIfAbsent(entry.key(), entry) != null) {
                leftOut.add(entry.key());
            }
        }
        return leftOut;
    }

    private Map<UUID, Document> of(String type) {
        return documents.computeIfAbsent(type, name -> new LinkedHashMap<>());
    }

    private void put(Write write) {
        Document document = document(write);
        if (document != null) {
            of(write.type()).put(write.id(), document.atVersion(document.version() + 1));
        } else if (write instanceof Write.Delete) {
            of(write.type()).remove(write.id());
        }
    }

    private void requireUnique(Write write) {
        Document document = of(write.type()).get(write.id());
        if (document != null) {
            for (UniqueKey key : keys(write.type())) {
                List<Object> values = values(document, key);
                long same = of(write.type()).values().stream()
                        .filter(other -> values != null && values.equals(values(other, key)))
                        .count();
                if (same > 1) {
                    throw new DuplicateKeyException(write.type(), key.name(), null);
                }
            }
        }
    }

    private static List<UniqueKey> keys(String type) {
        return SampleSchema.SCHEMA.document(type).uniqueKeys();
    }

    private static @Nullable List<Object> values(Document document, UniqueKey key) {
        List<Object> values = new ArrayList<>();
        for (String field : key.fields()) {
            Object value = document.read(field);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private static @Nullable Document document(Write write) {
        if (write instanceof Write.Insert insert) {
            return insert.document();
        }
        return write instanceof Write.Replace replace ? replace.document() : null;
    }

    private static long expected(Write write) {
        if (write instanceof Write.Insert) {
            return 0;
        } else if (write instanceof Write.Replace replace) {
            return replace.document().version();
        }
        return write instanceof Write.Delete delete ? delete.version() : ((Write.Check) write).version();
    }
}
