package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.CommitOutcomeUnknownException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.CorruptDataException;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.UnsupportedException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server's refusals are called. */
@Timeout(60)
class PostgresErrorsTest {

    private final String url = PostgresServer.newPlace();

    @AfterEach
    void drop() {
        PostgresServer.drop(url);
    }

    @ParameterizedTest
    @CsvSource({
        "57014, unavailable", "25P02, unavailable", "25P03, unavailable", "25P04, unavailable", "57P05, unavailable",
        "57P01, unavailable", "55P03, unavailable", "53300, unavailable", "53100, unavailable", "55006, unavailable",
        "28P01, unavailable", "3D000, unavailable", "08006, unavailable", "58030, unavailable", "26000, unavailable",
        "72000, unavailable", "40001, conflict", "40P01, conflict", "40002, conflict", "23505, conflict",
        "0A000, unsupported", "25006, unsupported", "42501, unsupported", "54000, unsupported", "XX001, corrupt",
        "XX002, corrupt", "22003, corrupt", ", unavailable"
    })
    void a_state_has_a_name(String state, String name) {
        assertThat(nameOf(PostgresErrors.translate(new SQLException("refused", state), false)))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "08006, unknown",
        "57P01, unknown",
        "58030, unknown",
        ", unknown",
        "25P03, unavailable",
        "25P04, unavailable",
        "57014, unavailable",
        "40001, conflict"
    })
    void a_state_during_commit_has_a_name(String state, String name) {
        assertThat(nameOf(PostgresErrors.translate(new SQLException("refused", state), true)))
                .isEqualTo(name);
    }

    private static String nameOf(StorageException error) {
        if (error instanceof StorageUnavailableException) {
            return "unavailable";
        } else if (error instanceof ConflictException) {
            return "conflict";
        } else if (error instanceof UnsupportedException) {
            return "unsupported";
        } else if (error instanceof CommitOutcomeUnknownException) {
            return "unknown";
        }
        assertThat(error).isInstanceOf(CorruptDataException.class);
        return "corrupt";
    }

    @ParameterizedTest
    @CsvSource({"idle_in_transaction_session_timeout", "transaction_timeout"})
    void a_session_that_the_server_ended_is_unavailable_and_the_next_goes_well(String setting) throws Exception {
        try (Storage storage = PostgresStorage.builder(url).open()) {
            storage.migration(SCHEMA).apply();
        }
        String tagged = url + "&ApplicationName=" + setting;
        try (Storage storage = PostgresStorage.builder(tagged + "&options=-c%20" + setting + "=1500")
                .open()) {
            storage.migration(SCHEMA).validate();
            try (StorageSession session = storage.write(ACME)) {
                assertThat(session.find("account", id(1))).isEmpty();
                awaitEnd(setting);
                assertThatThrownBy(() -> session.find("account", id(1)))
                        .isInstanceOf(StorageUnavailableException.class);
            }
            try (StorageSession session = storage.write(ACME)) {
                Opened.insert(session, 1);
                session.commit();
            }
        }
    }

    /** Waits until the server has ended every transaction of such an application. */
    private void awaitEnd(String application) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            boolean there = true;
            while (there) {
                try (ResultSet rows = statement.executeQuery(
                        "select 1 from pg_sleep(0.05), pg_stat_activity where state like 'idle in transaction%'"
                                + " and application_name = '" + application + "'")) {
                    there = rows.next();
                }
            }
        }
    }

    @Test
    void a_server_that_stops_answering_is_given_up() throws Exception {
        URI server = URI.create(url.substring("jdbc:".length()));
        try (StallingProxy proxy = new StallingProxy(server.getPort());
                Storage storage = PostgresStorage.builder(url.replace(":" + server.getPort(), ":" + proxy.port()))
                        .maxWait(Duration.ofMillis(250))
                        .maxSilence(Duration.ofSeconds(1))
                        .open()) {
            storage.migration(SCHEMA).apply();
            try (StorageSession session = storage.write(ACME);
                    StorageSession committing = storage.write(ACME)) {
                assertThat(session.find("account", id(1))).isEmpty();
                Opened.insert(committing, 2);
                proxy.cut();
                assertThatThrownBy(() -> session.find("account", id(1)))
                        .isInstanceOf(StorageUnavailableException.class);
                assertThatThrownBy(committing::commit).isInstanceOf(CommitOutcomeUnknownException.class);
            }
            assertThatThrownBy(() -> storage.write(ACME)).isInstanceOf(StorageUnavailableException.class);
            assertThatThrownBy(() -> storage.read(ACME).find("account", id(1)))
                    .isInstanceOf(StorageUnavailableException.class);
        }
    }
}
