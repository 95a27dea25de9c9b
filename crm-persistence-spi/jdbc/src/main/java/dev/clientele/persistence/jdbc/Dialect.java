package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.criteria.Criteria;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Everything in which one database differs from another. One class each, stateless and thread-safe.
 *
 * <p>What is not asked of a dialect is plain SQL that all of them understand alike: {@code is not true}, {@code nulls last},
 * {@code limit}, quoted lower-case names.
 */
interface Dialect {

    /** As the driver tells its database's name; a host's connection to any other is refused. */
    String productName();

    // values ----------------------------------------------------------------------------------------------------------

    /** The column type for a declared field. Text compares by code point. */
    String columnType(DeclaredField field);

    /** Reads and writes a declared field. */
    Codec<?> codec(DeclaredField field);

    /** The column type of ids; their order is that of their text. */
    String idType();

    /** Reads and writes ids. */
    Codec<UUID> ids();

    /** The column type of a log entry's set of subjects. */
    String subjectsType();

    /** Reads and writes a log entry's set of subjects. */
    Codec<Set<UUID>> subjects();

    /** The column type of versions and positions: 64 bits. */
    String longType();

    /** The column type of bodies. */
    String bodyType();

    // conditions ------------------------------------------------------------------------------------------------------

    /** The text begins with a prefix that isn't empty; unknown or false where there is no text. */
    void prefix(Sql sql, Column column, String prefix);

    /** The text contains a part that isn't empty; unknown or false where there is no text. */
    void containing(Sql sql, Column column, String part);

    /** The text set has an element; unknown or false where there is no set. */
    void has(Sql sql, Column column, String element);

    /** The value is one of at least two; unknown or false where there is none. */
    void in(Sql sql, Column column, List<Object> values);

    /** As {@link dev.clientele.persistence.Storage#supports}. */
    default boolean supports(Criteria atom) {
        return true;
    }

    /** The exact sum of an integer or decimal column, or the sum of a real one. */
    MeasureColumns sum(Column column);

    // statements ------------------------------------------------------------------------------------------------------

    /** What follows an insert's values so that a row whose key is there already is left out and not counted. */
    String insertOrLeave(String... keyColumns);

    /** What follows a select so that the rows stay as they are until the transaction ends. */
    String keepingRows();

    // schema ----------------------------------------------------------------------------------------------------------

    /** What follows the last bracket of {@code create table}. */
    String tableOptions();

    /** The column type of tenant ids and names: short text that keys begin with. */
    String keyTextType();

    /** Type and default of the column that tells when a row was written, by the database's clock. */
    String appliedAtColumn();

    /**
     * Creates the table that lists a log's entries by subject, with a unique key on tenant, subject, time descending and key.
     */
    List<String> createSubjects(String table, String columns, String index);

    /** Creates an index on a text set; nothing if there is no use in it. */
    List<String> createSetIndex(String index, String table, String column);

    /** Whether this table, by its unquoted name, is there. */
    boolean tableExists(Link link, String table) throws SQLException;

    /** The unquoted names of a table's columns; empty if it isn't there. */
    Set<String> columns(Link link, String table) throws SQLException;

    /** The statements that give a field's column the new declaration's type, the old being narrower. */
    List<String> widen(String table, DeclaredField from, DeclaredField to);

    /**
     * A query that gives a row if {@link #widen} would lose something or fail; empty if it never would.
     */
    String widenObstacle(String table, DeclaredField from, DeclaredField to);

    // transactions and errors
    // -------------------------------------------------------------------------------------------

    /** Begins a transaction. A writing one holds whatever keeps two writers apart. */
    void begin(Link link, boolean writing) throws SQLException;

    /** Ends a transaction, keeping what it did. */
    void commit(Link link) throws SQLException;

    /** Ends a transaction, undoing what it did. */
    void rollback(Link link) throws SQLException;

    /** Checks that a host's connection is in a transaction that can be joined. */
    void requireJoinable(Connection connection) throws SQLException;

    /** Whether a statement after an error of this kind would work on the same transaction. */
    boolean isUniqueViolation(SQLException error);

    /** Whether the document key that a unique violation is about has these columns in this table. */
    boolean isAbout(SQLException violation, String table, String index, List<String> columns);

    /** Whether the connection can't be used after this error. */
    boolean breaksConnection(SQLException error);

    /** What an error means, a unique violation excepted; {@code committing} while a commit was under way. */
    StorageException translate(SQLException error, boolean committing);
}
