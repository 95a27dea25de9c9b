package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a database is told, and asked, what it holds. */
interface SchemaSql {

    /** What follows {@code create table}, {@code create index} and {@code add column}: nothing where statements undo together. */
    default String ifNotExists() {
        return "";
    }

    /** Whether {@code create table} makes the table's keys in one go with it; else they are made as unique indexes after it. */
    default boolean createsKeysWithTable() {
        return true;
    }

    /** How a row of the record is begun that may be there already where {@link #ifNotExists} is needed. */
    default String insertIfAbsent(String table, String columns, String keyColumns) {
        return "insert into " + table + " (" + columns + ")";
    }

    /** What follows the last bracket of {@code create table}. */
    String tableOptions();

    /** Type and default of the column that tells when a row was written, by the database's clock. */
    String appliedAtColumn();

    /**
     * Creates the table that lists a log's entries by subject, with a unique key on tenant, subject, time descending and
     * key.
     */
    List<String> createSubjects(String table, String columns, String index);

    /** Creates an index on a text set; nothing if there is no use in it. */
    List<String> createSetIndex(String index, String table, String column);

    /** Asks in one go for the columns of tables; all names are unquoted, and a table that isn't there has no entry. */
    Map<String, Set<String>> columns(JdbcConnection link, List<String> tables) throws SQLException;

    /** The statements that give a field's column the new declaration's type, the old being narrower. */
    List<String> widen(String table, DeclaredField from, DeclaredField to);

    /** A query that gives a row if {@link #widen} would lose something or fail; empty if it never would. */
    String widenObstacle(String table, DeclaredField from, DeclaredField to);

    /** What a type has beside its tables. */
    default List<TableExtra> extras(TypeTables tables) {
        return List.of();
    }

    /** A query that gives a row if positions of these logs were made on another server, and how they are carried on; else null. */
    default @Nullable PositionAdvance positionAdvance(List<String> logs, TableNames names) {
        return null;
    }

    /** A query that tells whether a statement is needed, and that statement. */
    record PositionAdvance(String condition, String statement) {}

    /** Makes sure that no other process changes the schema until the transaction ends. */
    void lockSchema(JdbcConnection link) throws SQLException;
}
