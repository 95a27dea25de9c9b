package dev.clientele.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A real server in a process of its own, shared by all tests of a run; each folder stands for a schema on it. */
final class TestPostgresServer {

    private static final EmbeddedPostgres SERVER = start();
    private static final Map<Path, String> SCHEMAS = new ConcurrentHashMap<>();

    private TestPostgresServer() {}

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

    /** The URL of the schema that stands for this folder, made when it is first asked for. */
    static String url(Path folder) {
        String schema = SCHEMAS.computeIfAbsent(folder, each -> created("crm" + SCHEMAS.size()));
        return SERVER.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    private static String created(String schema) {
        try (Connection connection = DriverManager.getConnection(SERVER.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
            return schema;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
