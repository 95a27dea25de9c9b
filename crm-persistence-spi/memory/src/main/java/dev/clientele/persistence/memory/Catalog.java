package dev.clientele.persistence.memory;

import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the storage is prepared for: the declared schema, and everything that was ever declared. Immutable.
 *
 * @param declared the schema of sessions that are opened now
 * @param documents every document type that the storage has held
 * @param logs every log that the storage has held
 */
record Catalog(Schema declared, Map<String, StoredDocumentType> documents, Map<String, StoredLogType> logs) {

    static final Catalog EMPTY = new Catalog(new Schema(List.of(), List.of()), Map.of(), Map.of());

    Catalog migratedTo(Schema later) {
        Map<String, StoredDocumentType> laterDocuments = new LinkedHashMap<>(documents);
        for (DocumentType type : later.documents()) {
            StoredDocumentType held = documents.get(type.name());
            laterDocuments.put(type.name(), held == null ? StoredDocumentType.of(type) : held.migratedTo(type));
        }
        Map<String, StoredLogType> laterLogs = new LinkedHashMap<>(logs);
        for (LogType type : later.logs()) {
            StoredLogType held = logs.get(type.name());
            laterLogs.put(type.name(), held == null ? StoredLogType.of(type) : held.migratedTo(type));
        }
        return new Catalog(later, laterDocuments, laterLogs);
    }

    DocumentCollection emptyDocuments(String type) {
        return DocumentCollection.empty(Objects.requireNonNull(documents.get(type)));
    }

    LogEntryCollection emptyEntries(String log) {
        return LogEntryCollection.empty(Objects.requireNonNull(logs.get(log)));
    }
}
