package dev.clientele.examples.benchmarks.storage;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What hand-written JDBC does differently from database to database, on one connection. */
public interface PlainDialect {

    /** Begins a transaction that will write. */
    void begin() throws SQLException;

    void commit() throws SQLException;

    void rollback() throws SQLException;

    /** The columns of an entry's place in a log. */
    String placeColumns();

    /** The parameters for them. */
    String placeParameters();

    /** Finds the place of the last entry in the tenant's log, or where this transaction's entries begin. */
    LogPosition lastPlace(String tenant) throws SQLException;

    /** Sets a place; gives the next free index. */
    int setPlace(PreparedStatement statement, int index, LogPosition place) throws SQLException;

    void setId(PreparedStatement statement, int index, UUID id) throws SQLException;

    UUID id(ResultSet row, int index) throws SQLException;

    /** A set of one id. */
    void setSubjects(PreparedStatement statement, int index, UUID only) throws SQLException;

    void setInstant(PreparedStatement statement, int index, Instant instant) throws SQLException;

    Instant instant(ResultSet row, int index) throws SQLException;

    void setDate(PreparedStatement statement, int index, LocalDate date) throws SQLException;

    LocalDate date(ResultSet row, int index) throws SQLException;

    /** An amount with four digits after the point. */
    void setAmount(PreparedStatement statement, int index, BigDecimal amount) throws SQLException;

    BigDecimal amount(ResultSet row, int index) throws SQLException;
}
