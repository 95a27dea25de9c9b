package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2 leaves of a change of a table, as was seen after kills, put there by hand. */
class H2LeftoversTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void store() {
        try (Storage storage = open()) {
            storage.migration(SCHEMA).apply();
            Numbered.write(storage, 1);
        }
    }

    private Storage open() {
        return H2Storage.open(folder.resolve("crm"));
    }

    private void byHand(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(H2Storage.url(folder.resolve("crm")));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void assertWhole() throws Exception {
        try (Storage storage = open()) {
            storage.migration(SCHEMA).validate();
            assertThat(Numbered.stored(storage)).containsExactly(1);
            Numbered.write(storage, 2);
        }
        try (Connection connection = DriverManager.getConnection(H2Storage.url(folder.resolve("crm")));
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select table_name from information_schema.tables where table_name like"
                                + " '%COPY%' union select index_name from information_schema.indexes where index_name like '%COPY%'")) {
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void a_copy_beside_the_table_is_removed() throws Exception {
        byHand(
                "create table \"crm_account_COPY_3_0\" as select * from \"crm_account\"",
                "create unique index \"crm_account_COPY_3_0_crm_account$id\" on \"crm_account_COPY_3_0\" (\"tenant\", \"id\")");
        assertWhole();
    }

    @Test
    void a_copy_without_the_table_becomes_the_table() throws Exception {
        byHand(
                "alter table \"crm_account\" rename to \"crm_account_COPY_3_0\"",
                "alter index \"crm_account$id\" rename to \"crm_account_COPY_3_0_crm_account$id\"");
        assertWhole();
    }

    @Test
    void an_index_that_still_has_the_name_of_the_copy_gets_its_own() throws Exception {
        byHand("alter index \"crm_account$$by_name\" rename to \"crm_account_COPY_3_0_crm_account$$by_name\"");
        assertWhole();
    }
}
