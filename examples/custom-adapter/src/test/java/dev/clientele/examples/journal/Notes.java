package dev.clientele.examples.journal;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Numbered transactions on a journal, each of a note and a log entry. */
final class Notes {

    static final TenantId TENANT = TenantId.of("acme");

    static final Schema SCHEMA = new Schema(
            List.of(new DocumentType(
                    "note",
                    List.of(DeclaredField.text("title", 50)),
                    List.of(UniqueKey.of("title", "title")),
                    List.of())),
            List.of(new LogType("event", List.of(), List.of())));

    private Notes() {}

    static Storage open(Path file) {
        Storage storage = JournalStorage.open(file);
        try {
            storage.migration(SCHEMA).apply();
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
        return storage;
    }

    static void add(Storage storage, int number, String body) {
        try (StorageSession session = storage.write(TENANT)) {
            write(session, number, body);
            session.commit();
        }
    }

    static void write(StorageSession session, int number, String body) {
        UUID id = new UUID(0, number);
        session.write(List.of(new Write.Insert(new Document("note", id, 0, Map.of("title", "title " + number), body))));
        session.append("event", List.of(LogEntry.of("key " + number, Set.of(id), Instant.EPOCH, Map.of(), body)));
    }

    /** The bodies of the notes in the order of their numbers, if the entries are the same. */
    static List<String> bodies(Storage storage) {
        try (StorageSession session = storage.read(TENANT);
                Stream<Document> notes = session.scan(Query.all("note"))) {
            List<String> bodies = notes.map(Document::body).toList();
            List<LogEntry> events = session.follow("event", Position.START, 10_000);
            if (!bodies.equals(events.stream().map(LogEntry::body).toList())) {
                throw new AssertionError(bodies.size() + " notes, and other entries: " + events);
            }
            return bodies;
        }
    }

    static List<String> bodies(Path file) {
        try (Storage storage = open(file)) {
            return bodies(storage);
        }
    }
}
