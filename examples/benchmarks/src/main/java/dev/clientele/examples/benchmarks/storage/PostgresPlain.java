package dev.clientele.examples.benchmarks.storage;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** PostgreSQL has a type for everything. The driver sends {@code begin} together with the first statement. */
final class PostgresPlain implements PlainDialect {

    private final Connection connection;

    /** On a connection that commits after each statement unless told otherwise. */
    PostgresPlain(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Override
    public String placeColumns() {
        return "\"position$tx\", position";
    }

    @Override
    public String placeParameters() {
        return "pg_current_xact_id()::text::bigint, ?";
    }

    /** Places begin anew in each transaction, so that nobody has to ask. */
    @Override
    public LogPosition lastPlace(String tenant) {
        return new LogPosition(0);
    }

    @Override
    public int setPlace(PreparedStatement statement, int index, LogPosition place) throws SQLException {
        statement.setLong(index, place.position());
        return index + 1;
    }

    @Override
    public void setId(PreparedStatement statement, int index, UUID id) throws SQLException {
        statement.setObject(index, id);
    }

    @Override
    public UUID id(ResultSet row, int index) throws SQLException {
        return row.getObject(index, UUID.class);
    }

    @Override
    public void setSubjects(PreparedStatement statement, int index, UUID only) throws SQLException {
        statement.setArray(index, connection.createArrayOf("uuid", new UUID[] {only}));
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, Instant instant) throws SQLException {
        statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    }

    @Override
    public Instant instant(ResultSet row, int index) throws SQLException {
        return row.getObject(index, OffsetDateTime.class).toInstant();
    }

    @Override
    public void setDate(PreparedStatement statement, int index, LocalDate date) throws SQLException {
        statement.setObject(index, date);
    }

    @Override
    public LocalDate date(ResultSet row, int index) throws SQLException {
        return row.getObject(index, LocalDate.class);
    }

    @Override
    public void setAmount(PreparedStatement statement, int index, BigDecimal amount) throws SQLException {
        statement.setBigDecimal(index, amount);
    }

    @Override
    public BigDecimal amount(ResultSet row, int index) throws SQLException {
        return row.getBigDecimal(index);
    }
}
