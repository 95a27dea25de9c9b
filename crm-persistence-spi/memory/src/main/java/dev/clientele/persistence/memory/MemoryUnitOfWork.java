package dev.clientele.persistence.memory;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction's work on one tenant: the snapshot that it started from, and its own derived from it. */
final class MemoryUnitOfWork {

    private final TenantState tenant;
    private final TenantSnapshot base;
    private final Map<DocumentKey, Long> expectedVersions = new LinkedHashMap<>();
    private final ListMultimap<String, LogEntryHolder> appended =
            MultimapBuilder.linkedHashKeys().arrayListValues().build();
    private TenantSnapshot derived;

    MemoryUnitOfWork(TenantState tenant) {
        this.tenant = tenant;
        this.base = tenant.contents();
        this.derived = base;
    }

    TenantId tenant() {
        return tenant.id();
    }

    TenantSnapshot contents() {
        return derived;
    }

    /** Checks a batch against what this transaction sees and applies it, or throws and changes nothing. */
    void write(List<? extends Write> batch) {
        Schema schema = base.catalog().declared();
        Set<DocumentKey> seen = new HashSet<>();
        for (Write write : batch) {
            schema.document(write.type());
            if (!seen.add(DocumentKey.of(write))) {
                throw new IllegalArgumentException("a batch concerns " + write.type() + " " + write.id() + " twice");
            }
        }
        List<DocumentChange> changes = new ArrayList<>(batch.size());
        List<DocumentKey> stale = new ArrayList<>();
        for (Write write : batch) {
            Document after = canonical(schema, write);
            Document before = derived.documentsOf(write.type()).stored(write.id());
            if (!write.holdsAt(version(before))) {
                stale.add(DocumentKey.of(write));
            }
            changes.add(
                    new DocumentChange(DocumentKey.of(write), write instanceof Write.Check ? copyOf(before) : after));
        }
        if (!stale.isEmpty()) {
            throw new ConflictException(stale, null);
        }
        derived = apply(derived, changes);
        for (DocumentChange change : changes) {
            expectedVersions.computeIfAbsent(
                    change.ref(), ref -> version(base.documentsOf(ref.type()).stored(ref.id())));
        }
    }

    /** Appends what the log doesn't have and returns the keys of the rest. */
    Set<String> append(String log, List<LogEntry> entries) {
        LogType type = base.catalog().declared().log(log);
        List<LogEntry> canonical = entries.stream().map(type::canonical).toList();
        Set<String> leftOut = new LinkedHashSet<>();
        LogEntryCollection held = derived.entriesOf(log);
        for (LogEntry entry : canonical) {
            if (held.containsKey(entry.key())) {
                leftOut.add(entry.key());
            } else {
                LogEntryHolder slot = new LogEntryHolder(entry.position() == null ? entry : withoutPosition(entry));
                held = held.with(slot);
                appended.put(log, slot);
            }
        }
        derived = derived.with(log, held);
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
        List<DocumentKey> stale = new ArrayList<>();
        List<DocumentChange> changes = new ArrayList<>();
        expectedVersions.forEach((ref, version) -> {
            Document now = current.documentsOf(ref.type()).stored(ref.id());
            if (version(now) != version) {
                stale.add(ref);
            }
            changes.add(new DocumentChange(ref, derived.documentsOf(ref.type()).stored(ref.id())));
        });
        if (!stale.isEmpty()) {
            throw new ConflictException(stale, null);
        }
        changes.forEach(change -> requireUnchecked(change, current));
        TenantSnapshot next = apply(current, changes);
        for (String log : appended.keySet()) {
            LogEntryCollection held = next.entriesOf(log);
            for (LogEntryHolder slot : appended.get(log)) {
                if (held.containsKey(slot.entry().key())) {
                    throw new ConflictException(List.of(), null);
                }
                held = held.with(slot);
            }
            next = next.with(log, held);
        }
        return next;
    }

    /** Refuses to change a document that a transaction has checked, and relied on, since this work began. */
    @SuppressWarnings("ReferenceEquality") // a check leaves an equal document in the place of the one it found
    private void requireUnchecked(DocumentChange change, TenantSnapshot current) {
        DocumentKey ref = change.ref();
        Document before = base.documentsOf(ref.type()).stored(ref.id());
        boolean checked = before != current.documentsOf(ref.type()).stored(ref.id());
        if (checked && version(before) != version(change.after())) {
            throw new ConflictException(List.of(), null);
        }
    }

    void publish(TenantSnapshot prepared, Supplier<Position> positions) {
        TenantSnapshot next = prepared;
        for (String log : appended.keySet()) {
            LogEntryCollection held = next.entriesOf(log);
            for (LogEntryHolder slot : appended.get(log)) {
                slot.assignPosition(positions.get());
                held = held.withPosition(slot);
            }
            next = next.with(log, held);
        }
        tenant.publish(next);
    }

    boolean isEmpty() {
        return expectedVersions.isEmpty() && appended.isEmpty();
    }

    /**
     * Applies changes. A document of the same version as the stored one has its content, and is there because of a check.
     */
    @SuppressWarnings("ReferenceEquality") // what no write concerned is the very same document
    private static TenantSnapshot apply(TenantSnapshot contents, List<DocumentChange> changes) {
        TenantSnapshot next = contents;
        for (DocumentChange change : changes) {
            DocumentCollection documents = next.documentsOf(change.ref().type());
            Document before = documents.stored(change.ref().id());
            Document after = change.after();
            if (after != null && before != null && after != before && after.version() == before.version()) {
                next = next.with(change.ref().type(), documents.markChecked(after));
            } else if (after != null && after != before) {
                next = next.with(change.ref().type(), documents.with(after));
            } else if (after == null && before != null) {
                next = next.with(change.ref().type(), documents.without(before));
            }
        }
        for (DocumentChange change : changes) {
            DocumentCollection documents = next.documentsOf(change.ref().type());
            Document after = documents.stored(change.ref().id());
            if (after != null) {
                documents.requireUnique(after);
            }
        }
        return next;
    }

    private static @Nullable Document canonical(Schema schema, Write write) {
        if (write instanceof Write.Insert insert) {
            return schema.document(write.type()).canonical(insert.document()).atVersion(1);
        } else if (write instanceof Write.Replace replace) {
            Document document = replace.document();
            return schema.document(write.type()).canonical(document).atVersion(document.version() + 1);
        }
        return null;
    }

    /** Returns another document of the same content. */
    private static @Nullable Document copyOf(@Nullable Document document) {
        return document == null ? null : document.atVersion(document.version());
    }

    private static long version(@Nullable Document document) {
        return document == null ? 0 : document.version();
    }

    private static LogEntry withoutPosition(LogEntry entry) {
        return LogEntry.of(entry.key(), entry.subjects(), entry.occurredAt(), entry.fields(), entry.body());
    }

    /** A document as the transaction leaves it; null if it is gone. */
    private record DocumentChange(DocumentKey ref, @Nullable Document after) {}
}
