package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.Write;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file as others see it: copies of it, and what reporting tools read. */
class SqliteBackupTest {

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

    @Test
    void a_copy_holds_what_was_committed_while_a_writer_is_at_work() {
        try (StorageSession first = storage.write(ACME)) {
            first.write(List.of(new Write.Insert(account(1, Map.of()))));
            first.commit();
        }
        Path copy = folder.resolve("it's a copy.db");
        try (StorageSession second = storage.write(ACME)) {
            second.write(List.of(new Write.Insert(account(2, Map.of()))));
            storage.backUp(copy);
            second.commit();
        }
        try (Storage restored = SqliteStorage.open(copy)) {
            restored.migration(SCHEMA).validate();
            try (StorageSession session = restored.read(ACME)) {
                assertThat(session.find("account", Samples.id(1))).isPresent();
                assertThat(session.find("account", Samples.id(2))).isEmpty();
            }
        }
    }

    @Test
    void a_copy_never_replaces_a_file() throws Exception {
        Path there = Files.createFile(folder.resolve("there.db"));
        assertThatThrownBy(() -> storage.backUp(there)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.backUp(folder.resolve("nowhere/copy.db")))
                .isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void a_view_shows_decimals_unscaled() throws Exception {
        try (StorageSession session = storage.write(ACME)) {
            session.write(
                    List.of(new Write.Insert(account(1, Map.of("revenue", new BigDecimal("-12.30"), "name", "A")))));
            session.commit();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crm.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select revenue, name from \"crm_account$readable\"")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("-12.3");
            assertThat(rows.getString(2)).isEqualTo("A");
        }
    }
}
