package dev.clientele.persistence.memory;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.InvalidRecordException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.SchemaException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Everything that a tenant has stored. Immutable.
 *
 * @param catalog the types that it is laid out for
 * @param documents by type; a type without documents may be absent
 * @param logs by name; a log without entries may be absent
 */
record TenantSnapshot(
        SchemaCatalog catalog,
        PersistentTreeMap<String, DocumentCollection> documents,
        PersistentTreeMap<String, LogEntryCollection> logs) {

    static TenantSnapshot empty(SchemaCatalog catalog) {
        return new TenantSnapshot(
                catalog,
                PersistentTreeMap.orderedBy(Comparator.naturalOrder()),
                PersistentTreeMap.orderedBy(Comparator.naturalOrder()));
    }

    DocumentCollection documentsOf(String type) {
        DocumentCollection found = documents.get(type);
        return found == null ? catalog.emptyDocuments(type) : found;
    }

    LogEntryCollection entriesOf(String log) {
        LogEntryCollection found = logs.get(log);
        return found == null ? catalog.emptyEntries(log) : found;
    }

    TenantSnapshot with(String type, DocumentCollection changed) {
        return new TenantSnapshot(catalog, documents.with(type, changed), logs);
    }

    TenantSnapshot with(String log, LogEntryCollection changed) {
        return new TenantSnapshot(catalog, documents, logs.with(log, changed));
    }

    /**
     * Returns this laid out anew for a later schema.
     *
     * @throws SchemaException if something that is stored is in the way
     */
    TenantSnapshot migratedTo(SchemaCatalog later) {
        TenantSnapshot result = empty(later);
        for (String type : catalog.documents().keySet()) {
            result = result.with(type, rebuild(type, later));
        }
        for (String log : catalog.logs().keySet()) {
            LogEntryCollection entries = later.emptyEntries(log).withPrunedKeysOf(entriesOf(log));
            for (Iterator<LogEntry> each = entriesOf(log).stored().iterator(); each.hasNext(); ) {
                LogEntry entry = each.next();
                LogEntryHolder slot = new LogEntryHolder(convert(
                        log,
                        () -> Objects.requireNonNull(later.logs().get(log))
                                .cumulative()
                                .canonical(entry)));
                entries = entries.with(slot).withPosition(slot);
            }
            result = result.with(log, entries);
        }
        return result;
    }

    private DocumentCollection rebuild(String type, SchemaCatalog later) {
        StoredDocumentType held = Objects.requireNonNull(later.documents().get(type));
        DocumentCollection rebuilt = later.emptyDocuments(type);
        for (Iterator<Document> each = documentsOf(type).stored().iterator(); each.hasNext(); ) {
            Document document = each.next();
            rebuilt = rebuilt.put(convert(type, () -> held.migrated(document)));
        }
        DocumentCollection whole = rebuilt;
        try {
            whole.stored().forEach(whole::requireUnique);
        } catch (DuplicateKeyException e) {
            throw new SchemaException(type + ": stored documents share the key " + e.key(), e);
        }
        return whole;
    }

    private static <T> T convert(String type, Supplier<T> conversion) {
        try {
            return conversion.get();
        } catch (InvalidRecordException e) {
            throw new SchemaException(type + ": a stored value does not fit the field " + e.field(), e);
        }
    }
}
