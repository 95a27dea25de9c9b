package dev.clientele.persistence.tck;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The model of a tenant's data, in plain maps: the simplest thing that keeps the rules, for random programs to be compared
 * with. A transaction works on a {@link #copy} that takes the model's place when it commits.
 */
final class StorageModel {

    private final Map<String, Map<UUID, Document>> documents = new HashMap<>();
    private final Map<String, Map<String, LogEntry>> logs = new HashMap<>();
    private final Map<String, Set<String>> pruned = new HashMap<>();
    private final TouchedValues touched;

    StorageModel() {
        this(new TouchedValues());
    }

    private StorageModel(TouchedValues touched) {
        this.touched = touched;
    }

    StorageModel copy() {
        StorageModel copy = new StorageModel(touched);
        documents.forEach((type, all) -> copy.documents.put(type, new LinkedHashMap<>(all)));
        logs.forEach((log, all) -> copy.logs.put(log, new LinkedHashMap<>(all)));
        pruned.forEach((log, keys) -> copy.pruned.put(log, new HashSet<>(keys)));
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

    /** Returns the values that this model and its copies have touched last. */
    TouchedValues touched() {
        return touched;
    }

    Optional<Document> find(String type, UUID id) {
        return Optional.ofNullable(of(type).get(id));
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
            if (pruned(log).contains(entry.key()) || held.putIfAbsent(entry.key(), entry) != null) {
                leftOut.add(entry.key());
            }
        }
        return leftOut;
    }

    /** Computes the same values for documents, and returns the ids of those that aren't there. */
    Set<UUID> compute(String type, Set<String> names, List<ComputedValues> rows) {
        Set<UUID> leftOut = new LinkedHashSet<>();
        for (ComputedValues row : rows) {
            Document held = of(type).get(row.id());
            if (held == null) {
                leftOut.add(row.id());
            } else {
                Map<String, Object> fields = new TreeMap<>(held.fields());
                fields.keySet().removeAll(names);
                fields.putAll(row.fields());
                Document computed = with(held, fields);
                of(type).put(row.id(), computed);
                touched.note(held, computed);
            }
        }
        return leftOut;
    }

    /** Removes the first of these entries that are there, and returns how many. */
    int prune(String log, List<String> keys, int limit) {
        Map<String, LogEntry> held = logs.computeIfAbsent(log, name -> new LinkedHashMap<>());
        List<String> gone = keys.stream().filter(held::containsKey).limit(limit).toList();
        gone.forEach(held::remove);
        pruned(log).addAll(gone);
        return gone.size();
    }

    /** Redacts entries, and returns the keys of those that aren't there. */
    Set<String> redact(String log, List<Redaction> redactions) {
        Map<String, LogEntry> held = logs.computeIfAbsent(log, name -> new LinkedHashMap<>());
        Set<String> leftOut = new LinkedHashSet<>();
        for (Redaction redaction : redactions) {
            LogEntry entry = held.get(redaction.key());
            if (entry == null) {
                leftOut.add(redaction.key());
            } else {
                held.put(
                        entry.key(),
                        LogEntry.of(
                                entry.key(),
                                entry.subjects(),
                                entry.occurredAt(),
                                redaction.fields(),
                                redaction.body()));
            }
        }
        return leftOut;
    }

    private Set<String> pruned(String log) {
        return pruned.computeIfAbsent(log, name -> new HashSet<>());
    }

    private Map<UUID, Document> of(String type) {
        return documents.computeIfAbsent(type, name -> new LinkedHashMap<>());
    }

    private void put(Write write) {
        Document document = document(write);
        Document before = of(write.type()).get(write.id());
        if (!(write instanceof Write.Check)) {
            touched.note(before, document);
        }
        if (document != null) {
            Document stored = document.atVersion(document.version() + 1);
            of(write.type()).put(write.id(), before == null ? stored : keepingComputed(before, stored));
        } else if (write instanceof Write.Delete) {
            of(write.type()).remove(write.id());
        }
    }

    private static Document keepingComputed(Document before, Document after) {
        Map<String, Object> fields = new TreeMap<>(after.fields());
        SampleSchema.SCHEMA.document(after.type()).computedFields().forEach(field -> {
            Object kept = before.read(field);
            if (kept != null) {
                fields.put(field, kept);
            }
        });
        return with(after, fields);
    }

    private static Document with(Document document, Map<String, Object> fields) {
        return new Document(document.type(), document.id(), document.version(), fields, document.body());
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
