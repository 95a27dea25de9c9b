package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a transaction writes. */
final class KeyValueWriter {

    private final Map<String, List<String>> appended = new LinkedHashMap<>();
    private final Map<String, Object> toRemember = new LinkedHashMap<>();
    private final KeyValueSession session;
    private final Set<Fault> faults;

    KeyValueWriter(KeyValueSession session) {
        this.session = session;
        this.faults = session.database.faults;
    }

    boolean write(List<? extends Write> batch) {
        Set<DocumentKey> once = new HashSet<>();
        for (Write write : batch) {
            session.schema.document(write.type());
            if (!once.add(DocumentKey.of(write))) {
                throw new IllegalArgumentException("a batch has two writes of one document");
            }
        }
        List<DocumentKey> stale = new ArrayList<>();
        Map<DocumentKey, @Nullable Document> after = new LinkedHashMap<>();
        Map<DocumentKey, Document> said = new HashMap<>();
        for (Write write : batch) {
            DocumentKey key = DocumentKey.of(write);
            Document held = find(key);
            DocumentType type = session.schema.document(write.type());
            if (write instanceof Write.Insert insert) {
                Document inserted = type.canonical(insert.document()).atVersion(1);
                after.put(key, inserted(insert.document(), inserted, key));
            } else if (write instanceof Write.Replace replace) {
                after.put(key, held == null ? null : replaced(type, held, type.canonical(replace.document())));
                if (replace.before() != null) {
                    said.put(key, replace.before());
                }
            } else if (write instanceof Write.Delete) {
                after.put(key, null);
            }
            if (!write.holdsAt(version(key, held))) {
                stale.add(key);
            }
        }
        if (!stale.isEmpty()) {
            throw new ConflictException(stale, null);
        }
        String tenant = session.tenant().value();
        requireFreeAsRemembered(after);
        after.forEach((key, document) -> {
            Document held = find(key);
            if (document == null && held != null && has(Fault.DELETING_KEEPS_COMPUTED)) {
                session.rows.put(Rows.path("kept", key.type(), tenant, key.id()), held);
            }
            remember(key, document == null ? 0 : document.version());
            if (has(Fault.COUNTS_ROLLED_BACK)) {
                String path = Rows.path("count", key.type(), tenant);
                long before = session.database.remembered.get(path) instanceof Long count ? count : 0;
                session.database.remembered.put(path, before + (document == null ? 0 : 1) - (held == null ? 0 : 1));
            }
        });
        new DocumentRows(session.rows, faults).putAll(tenant, after, said);
        return true;
    }

    private Document inserted(Document given, Document canonical, DocumentKey key) {
        Map<String, Object> fields = new TreeMap<>(canonical.fields());
        if (has(Fault.INSERTING_STORES_COMPUTED)) {
            fields.putAll(given.fields());
        }
        if (session.rows.get(Rows.path("kept", key.type(), session.tenant(), key.id())) instanceof Document old) {
            session.schema.document(key.type()).computedFields().stream()
                    .filter(old.fields()::containsKey)
                    .forEach(field -> fields.put(field, Objects.requireNonNull(old.read(field))));
        }
        return with(canonical, 1, fields);
    }

    private Document replaced(DocumentType type, Document held, Document by) {
        if (has(Fault.REPLACING_DROPS_UNDECLARED)) {
            Map<String, Object> values = new TreeMap<>(by.fields());
            type.computedFields().stream()
                    .filter(held.fields()::containsKey)
                    .forEach(field -> values.put(field, Objects.requireNonNull(held.read(field))));
            return with(by, held.version() + 1, values);
        }
        List<String> written = type.fields().stream()
                .filter(field -> !field.computed() || has(Fault.REPLACING_WIPES_COMPUTED))
                .map(DeclaredField::name)
                .toList();
        return with(by, held.version() + 1, View.merged(held.fields(), written, by.fields()));
    }

    private static Document with(Document document, long version, Map<String, Object> fields) {
        return new Document(document.type(), document.id(), version, fields, document.body());
    }

    private @Nullable Document find(DocumentKey key) {
        return new DocumentRows(session.rows, faults).find(session.tenant().value(), key.type(), key.id());
    }

    private long version(DocumentKey key, @Nullable Document held) {
        Object remembered = session.storage.seen.get(session.tenant() + " " + key);
        return remembered instanceof Long version ? version : held == null ? 0 : held.version();
    }

    private void remember(DocumentKey key, long version) {
        if (has(Fault.VERSIONS_ROLLED_BACK)) {
            session.storage.seen.put(session.tenant() + " " + key, version);
        } else if (has(Fault.VERSIONS_REMEMBERED)) {
            toRemember.put(session.tenant() + " " + key, version);
        }
    }

    private void requireFreeAsRemembered(Map<DocumentKey, @Nullable Document> after) {
        if (has(Fault.UNIQUE_KEYS_REMEMBERED)) {
            after.values().stream().filter(Objects::nonNull).forEach(document -> {
                Object email = document.read("email");
                Object owner = email == null ? null : session.storage.seen.get(session.tenant() + " email " + email);
                if (owner != null && !owner.equals(document.id())) {
                    throw new DuplicateKeyException(document.type(), "email", null);
                }
                if (email != null) {
                    toRemember.put(session.tenant() + " email " + email, document.id());
                }
            });
        }
    }

    Set<UUID> compute(String name, Set<String> fields, List<ComputedValues> values) {
        DocumentType type = session.schema.document(name);
        requireDistinct(values.stream().map(ComputedValues::id));
        fields.forEach(field -> type.canonical(Set.of(field), new ComputedValues(new UUID(0, 0), Map.of())));
        List<ComputedValues> canonical =
                values.stream().map(row -> type.canonical(fields, row)).toList();
        Set<UUID> missing = new HashSet<>();
        for (ComputedValues row : canonical) {
            Document held = find(new DocumentKey(name, row.id()));
            if (held != null) {
                Set<String> replaced = has(Fault.COMPUTING_KEEPS_WHAT_IS_MISSING)
                        ? row.fields().keySet()
                        : fields;
                long version = has(Fault.COMPUTING_MOVES_VERSION) ? held.version() + 1 : held.version();
                Document after = with(held, version, View.merged(held.fields(), replaced, row.fields()));
                new DocumentRows(session.rows, faults).compute(session.tenant().value(), held, after);
            } else if (!has(Fault.COMPUTING_REPORTS_NOTHING)) {
                missing.add(row.id());
            }
        }
        return missing;
    }

    Set<String> append(String log, List<LogEntry> entries) {
        LogType type = session.schema.log(log);
        LogRows rows = session.log(session.rows, log);
        Set<String> known = new LinkedHashSet<>();
        for (LogEntry entry : entries.stream().map(type::canonical).toList()) {
            if (isTaken(rows, log, entry.key())) {
                known.add(entry.key());
            } else {
                rows.add(LogEntry.of(entry.key(), entry.subjects(), entry.occurredAt(), entry.fields(), entry.body()));
                appended.computeIfAbsent(log, name -> new ArrayList<>()).add(entry.key());
                if (has(Fault.LOG_KEYS_ROLLED_BACK)) {
                    session.storage.seen.put(session.tenant() + " " + log + " " + entry.key(), true);
                }
            }
        }
        return known;
    }

    /** Tells whether a key is taken; by the keys that this storage has seen when it was first asked, if a fault wants that. */
    private boolean isTaken(LogRows rows, String log, String key) {
        if (has(Fault.LOG_KEYS_REMEMBERED)) {
            @SuppressWarnings("unchecked") // nothing else is put there
            Set<String> keys = (Set<String>) session.storage.seen.computeIfAbsent(
                    "keys of " + log + " of " + session.tenant(),
                    name -> rows.all().map(LogEntry::key).collect(Collectors.toSet()));
            return !keys.add(key);
        }
        return rows.isTaken(key) || session.storage.seen.containsKey(session.tenant() + " " + log + " " + key);
    }

    int prune(Pruning pruning) {
        Pruning checked = session.schema.check(pruning);
        LogRows rows = session.log(session.rows, pruning.log());
        View view = new View(session.schema.log(pruning.log()).fields(), true);
        Position upTo = pruning.upTo();
        int edge = has(Fault.PRUNES_BEFORE_THE_POSITION) ? -1 : 0;
        Stream<LogEntry> inOrder = has(Fault.PRUNES_BY_TIME)
                ? rows.all()
                        .filter(entry -> entry.position() != null)
                        .sorted(Comparator.comparing(LogEntry::occurredAt))
                : rows.after(Position.START);
        List<LogEntry> found = inOrder.filter(entry -> upTo == null
                        || has(Fault.PRUNES_BEYOND_THE_POSITION)
                        || Objects.requireNonNull(entry.position()).compareTo(upTo) <= edge)
                .filter(entry -> has(Fault.PRUNES_WHATEVER) || checked.where().test(view.of(entry)))
                .limit(has(Fault.PRUNES_WITHOUT_LIMIT) ? Long.MAX_VALUE : checked.limit())
                .filter(entry -> rows.find(entry.key()) != null)
                .toList();
        found.forEach(rows::prune);
        return found.size();
    }

    Set<String> redact(String log, List<Redaction> redactions) {
        LogType type = session.schema.log(log);
        if (!has(Fault.REDACTS_BEFORE_IT_CHECKS)) {
            requireDistinct(redactions.stream().map(Redaction::key));
        }
        Set<String> missing = new HashSet<>();
        for (Redaction redaction : redactions.stream().map(type::canonical).toList()) {
            LogEntry held = session.log(session.rows, log).find(redaction.key());
            if (held != null) {
                redact(type, held, redaction);
            } else if (!has(Fault.REDACTING_REPORTS_NOTHING)) {
                missing.add(redaction.key());
            }
        }
        requireDistinct(redactions.stream().map(Redaction::key));
        return missing;
    }

    private void redact(LogType type, LogEntry held, Redaction by) {
        List<String> names = has(Fault.REDACTION_KEEPS_OTHER_FIELDS)
                ? List.of()
                : type.fields().stream().map(DeclaredField::name).toList();
        LogRows rows = session.log(session.rows, type.name());
        rows.redact(
                held,
                new LogEntry(
                        held.key(),
                        held.subjects(),
                        has(Fault.REDACTION_CHANGES_TIME) ? held.occurredAt().plusSeconds(60) : held.occurredAt(),
                        View.merged(held.fields(), names, by.fields()),
                        has(Fault.REDACTION_KEEPS_BODY) ? held.body() : by.body(),
                        held.position()));
        if (has(Fault.REDACTION_CHANGES_POSITION) && held.position() != null) {
            rows.move(held.key());
        }
    }

    /** Gives what was appended its positions, and remembers what is to be. */
    void finish() {
        appended.forEach((log, keys) -> {
            LogRows rows = session.log(session.rows, log);
            Stream<String> inOrder =
                    has(Fault.POSITIONS_IN_ORDER_OF_KEYS) ? keys.stream().sorted() : keys.stream();
            inOrder.forEach(rows::assignPosition);
        });
        session.storage.seen.putAll(toRemember);
    }

    private boolean has(Fault fault) {
        return faults.contains(fault);
    }

    private static void requireDistinct(Stream<?> names) {
        if (!names.allMatch(new HashSet<>()::add)) {
            throw new IllegalArgumentException("one is named twice");
        }
    }
}
