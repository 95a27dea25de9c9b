package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.account;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is quicker than usual comes to the same: single questions, and updates of what differs. */
class SqliteShortcutsTest {

    @TempDir
    Path folder;

    private SqliteStorage storage;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(folder.resolve("crm.db"));
        storage.migration(SCHEMA).apply();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private void write(Write... batch) {
        try (StorageSession session = storage.write(ACME)) {
            session.write(List.of(batch));
            session.commit();
        }
    }

    private Document stored(int number) {
        try (StorageSession session = storage.readAutoCommit(ACME)) {
            return session.find("account", id(number)).orElseThrow();
        }
    }

    private static Write.Replace replace(Document before, Map<String, Object> fields, String body) {
        return new Write.Replace(new Document("account", before.id(), before.version(), fields, body), before);
    }

    @Test
    void each_question_is_answered_from_what_is_committed_by_then() {
        try (StorageSession session = storage.readAutoCommit(ACME)) {
            assertThat(session.find("account", id(1))).isEmpty();
            write(new Write.Insert(account(1, Map.of("name", "Globex"))));
            assertThat(session.find("account", id(1))).isPresent();
        }
    }

    @Test
    void who_asks_does_not_write() {
        try (StorageSession session = storage.readAutoCommit(ACME)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> session.write(List.of(new Write.Insert(account(1, Map.of())))));
        }
    }

    @Test
    void pages_of_several_statements_can_be_asked_for() {
        write(
                new Write.Insert(account(1, Map.of("name", "Globex"))),
                new Write.Insert(account(2, Map.of())),
                new Write.Insert(account(3, Map.of("name", "Acme"))));
        Query byName = new Query("account", Criteria.always(), List.of(new Sort("name", SortDirection.ASCENDING)));

        try (StorageSession session = storage.readAutoCommit(ACME)) {
            assertThat(session.page(byName, PageRequest.first(10)).items())
                    .extracting(Document::id)
                    .containsExactly(id(3), id(1), id(2));
        }
    }

    @Test
    void what_changed_is_stored_and_what_is_gone_is_gone() {
        write(new Write.Insert(account(1, Map.of("name", "Globex", "employees", 7L))));
        Map<String, Object> fields = new TreeMap<>(Map.of("name", "Globex", "score", 0.5));

        write(replace(stored(1), fields, "{\"n\":2}"));

        assertThat(stored(1).fields()).isEqualTo(fields);
        assertThat(stored(1).body()).isEqualTo("{\"n\":2}");
        assertThat(stored(1).version()).isEqualTo(2);
    }

    @Test
    void a_replacement_by_the_same_is_one_version_further() {
        write(new Write.Insert(account(1, Map.of("name", "Globex"))));
        Document before = stored(1);

        write(replace(before, before.fields(), before.body()));

        assertThat(stored(1)).isEqualTo(before.atVersion(2));
    }

    @Test
    void two_documents_swap_a_key_and_a_third_one_of_the_batch_keeps_its_own() {
        write(
                new Write.Insert(account(1, Map.of("email", "a@x"))),
                new Write.Insert(account(2, Map.of("email", "b@x"))),
                new Write.Insert(account(3, Map.of("email", "c@x"))));

        write(
                replace(stored(1), Map.of("email", "b@x"), "{}"),
                replace(stored(2), Map.of("email", "a@x"), "{}"),
                replace(stored(3), Map.of("email", "c@x", "name", "Globex"), "{}"));

        assertThat(stored(1).fields()).isEqualTo(Map.of("email", "b@x"));
        assertThat(stored(2).fields()).isEqualTo(Map.of("email", "a@x"));
        assertThat(stored(3).fields()).isEqualTo(Map.of("email", "c@x", "name", "Globex"));
    }
}
