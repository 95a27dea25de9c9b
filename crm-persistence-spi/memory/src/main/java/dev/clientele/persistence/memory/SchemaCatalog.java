package dev.clientele.persistence.memory;

import com.google.common.collect.ImmutableMap;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The declared schema, and everything that was ever declared. Immutable.
 *
 * @param declared the schema of sessions that are opened now
 * @param documents every document type that the storage has held
 * @param logs every log that the storage has held
 */
record SchemaCatalog(Schema declared, Map<String, StoredDocumentType> documents, Map<String, StoredLogType> logs) {

    static final SchemaCatalog EMPTY = new SchemaCatalog(new Schema(List.of(), List.of()), Map.of(), Map.of());

    SchemaCatalog migratedTo(Schema later) {
        Map<String, StoredDocumentType> laterDocuments = new LinkedHashMap<>(documents);
        for (DocumentType type : later.documents()) {
            laterDocuments.merge(type.name(), StoredDocumentType.of(type), (held, same) -> held.migratedTo(type));
        }
        Map<String, StoredLogType> laterLogs = new LinkedHashMap<>(logs);
        for (LogType type : later.logs()) {
            laterLogs.merge(type.name(), StoredLogType.of(type), (held, same) -> held.migratedTo(type));
        }
        return new SchemaCatalog(later, ImmutableMap.copyOf(laterDocuments), ImmutableMap.copyOf(laterLogs));
    }

    DocumentCollection emptyDocuments(String type) {
        return DocumentCollection.empty(Objects.requireNonNull(documents.get(type)));
    }

    LogEntryCollection emptyEntries(String log) {
        return LogEntryCollection.empty(Objects.requireNonNull(logs.get(log)));
    }
}
