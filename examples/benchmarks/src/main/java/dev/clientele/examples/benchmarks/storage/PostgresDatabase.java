package dev.clientele.examples.benchmarks.storage;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.jdbc.PostgresStorage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** The databases of a PostgreSQL server on this machine that lets the user {@code postgres} in without asking. */
public final class PostgresDatabase implements BenchmarkDatabase {

    private final int port;

    /** Of the server that listens here. */
    public PostgresDatabase(int port) {
        this.port = port;
    }

    @Override
    public String product() {
        try (Connection connection = admin();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show server_version")) {
            rows.next();
            return "PostgreSQL " + rows.getString(1) + ", pgjdbc "
                    + connection.getMetaData().getDriverVersion() + ", fsync and synchronous_commit on";
        } catch (SQLException e) {
            throw new IllegalStateException("the server doesn't answer", e);
        }
    }

    private Connection admin() throws SQLException {
        return DriverManager.getConnection(plainUrl("postgres"));
    }

    private String plainUrl(String name) {
        return "jdbc:postgresql://localhost:" + port + "/" + name + "?user=postgres";
    }

    private static String name(String contender) {
        return contender.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
    }

    @Override
    public void renew(String contender) {
        try (Connection connection = admin();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name(contender));
            statement.execute("create database " + name(contender) + " encoding 'UTF8' template template0");
        } catch (SQLException e) {
            throw new IllegalStateException("no new database for " + contender, e);
        }
    }

    @Override
    public Storage open(String contender) {
        return PostgresStorage.builder(plainUrl(name(contender))).open();
    }

    @Override
    public Connection connect(String contender) throws SQLException {
        return DriverManager.getConnection(url(contender));
    }

    /** Batches of single inserts become inserts of many rows, which is what makes them fast on this database. */
    public String url(String contender) {
        return plainUrl(name(contender)) + "&reWriteBatchedInserts=true";
    }

    @Override
    public void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    @Override
    public PlainDialect dialect(Connection connection, String log) throws SQLException {
        return new PostgresPlain(connection);
    }

    /** The server isn't ours. */
    @Override
    public void close() {}
}
