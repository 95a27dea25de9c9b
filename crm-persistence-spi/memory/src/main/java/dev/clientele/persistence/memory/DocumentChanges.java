package dev.clientele.persistence.memory;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transaction's changes of documents, which can be made again on what others have committed meanwhile. */
final class DocumentChanges {

    private final TenantSnapshot base;
    private final Map<DocumentKey, DocumentChange> changes = new LinkedHashMap<>();

    DocumentChanges(TenantSnapshot base) {
        this.base = base;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Returns what a batch makes of contents, or throws and has changed nothing. */
    TenantSnapshot write(TenantSnapshot contents, List<? extends Write> batch) {
        List<@Nullable Document> written = new ArrayList<>(batch.size());
        List<DocumentKey> stale = new ArrayList<>();
        for (Write write : batch) {
            written.add(canonical(contents, write));
            if (!write.holdsAt(version(stored(contents, DocumentKey.of(write))))) {
                stale.add(DocumentKey.of(write));
            }
        }
        if (!stale.isEmpty()) {
            throw new ConflictException(stale, null);
        }
        TenantSnapshot next = contents;
        for (int i = 0; i < written.size(); i++) {
            Write write = batch.get(i);
            DocumentCollection documents = next.documentsOf(write.type());
            next = next.with(write.type(), apply(documents, write, written.get(i)));
        }
        for (Write write : batch) {
            requireUnique(next, DocumentKey.of(write));
        }
        batch.forEach(write -> change(DocumentKey.of(write)).note(write));
        return next;
    }

    private static DocumentCollection apply(DocumentCollection documents, Write write, @Nullable Document written) {
        Document before = documents.stored(write.id());
        if (write instanceof Write.Check) {
            return documents.markChecked(write.id());
        } else if (written == null) {
            return documents.without(Objects.requireNonNull(before));
        }
        return before == null ? documents.put(written) : documents.replace(before, written);
    }

    /** Returns contents with computed values in them; notes the ids of documents that aren't there. */
    TenantSnapshot compute(
            TenantSnapshot contents, String type, Set<String> fields, List<ComputedValues> rows, Set<UUID> leftOut) {
        DocumentCollection documents = contents.documentsOf(type);
        for (ComputedValues row : rows) {
            Document before = documents.stored(row.id());
            if (before == null) {
                leftOut.add(row.id());
            } else {
                Map<String, Optional<Object>> values = new HashMap<>();
                fields.forEach(field ->
                        values.put(field, Optional.ofNullable(row.fields().get(field))));
                documents = documents.compute(before, values);
                change(new DocumentKey(type, row.id())).computed.putAll(values);
            }
        }
        return contents.with(type, documents);
    }

    /**
     * Makes the changes again on what is committed by now.
     *
     * @param own what this transaction made of what it began with
     * @throws ConflictException if a document isn't at the version that this transaction began with, or another has checked
     *     what this one writes
     */
    TenantSnapshot reapply(TenantSnapshot own, TenantSnapshot current) {
        List<DocumentKey> stale = new ArrayList<>();
        changes.forEach((key, change) -> {
            if (change.reliesOnVersion() && version(stored(current, key)) != version(stored(base, key))) {
                stale.add(key);
            }
        });
        if (!stale.isEmpty()) {
            throw new ConflictException(stale, null);
        }
        changes.forEach((key, change) -> {
            if (change.written && check(base, key) != check(current, key)) {
                throw new ConflictException(List.of(), null);
            }
        });
        TenantSnapshot next = current;
        for (Map.Entry<DocumentKey, DocumentChange> entry : changes.entrySet()) {
            String type = entry.getKey().type();
            Document after = stored(own, entry.getKey());
            next = next.with(
                    type,
                    entry.getValue()
                            .reapply(next.documentsOf(type), entry.getKey().id(), after));
        }
        for (DocumentKey key : changes.keySet()) {
            requireUnique(next, key);
        }
        return next;
    }

    private DocumentChange change(DocumentKey key) {
        return changes.computeIfAbsent(key, any -> new DocumentChange());
    }

    private static void requireUnique(TenantSnapshot contents, DocumentKey key) {
        Document after = stored(contents, key);
        if (after != null) {
            contents.documentsOf(key.type()).requireUnique(after);
        }
    }

    private static @Nullable Document canonical(TenantSnapshot contents, Write write) {
        DocumentType type = contents.catalog().declared().document(write.type());
        if (write instanceof Write.Insert insert) {
            return type.canonical(insert.document()).atVersion(1);
        } else if (write instanceof Write.Replace replace) {
            Document document = replace.document();
            return type.canonical(document).atVersion(document.version() + 1);
        }
        return null;
    }

    private static @Nullable Document stored(TenantSnapshot contents, DocumentKey key) {
        return contents.documentsOf(key.type()).stored(key.id());
    }

    private static @Nullable Object check(TenantSnapshot contents, DocumentKey key) {
        return contents.documentsOf(key.type()).check(key.id());
    }

    private static long version(@Nullable Document document) {
        return document == null ? 0 : document.version();
    }

    /** The sum of what a transaction has done to one document. */
    private static final class DocumentChange {

        private final Map<String, Optional<Object>> computed = new HashMap<>();
        private boolean checked;
        private boolean written;
        private boolean inserted;

        void note(Write write) {
            if (write instanceof Write.Check) {
                checked = true;
                return;
            }
            written = true;
            if (!(write instanceof Write.Replace)) {
                inserted = write instanceof Write.Insert;
                computed.clear();
            }
        }

        boolean reliesOnVersion() {
            return checked || written;
        }

        /** Does to a document as it is committed what the transaction did to the one that it saw. */
        DocumentCollection reapply(DocumentCollection documents, UUID id, @Nullable Document after) {
            Document before = documents.stored(id);
            if (!written) {
                DocumentCollection computing =
                        before == null || computed.isEmpty() ? documents : documents.compute(before, computed);
                return checked ? computing.markChecked(id) : computing;
            } else if (after == null) {
                return before == null ? documents : documents.without(before);
            } else if (inserted || before == null) {
                return (before == null ? documents : documents.without(before)).put(after);
            }
            DocumentCollection replaced = documents.replace(before, after);
            Document kept = Objects.requireNonNull(replaced.stored(id));
            return computed.isEmpty() ? replaced : replaced.compute(kept, computed);
        }
    }
}
