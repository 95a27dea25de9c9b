package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.GLOBEX;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.account;
import static dev.clientele.persistence.jdbc.Samples.entry;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that connects as a user without the right to create tables, behind row-level security. */
class PostgresRightsTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final PostgresApplication guarded = new PostgresApplication();

    @BeforeEach
    void apply_as_owner() {
        guarded.apply(SCHEMA);
    }

    @AfterEach
    void drop() {
        guarded.close();
    }

    private Storage application() {
        return PostgresStorage.builder(guarded.url()).rowLevelSecurity().open();
    }

    private static void store(Storage storage, TenantId tenant) {
        try (StorageSession session = storage.write(tenant)) {
            session.write(List.of(new Write.Insert(account(1, Map.of("email", "a@example.org")))));
            session.append("interaction", List.of(entry("k", NOON, id(1))));
            session.commit();
        }
    }

    @Test
    void an_application_without_the_right_to_create_can_validate_but_not_apply() {
        try (PostgresApplication empty = new PostgresApplication();
                Storage application =
                        PostgresStorage.builder(empty.url()).rowLevelSecurity().open()) {
            assertThat(application.migration(SCHEMA).steps()).isNotEmpty();
            assertThatThrownBy(() -> application.migration(SCHEMA).validate()).isInstanceOf(SchemaException.class);
            assertThatThrownBy(() -> application.migration(SCHEMA).apply())
                    .isInstanceOf(UnsupportedException.class)
                    .hasMessageContaining("rights");
            empty.apply(SCHEMA);
            application.migration(SCHEMA).validate();
            store(application, ACME);
        }
    }

    @Test
    void a_statement_that_names_no_tenant_sees_no_row() throws SQLException {
        try (Storage application = application()) {
            application.migration(SCHEMA).validate();
            store(application, ACME);
        }
        try (Connection connection = DriverManager.getConnection(guarded.url());
                Statement statement = connection.createStatement()) {
            for (String table : List.of("crm_account", "crm_interaction", "\"crm_interaction$subjects\"")) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    assertThat(rows.getInt(1)).isZero();
                }
            }
        }
    }

    @Test
    void a_scan_goes_on_for_its_tenant_while_another_works_in_the_same_host_transaction() throws SQLException {
        try (Storage application = application();
                Connection host = DriverManager.getConnection(guarded.url())) {
            application.migration(SCHEMA).validate();
            store(application, GLOBEX);
            try (StorageSession session = application.write(ACME)) {
                session.write(IntStream.rangeClosed(1, 2000)
                        .mapToObj(number -> new Write.Insert(account(number, Map.of())))
                        .toList());
                session.commit();
            }
            host.setAutoCommit(false);
            JdbcTransaction transaction = JdbcTransaction.of(host);
            try (StorageSession session = application.join(ACME, transaction);
                    StorageSession other = application.join(GLOBEX, transaction);
                    Stream<Document> accounts = session.scan(Query.all("account"))) {
                long seen =
                        accounts.peek(account -> other.find("account", id(1))).count();
                assertThat(seen).isEqualTo(2000);
            }
            host.rollback();
        }
    }

    @Test
    void a_guarded_database_is_not_opened_unguarded() {
        try (Storage unguarded = PostgresStorage.builder(guarded.url()).open()) {
            assertThatThrownBy(() -> unguarded.migration(SCHEMA))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("row-level security");
        }
    }
}
