package dev.clientele.persistence.memory;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Redaction;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A log as the storage holds it; see {@link StoredDocumentType}.
 *
 * @param declared the log that sessions see
 * @param cumulative the log with every field ever declared
 */
record StoredLogType(LogType declared, LogType cumulative) {

    static StoredLogType of(LogType declared) {
        return new StoredLogType(declared, declared);
    }

    StoredLogType migratedTo(LogType later) {
        return new StoredLogType(
                later,
                new LogType(
                        later.name(), StoredDocumentType.union(cumulative.fields(), later.fields()), later.indexes()));
    }

    LogEntry withDeclaredFields(LogEntry stored) {
        Set<String> retired = StoredDocumentType.retiredFields(cumulative.fields(), declared.fields());
        if (retired.isEmpty()) {
            return stored;
        }
        return new LogEntry(
                stored.key(),
                stored.subjects(),
                stored.occurredAt(),
                StoredDocumentType.withoutFields(stored.fields(), retired),
                stored.body(),
                stored.position());
    }

    /** Returns an entry with what a redaction says in its fields; those that aren't declared any more it keeps. */
    LogEntry redact(LogEntry stored, Redaction redaction) {
        Set<String> retired = StoredDocumentType.retiredFields(cumulative.fields(), declared.fields());
        Map<String, Object> fields = new TreeMap<>(stored.fields());
        fields.keySet().retainAll(retired);
        fields.putAll(redaction.fields());
        return new LogEntry(
                stored.key(), stored.subjects(), stored.occurredAt(), fields, redaction.body(), stored.position());
    }
}
