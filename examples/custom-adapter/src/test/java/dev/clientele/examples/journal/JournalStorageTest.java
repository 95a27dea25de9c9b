package dev.clientele.examples.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kit leaves to the adapter. */
class JournalStorageTest {

    private static final DeclaredField NAME = DeclaredField.text("name", 10);
    private static final DeclaredField COLOR = DeclaredField.text("color", 10);
    private static final UUID ID = new UUID(0, 1);

    @TempDir
    private Path folder;

    @Test
    void a_folder_that_is_not_there_is_unavailable() {
        assertThatExceptionOfType(StorageUnavailableException.class)
                .isThrownBy(() -> JournalStorage.open(folder.resolve("nowhere/crm.journal")));
    }

    @Test
    void a_link_to_a_journal_is_the_journal() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("crm.journal"));
        try (Storage one = Notes.open(folder.resolve("crm.journal"));
                Storage other = Notes.open(link)) {
            Notes.add(one, 1, "by name");
            Notes.add(other, 2, "by link");
            assertThat(Notes.bodies(one)).containsExactly("by name", "by link");
        }
    }

    @Test
    void a_writer_waits_no_longer_than_it_was_told() {
        try (Storage storage = JournalStorage.open(folder.resolve("crm.journal"), Duration.ofMillis(1))) {
            storage.migration(Notes.SCHEMA).apply();
            try (StorageSession first = storage.write(Notes.TENANT)) {
                Notes.write(first, 1, "first");
                assertThatExceptionOfType(StorageUnavailableException.class)
                        .isThrownBy(() -> storage.write(Notes.TENANT))
                        .matches(StorageUnavailableException::retryable);
                first.commit();
                storage.write(Notes.TENANT).close();
            }
        }
    }

    @Test
    void closing_a_storage_passes_on_the_turn_of_its_writer() {
        Path file = folder.resolve("crm.journal");
        try (Storage other = Notes.open(file)) {
            Storage storage = Notes.open(file);
            StorageSession forgotten = storage.write(Notes.TENANT);
            Notes.write(forgotten, 1, "forgotten");
            storage.close();

            Notes.add(other, 1, "next");
            assertThatIllegalStateException().isThrownBy(forgotten::commit);
            assertThat(Notes.bodies(other)).containsExactly("next");
        }
    }

    @Test
    void an_interrupted_thread_commits_and_leaves_the_journal_usable() {
        try (Storage storage = Notes.open(folder.resolve("crm.journal"))) {
            try (StorageSession session = storage.write(Notes.TENANT)) {
                Notes.write(session, 1, "interrupted");
                Thread.currentThread().interrupt();
                session.commit();
                assertThatExceptionOfType(StorageUnavailableException.class)
                        .as("waiting is what an interrupt is to end")
                        .isThrownBy(() -> storage.write(Notes.TENANT));
                assertThat(Thread.interrupted()).isTrue();
            }
            Notes.add(storage, 2, "after");
            assertThat(Notes.bodies(storage)).containsExactly("interrupted", "after");
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void an_entry_has_no_position_before_it_is_committed_even_for_its_writer() {
        try (Storage storage = Notes.open(folder.resolve("crm.journal"));
                StorageSession session = storage.write(Notes.TENANT)) {
            Notes.write(session, 1, "new");
            List<LogEntry> entries =
                    session.page(LogQuery.all("event"), PageRequest.first(1)).items();
            assertThat(entries).extracting(LogEntry::position).containsOnlyNulls();
        }
    }

    @Test
    void a_scan_ends_with_its_session() {
        try (Storage storage = Notes.open(folder.resolve("crm.journal"))) {
            Notes.add(storage, 1, "one");
            StorageSession session = storage.read(Notes.TENANT);
            try (Stream<Document> rows = session.scan(Query.all("note"))) {
                var row = rows.iterator();
                session.close();
                assertThatIllegalStateException().isThrownBy(row::next);
            }
        }
    }

    @Test
    void a_replacement_leaves_what_its_schema_does_not_declare() {
        Schema wide = schema(List.of(NAME, COLOR));
        try (Storage storage = JournalStorage.open(folder.resolve("crm.journal"))) {
            write(storage, wide, new Write.Insert(thing(0, Map.of("name", "a", "color", "red"))));
            write(storage, schema(List.of(NAME)), new Write.Replace(thing(1, Map.of("name", "b"))));

            assertThat(found(storage, schema(List.of(NAME))).fields()).isEqualTo(Map.of("name", "b"));
            assertThat(found(storage, wide).fields()).isEqualTo(Map.of("name", "b", "color", "red"));
        }
    }

    @Test
    void a_journal_written_before_fields_could_be_computed_opens() throws IOException {
        Path file = folder.resolve("crm.journal");
        byte[] changes = """
                {"schema/type/thing":"document","schema/field/thing/name":["dev.clientele.persistence.DeclaredField",\
                {"name":"name","type":"TEXT","limit":10,"scale":0}]}""".getBytes(StandardCharsets.UTF_8);
        JournalFile journal = new JournalFile(file, content -> {});
        journal.append(changes);
        journal.close();

        try (Storage storage = JournalStorage.open(file)) {
            assertThat(storage.migration(schema(List.of(NAME))).steps()).isEmpty();
        }
    }

    @Test
    void a_key_that_is_no_longer_declared_binds_no_longer_and_binds_again_once_it_is() {
        Schema keyed = schema(List.of(NAME), UniqueKey.of("name", "name"));
        Schema free = schema(List.of(NAME));
        Write second = new Write.Insert(new Document("thing", new UUID(0, 2), 0, Map.of("name", "a"), ""));
        try (Storage storage = JournalStorage.open(folder.resolve("crm.journal"))) {
            write(storage, keyed, new Write.Insert(thing(0, Map.of("name", "a"))));
            assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> write(storage, keyed, second));
            write(storage, free, second);
            write(storage, free, new Write.Delete("thing", new UUID(0, 2), 1));
            assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> write(storage, keyed, second));
        }
    }

    @Test
    void more_groups_than_allowed_are_unsupported() {
        List<Write> many = new ArrayList<>();
        for (int i = 0; i <= Aggregation.MAX_GROUPS; i++) {
            many.add(new Write.Insert(new Document("thing", new UUID(1, i), 0, Map.of("name", "n" + i), "")));
        }
        Aggregation byName = new Aggregation("thing", Criteria.always(), List.of("name"), List.of(Measure.count()));
        try (Storage storage = JournalStorage.open(folder.resolve("crm.journal"))) {
            write(storage, schema(List.of(NAME)), many.toArray(Write[]::new));
            try (StorageSession session = storage.read(Notes.TENANT)) {
                assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> session.aggregate(byName));
            }
        }
    }

    private static Schema schema(List<DeclaredField> fields, UniqueKey... keys) {
        return new Schema(List.of(new DocumentType("thing", fields, List.of(keys), List.of())), List.of());
    }

    private static Document thing(long version, Map<String, Object> fields) {
        return new Document("thing", ID, version, fields, "");
    }

    private static void write(Storage storage, Schema schema, Write... batch) {
        storage.migration(schema).apply();
        try (StorageSession session = storage.write(Notes.TENANT)) {
            session.write(List.of(batch));
            session.commit();
        }
    }

    private static Document found(Storage storage, Schema schema) {
        storage.migration(schema).apply();
        try (StorageSession session = storage.read(Notes.TENANT)) {
            return session.find("thing", ID).orElseThrow();
        }
    }
}
