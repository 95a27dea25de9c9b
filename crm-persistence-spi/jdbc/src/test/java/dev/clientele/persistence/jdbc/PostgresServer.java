package dev.clientele.persistence.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real server in a process of its own, shared by all tests of a run; each fixture gets a schema on it. Its programs come
 * from Maven Central, {@code -Dpostgres-server.version=14.22.0} on Maven's command line choosing the release.
 */
final class PostgresServer {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final Pattern SCHEMA = Pattern.compile("currentSchema=(\\w+)");

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("deadlock_timeout", "20ms") // races wait for it
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The URL of an empty schema, in a database whose locale has another order than that of code points where the machine has
     * one. Made in a fraction of the time that a database takes.
     */
    static String newPlace() {
        String name = "crm" + SCHEMAS.incrementAndGet();
        run("create schema " + name);
        return SERVER.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
    }

    static void drop(String url) {
        run("set lock_timeout = '30s'; drop schema " + schema(url) + " cascade");
    }

    /** The name of a place's schema. */
    static String schema(String url) {
        Matcher matcher = SCHEMA.matcher(url);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no place on this server");
        }
        return matcher.group(1);
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
