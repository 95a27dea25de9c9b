package dev.clientele.persistence.memory;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import java.util.Set;

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
}
