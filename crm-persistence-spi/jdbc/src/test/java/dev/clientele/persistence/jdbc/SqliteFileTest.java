package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are opened, which are created, and whether what is in them holds together. */
class SqliteFileTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("crm.db");
    }

    private void createOurs() {
        try (SqliteStorage storage = SqliteStorage.open(file())) {
            storage.migration(SCHEMA).apply();
            try (StorageSession session = storage.write(ACME)) {
                for (int number = 1; number <= 500; number++) {
                    Opened.insert(session, number);
                }
                session.commit();
            }
        }
    }

    private void createAnothers() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders (number integer primary key)");
        }
    }

    @Test
    void a_file_that_is_to_be_there_and_is_not_is_not_created() {
        assertThatThrownBy(() -> SqliteStorage.builder(file()).openExisting().open())
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_of_ours_is_opened_also_before_it_has_a_schema() {
        SqliteStorage.open(file()).close();
        SqliteStorage.builder(file()).openExisting().open().close();
        createOurs();
        try (SqliteStorage storage =
                SqliteStorage.builder(file()).openExisting().open()) {
            storage.migration(SCHEMA).validate();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.new-*");
    }

    @Test
    void an_empty_file_is_refused_and_stays_as_it_is() throws Exception {
        Files.createFile(file());
        assertThatThrownBy(() -> SqliteStorage.open(file()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> SqliteStorage.builder(file()).openExisting().open())
                .isInstanceOf(SchemaException.class);
        assertThat(file()).isEmptyFile();
    }

    @Test
    void another_applications_database_is_refused_and_stays_as_it_is() throws Exception {
        createAnothers();
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> SqliteStorage.open(file()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("another application");
        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void who_asks_for_it_has_our_tables_beside_his_own_and_in_an_empty_file() throws Exception {
        createAnothers();
        try (SqliteStorage storage =
                SqliteStorage.builder(file()).createAnywhere().open()) {
            storage.migration(SCHEMA).apply();
        }
        SqliteStorage.open(file()).close();
        Path empty = Files.createFile(folder.resolve("empty.db"));
        SqliteStorage.builder(empty).createAnywhere().open().close();
        SqliteStorage.open(empty).close();
    }

    @Test
    void a_copy_of_ours_is_ours() {
        try (SqliteStorage storage = SqliteStorage.open(file())) {
            storage.backUp(folder.resolve("copy.db"));
        }
        SqliteStorage.builder(folder.resolve("copy.db")).openExisting().open().close();
    }

    @Test
    void the_check_finds_nothing_in_a_sound_file() {
        createOurs();
        try (SqliteStorage storage = SqliteStorage.open(file())) {
            assertThat(storage.checkIntegrity()).isEmpty();
        }
    }

    @Test
    void the_check_finds_a_damaged_page() throws Exception {
        createOurs();
        int page = rootPage("crm_account");
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[512]), (page - 1) * 4096L);
        }
        try (SqliteStorage storage = SqliteStorage.open(file())) {
            assertThat(storage.checkIntegrity()).isNotEmpty();
        }
    }

    private int rootPage(String table) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select rootpage from sqlite_schema where name = '" + table + "'")) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }
}
