package dev.clientele.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statements that a connection keeps. */
class JdbcConnectionTest {

    private JdbcConnection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = new JdbcConnection(DriverManager.getConnection("jdbc:sqlite::memory:"));
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.connection().close();
    }

    @Test
    void a_statement_is_prepared_once() throws SQLException {
        PreparedStatement first = connection.prepare("select 1");
        connection.prepare("select 2");

        assertThat(connection.prepare("select 1")).isSameAs(first);
    }

    @Test
    void the_statement_that_was_used_least_recently_makes_room() throws SQLException {
        PreparedStatement used = connection.prepare("select 1");
        PreparedStatement unused = connection.prepare("select 2");
        for (int i = 3; i <= 201; i++) {
            connection.prepare("select 1");
            connection.prepare("select " + i);
        }

        assertThat(unused.isClosed()).isTrue();
        assertThat(used.isClosed()).isFalse();
    }

    @Test
    void long_statements_make_fewer_fit() throws SQLException {
        PreparedStatement first = connection.prepare("select 1");
        for (int i = 2; i <= 4; i++) {
            connection.prepare("select " + i + " " + " ".repeat(300_000));
        }

        assertThat(first.isClosed()).isTrue();
        assertThat(connection.isBroken()).isFalse();
    }

    @Test
    void a_statement_that_takes_all_the_room_can_still_be_used() throws SQLException {
        PreparedStatement huge = connection.prepare("select 1 " + " ".repeat(900_000));

        try (ResultSet rows = huge.executeQuery()) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void a_statement_that_is_not_in_use_holds_no_values() throws SQLException {
        connection.prepare("select ?").setString(1, "a body of a megabyte");
        connection.prepare("select 2");

        try (ResultSet rows = connection.prepare("select ?").executeQuery()) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isNull();
        }
    }
}
