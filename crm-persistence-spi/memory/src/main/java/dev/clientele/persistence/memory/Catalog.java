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
record Catalog(Schema declared, Map<String, HeldDocuments> documents, Map<String, HeldLog> logs) {

    static final Catalog EMPTY = new Catalog(new Schema(List.of(), List.of()), Map.of(), Map.of());

    Catalog under(Schema later) {
        Map<String, HeldDocuments> laterDocuments = new LinkedHashMap<>(documents);
        for (DocumentType type : later.documents()) {
            HeldDocuments held = documents.get(type.name());
            laterDocuments.put(type.name(), held == null ? HeldDocuments.of(type) : held.under(type));
        }
        Map<String, HeldLog> laterLogs = new LinkedHashMap<>(logs);
        for (LogType type : later.logs()) {
            HeldLog held = logs.get(type.name());
            laterLogs.put(type.name(), held == null ? HeldLog.of(type) : held.under(type));
        }
        return new Catalog(later, laterDocuments, laterLogs);
    }

    Documents noDocuments(String type) {
        return Documents.none(Objects.requireNonNull(documents.get(type)));
    }

    Entries noEntries(String log) {
        return Entries.none(Objects.requireNonNull(logs.get(log)));
    }
}
