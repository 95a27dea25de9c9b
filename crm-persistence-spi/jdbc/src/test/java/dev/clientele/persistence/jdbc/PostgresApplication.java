package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.ForwardingStorage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A database guarded by row-level security, where one user owns the tables and applies migrations, and another, without the
 * right to change them, does everything else.
 */
final class PostgresApplication implements AutoCloseable {

    private final String url = PostgresServer.newPlace();
    private final String schema = PostgresServer.schema(url);
    private final String user = "app_" + schema;

    PostgresApplication() {
        run("create role " + user + " login password 'secret'");
        run("grant usage on schema " + schema + " to " + user);
        run("alter default privileges in schema " + schema + " grant select, insert, update, delete on tables to "
                + user);
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How the application connects. */
    String url() {
        return url.replaceAll("user=[^&]*", "user=" + user + "&password=secret");
    }

    /** How the owner of the tables connects. */
    String ownersUrl() {
        return url;
    }

    /** Applies a migration as the owner. */
    void apply(Schema schema) {
        try (Storage owner = PostgresStorage.builder(url)
                .connections(1, 1)
                .rowLevelSecurity()
                .open()) {
            owner.migration(schema).apply();
        }
    }

    /** The application's storage, whose migrations are planned and applied by the owner. */
    Storage open() {
        Storage application = PostgresStorage.builder(url())
                .connections(4, 8)
                .rowLevelSecurity()
                .open();
        return new ForwardingStorage(application) {
            @Override
            public Migration migration(Schema schema) {
                return new Both(schema, inner.migration(schema));
            }
        };
    }

    @Override
    public void close() {
        run("drop owned by " + user);
        run("drop role " + user);
        PostgresServer.drop(url);
    }

    /** A migration that the owner applies and the application then validates. */
    private final class Both implements Migration {

        private final Schema schema;
        private final Migration applications;

        Both(Schema schema, Migration applications) {
            this.schema = schema;
            this.applications = applications;
        }

        @Override
        public List<Step> steps() {
            return applications.steps();
        }

        @Override
        public void apply() {
            PostgresApplication.this.apply(schema);
            applications.validate();
        }

        @Override
        public void validate() {
            applications.validate();
        }
    }
}
