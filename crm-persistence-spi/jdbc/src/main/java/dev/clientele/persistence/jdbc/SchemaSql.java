package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SQL that creates, changes and inspects a database's tables. */
interface SchemaSql {

    /** Returns the clause after {@code create table} and its kin: empty where the statements of a step undo together. */
    default String ifNotExists() {
        return "";
    }

    /** Tells whether {@code create table} makes the table's keys with it; else they are made as unique indexes after it. */
    default boolean createsKeysWithTable() {
        return true;
    }

    /** Returns the beginning of an insert of a row that may be there already where {@link #ifNotExists} is needed. */
    default String insertIfAbsent(String table, String columns, String keyColumns) {
        return "insert into " + table + " (" + columns + ")";
    }

    /** Returns the options after the last bracket of {@code create table}. */
    String tableOptions();

    /** Returns the options of a table whose rows are little more than their key. */
    default String keyTableOptions() {
        return "";
    }

    /** Returns type and default of the column that tells when a row was written, by the database's clock. */
    String appliedAtColumn();

    /**
     * Returns the statements that create the table that lists a log's entries by subject, with a unique key on tenant,
     * subject, time descending and key.
     */
    List<String> createSubjects(String table, String columns, String index);

    /** Returns the statements that create an index on a text set, from what is stored. */
    List<String> createSetIndex(SetIndex index);

    /** Returns the statements that drop an index on a text set. */
    List<String> dropSetIndex(SetIndex index);

    /** Tells whether the database itself keeps such indexes up to date; else {@link SetIndexUpkeep} does. */
    default boolean keepsSetIndexes() {
        return true;
    }

    /** Reads the columns of tables at once; all names are unquoted, and a table that isn't there has no entry. */
    Map<String, Set<String>> columns(JdbcConnection link, List<String> tables) throws SQLException;

    /** Returns the statements that give a field's column the new declaration's type, the old being narrower. */
    List<String> widen(String table, DeclaredField from, DeclaredField to);

    /** Returns a query that finds a row if {@link #widen} would lose something or fail; empty if it never would. */
    String widenObstacle(String table, DeclaredField from, DeclaredField to);

    /** Returns what a type has beside its tables. */
    default List<TableExtra> extras(TypeTables tables) {
        return List.of();
    }

    /** Reads which server this is, if positions contain numbers of its own; else returns an empty text. */
    default String readServer(JdbcConnection link) throws SQLException {
        return "";
    }

    /** Returns the advance of positions that these logs, by type, need if they were made on another server; null if never. */
    default @Nullable PositionAdvance positionAdvance(List<String> logs, TableNames names) {
        return null;
    }

    /** A statement, and the query that finds a row if it is needed. */
    record PositionAdvance(String condition, String statement) {}

    /** Locks the schema against changes by other processes until the transaction ends. */
    void lockSchema(JdbcConnection link) throws SQLException;
}
