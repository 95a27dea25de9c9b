package dev.clientele.persistence.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real server in a process of its own, shared by all tests of a run; each fixture gets a database on it. Its programs come
 * from Maven Central, {@code -Dpostgres-server.version=14.22.0} on Maven's command line choosing the release.
 */
final class PostgresServer {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The URL of a new database, in a locale whose order is not that of code points where the machine has one. */
    static String newDatabase() {
        String name = "crm" + DATABASES.incrementAndGet();
        run("create database " + name + " template template0 encoding 'UTF8'");
        return SERVER.getJdbcUrl("postgres", name);
    }

    static void drop(String url) {
        String name = url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
        run("drop database " + name + " with (force)");
    }

    private static void run(String sql) {
        try (Connection connection = DriverManager.getConnection(SERVER.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
