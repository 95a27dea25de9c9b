package dev.clientele.persistence.memory;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
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
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a transaction does to one tenant: the contents that it started from, and its own derived from them. */
final class Work {

    private final Tenant tenant;
    private final Contents base;
    private final Map<Ref, Long> expected = new LinkedHashMap<>();
    private final Map<String, List<Slot>> appended = new LinkedHashMap<>();
    private Contents own;

    Work(Tenant tenant) {
        this.tenant = tenant;
        this.base = tenant.contents();
        this.own = base;
    }

    TenantId tenant() {
        return tenant.id();
    }

    Contents contents() {
        return own;
    }

    /** Checks a batch against what this transaction sees and applies it, or throws and changes nothing. */
    void write(List<? extends Write> batch) {
        Schema schema = base.catalog().declared();
        Set<Ref> seen = new HashSet<>();
        for (Write write : batch) {
            schema.document(write.type());
            if (!seen.add(Ref.of(write))) {
                throw new IllegalArgumentException("a batch concerns " + write.type() + " " + write.id() + " twice");
            }
        }
        List<Changed> changes = new ArrayList<>(batch.size());
        List<UUID> stale = new ArrayList<>();
        for (Write write : batch) {
            Document after = canonical(schema, write);
            Document before = own.documentsOf(write.type()).stored(write.id());
            if (version(before) != expected(write)) {
                stale.add(write.id());
            }
            changes.add(new Changed(Ref.of(write), write instanceof Write.Check ? traced(before) : after));
        }
        if (!stale.isEmpty()) {
            throw new ConflictException(stale, null);
        }
        own = applied(own, changes);
        for (Changed change : changes) {
            expected.computeIfAbsent(
                    change.ref(), ref -> version(base.documentsOf(ref.type()).stored(ref.id())));
        }
    }

    /** Appends what the log doesn't have and gives the keys of the rest. */
    Set<String> append(String log, List<LogEntry> entries) {
        LogType type = base.catalog().declared().log(log);
        List<LogEntry> canonical = entries.stream().map(type::canonical).toList();
        Set<String> leftOut = new LinkedHashSet<>();
        Entries held = own.entriesOf(log);
        for (LogEntry entry : canonical) {
            if (held.has(entry.key())) {
                leftOut.add(entry.key());
            } else {
                Slot slot = new Slot(entry.position() == null ? entry : unplaced(entry));
                held = held.with(slot);
                appended.computeIfAbsent(log, name -> new ArrayList<>()).add(slot);
            }
        }
        own = own.with(log, held);
        return leftOut;
    }

    /**
     * The tenant's contents with this work done, on the condition that everything it was decided on still holds. Called
     * under the storage's lock; so is {@link #publish}.
     */
    @SuppressWarnings("ReferenceEquality") // the very same snapshot, not an equal one
    Contents prepare() {
        Contents current = tenant.contents();
        if (current == base) {
            return own;
        } else if (current.catalog() != base.catalog()) {
            throw new ConflictException(List.of(), null);
        }
        List<UUID> stale = new ArrayList<>();
        List<Changed> changes = new ArrayList<>();
        expected.forEach((ref, version) -> {
            Document now = current.documentsOf(ref.type()).stored(ref.id());
            if (version(now) != version) {
                stale.add(ref.id());
            }
            changes.add(new Changed(ref, own.documentsOf(ref.type()).stored(ref.id())));
        });
        if (!stale.isEmpty()) {
            throw new ConflictException(stale, null);
        }
        changes.forEach(change -> requireUnchecked(change, current));
        Contents next = applied(current, changes);
        for (Map.Entry<String, List<Slot>> log : appended.entrySet()) {
            Entries held = next.entriesOf(log.getKey());
            for (Slot slot : log.getValue()) {
                if (held.has(slot.entry().key())) {
                    throw new ConflictException(List.of(), null);
                }
                held = held.with(slot);
            }
            next = next.with(log.getKey(), held);
        }
        return next;
    }

    /** Refuses to change a document that a transaction has checked, and relied on, since this work began. */
    @SuppressWarnings("ReferenceEquality") // a check leaves an equal document in the place of the one it found
    private void requireUnchecked(Changed change, Contents current) {
        Ref ref = change.ref();
        Document before = base.documentsOf(ref.type()).stored(ref.id());
        boolean checked = before != current.documentsOf(ref.type()).stored(ref.id());
        if (checked && version(before) != version(change.after())) {
            throw new ConflictException(List.of(), null);
        }
    }

    void publish(Contents prepared, Supplier<Position> positions) {
        Contents next = prepared;
        for (Map.Entry<String, List<Slot>> log : appended.entrySet()) {
            Entries held = next.entriesOf(log.getKey());
            for (Slot slot : log.getValue()) {
                slot.settle(positions.get());
                held = held.settled(slot);
            }
            next = next.with(log.getKey(), held);
        }
        tenant.publish(next);
    }

    boolean isEmpty() {
        return expected.isEmpty() && appended.isEmpty();
    }

    /** A document of the same version as the stored one has the same content: it is there because of a check. */
    @SuppressWarnings("ReferenceEquality") // what no write concerned is the very same document
    private static Contents applied(Contents contents, List<Changed> changes) {
        Contents next = contents;
        for (Changed change : changes) {
            Documents documents = next.documentsOf(change.ref().type());
            Document before = documents.stored(change.ref().id());
            Document after = change.after();
            if (after != null && before != null && after != before && after.version() == before.version()) {
                next = next.with(change.ref().type(), documents.touched(after));
            } else if (after != null && after != before) {
                next = next.with(change.ref().type(), documents.with(after));
            } else if (after == null && before != null) {
                next = next.with(change.ref().type(), documents.without(before));
            }
        }
        for (Changed change : changes) {
            Documents documents = next.documentsOf(change.ref().type());
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

    private static long expected(Write write) {
        if (write instanceof Write.Insert) {
            return 0;
        } else if (write instanceof Write.Replace replace) {
            return replace.document().version();
        } else if (write instanceof Write.Delete delete) {
            return presentVersion(delete.version());
        }
        return presentVersion(((Write.Check) write).version());
    }

    /** A delete or check of version 0 never holds: a stored document is at 1 or more. */
    private static long presentVersion(long version) {
        return version == 0 ? -1 : version;
    }

    /** Another document of the same content. */
    private static @Nullable Document traced(@Nullable Document document) {
        return document == null ? null : document.atVersion(document.version());
    }

    private static long version(@Nullable Document document) {
        return document == null ? 0 : document.version();
    }

    private static LogEntry unplaced(LogEntry entry) {
        return LogEntry.of(entry.key(), entry.subjects(), entry.occurredAt(), entry.fields(), entry.body());
    }

    private record Ref(String type, UUID id) {
        static Ref of(Write write) {
            return new Ref(write.type(), write.id());
        }
    }

    /** How a document ends up; null if it is gone. */
    private record Changed(Ref ref, @Nullable Document after) {}
}
