package dev.clientele.persistence.memory;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateException;
import dev.clientele.persistence.InvalidRecordException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.SchemaException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Everything that a tenant has. Immutable.
 *
 * @param catalog what it is laid out for
 * @param documents by type; a type without documents may be absent
 * @param logs by name; a log without entries may be absent
 */
record Contents(Catalog catalog, Sorted<String, Documents> documents, Sorted<String, Entries> logs) {

    static Contents none(Catalog catalog) {
        return new Contents(catalog, Sorted.by(Comparator.naturalOrder()), Sorted.by(Comparator.naturalOrder()));
    }

    Documents documentsOf(String type) {
        Documents found = documents.get(type);
        return found == null ? catalog.noDocuments(type) : found;
    }

    Entries entriesOf(String log) {
        Entries found = logs.get(log);
        return found == null ? catalog.noEntries(log) : found;
    }

    Contents with(String type, Documents changed) {
        return new Contents(catalog, documents.with(type, changed), logs);
    }

    Contents with(String log, Entries changed) {
        return new Contents(catalog, documents, logs.with(log, changed));
    }

    /**
     * The same, laid out anew for a later schema.
     *
     * @throws SchemaException if something that is stored is in the way
     */
    Contents under(Catalog later) {
        Contents result = none(later);
        for (String type : catalog.documents().keySet()) {
            result = result.with(type, rebuilt(type, later));
        }
        for (String log : catalog.logs().keySet()) {
            Entries entries = later.noEntries(log);
            for (Iterator<LogEntry> each = entriesOf(log).stored().iterator(); each.hasNext(); ) {
                LogEntry entry = each.next();
                Slot slot = new Slot(fit(
                        log,
                        () -> Objects.requireNonNull(later.logs().get(log))
                                .held()
                                .canonical(entry)));
                entries = entries.with(slot).settled(slot);
            }
            result = result.with(log, entries);
        }
        return result;
    }

    private Documents rebuilt(String type, Catalog later) {
        HeldDocuments held = Objects.requireNonNull(later.documents().get(type));
        Documents rebuilt = later.noDocuments(type);
        for (Iterator<Document> each = documentsOf(type).stored().iterator(); each.hasNext(); ) {
            Document document = each.next();
            rebuilt = rebuilt.with(fit(type, () -> held.held().canonical(document)));
        }
        Documents whole = rebuilt;
        try {
            whole.stored().forEach(whole::requireUnique);
        } catch (DuplicateException e) {
            throw new SchemaException(type + ": stored documents share the key " + e.key(), e);
        }
        return whole;
    }

    private static <T> T fit(String type, Supplier<T> conversion) {
        try {
            return conversion.get();
        } catch (InvalidRecordException e) {
            throw new SchemaException(type + ": a stored value does not fit the field " + e.field(), e);
        }
    }
}
