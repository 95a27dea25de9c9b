package dev.clientele.persistence.memory;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A transaction's work on one tenant: the snapshot that it started from, and its own derived from it. */
final class MemoryUnitOfWork {

    private final TenantState tenant;
    private final TenantSnapshot base;
    private final DocumentChanges documents;
    private final Map<String, LogChanges> logs = new LinkedHashMap<>();
    private TenantSnapshot derived;

    MemoryUnitOfWork(TenantState tenant) {
        this.tenant = tenant;
        this.base = tenant.contents();
        this.derived = base;
        this.documents = new DocumentChanges(base);
    }

    TenantId tenant() {
        return tenant.id();
    }

    TenantSnapshot contents() {
        return derived;
    }

    /** Checks a batch against what this transaction sees and applies it, or throws and changes nothing. */
    void write(List<? extends Write> batch) {
        Set<DocumentKey> seen = new HashSet<>();
        for (Write write : batch) {
            schema().document(write.type());
            if (!seen.add(DocumentKey.of(write))) {
                throw new IllegalArgumentException("a batch concerns " + write.type() + " " + write.id() + " twice");
            }
        }
        derived = documents.write(derived, batch);
    }

    /** Stores computed values and returns the ids of documents that aren't there. */
    Set<UUID> compute(String name, Set<String> fields, List<ComputedValues> rows) {
        DocumentType type = schema().document(name);
        Set<UUID> seen = new HashSet<>();
        for (ComputedValues row : rows) {
            if (!seen.add(row.id())) {
                throw new IllegalArgumentException("values are computed twice for " + name + " " + row.id());
            }
        }
        for (String field : fields) {
            if (!type.field(field).computed()) {
                throw new IllegalArgumentException(name + ": the field " + field + " isn't computed");
            }
        }
        List<ComputedValues> canonical =
                rows.stream().map(row -> type.canonical(fields, row)).toList();
        Set<UUID> leftOut = new LinkedHashSet<>();
        derived = documents.compute(derived, name, fields, canonical, leftOut);
        return leftOut;
    }

    /** Appends what the log doesn't have and returns the keys of the rest. */
    Set<String> append(String log, List<LogEntry> entries) {
        LogType type = schema().log(log);
        List<LogEntry> canonical = entries.stream().map(type::canonical).toList();
        Set<String> leftOut = new LinkedHashSet<>();
        derived = derived.with(log, changes(log).append(derived.entriesOf(log), canonical, leftOut));
        return leftOut;
    }

    /** Removes committed entries and returns their number. */
    int prune(Pruning pruning) {
        String log = pruning.log();
        Pruning checked = schema().check(pruning);
        List<LogEntryHolder> found = derived.entriesOf(log).find(checked);
        if (!found.isEmpty()) {
            derived = derived.with(log, changes(log).prune(derived.entriesOf(log), found));
        }
        return found.size();
    }

    /** Redacts entries and returns the keys of those that aren't there. */
    Set<String> redact(String log, List<Redaction> redactions) {
        LogType type = schema().log(log);
        Set<String> seen = new HashSet<>();
        for (Redaction redaction : redactions) {
            if (!seen.add(redaction.key())) {
                throw new IllegalArgumentException("an entry of " + log + " is redacted twice");
            }
        }
        List<Redaction> canonical = redactions.stream().map(type::canonical).toList();
        Set<String> leftOut = new LinkedHashSet<>();
        derived = derived.with(log, changes(log).redact(derived.entriesOf(log), canonical, leftOut));
        return leftOut;
    }

    /**
     * Returns the tenant's contents with this work done, on the condition that everything it was decided on still holds.
     * Called under the storage's lock; so is {@link #publish}.
     */
    @SuppressWarnings("ReferenceEquality") // the very same snapshot, not an equal one
    TenantSnapshot prepare() {
        TenantSnapshot current = tenant.contents();
        if (current == base) {
            return derived;
        } else if (current.catalog() != base.catalog()) {
            throw new ConflictException(List.of(), null);
        }
        TenantSnapshot next = documents.reapply(derived, current);
        for (Map.Entry<String, LogChanges> log : logs.entrySet()) {
            next = next.with(log.getKey(), log.getValue().reapply(next.entriesOf(log.getKey())));
        }
        return next;
    }

    void publish(TenantSnapshot prepared, Supplier<Position> positions) {
        TenantSnapshot next = prepared;
        for (Map.Entry<String, LogChanges> log : logs.entrySet()) {
            next = next.with(log.getKey(), log.getValue().assignPositions(next.entriesOf(log.getKey()), positions));
        }
        if (!isEmpty()) {
            tenant.publish(next);
        }
    }

    boolean isEmpty() {
        return documents.isEmpty() && logs.isEmpty();
    }

    private LogChanges changes(String log) {
        return logs.computeIfAbsent(log, name -> new LogChanges());
    }

    private Schema schema() {
        return base.catalog().declared();
    }
}
