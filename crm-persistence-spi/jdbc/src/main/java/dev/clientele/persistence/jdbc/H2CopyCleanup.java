package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.CorruptDataException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cleanup of what the end of a process during a change of a table has left behind.
 *
 * <p>H2 adds a column by copying the table, dropping it and giving its name to the copy ({@code crm_deal_COPY_3_0}), then
 * the names of the indexes to those of the copy, and a process may end between any two of these. If the table is still
 * there, the copy is superfluous; if it isn't, the copy is whole.
 */
final class H2CopyCleanup {

    private static final Pattern COPY = Pattern.compile("(.+)_COPY_\\d+_\\d+");
    private static final Pattern INDEX = Pattern.compile(".+?_COPY_\\d+_\\d+_(.+)");
    private static final String IN_CURRENT_SCHEMA = "_schema = current_schema";

    private final Statement statement;

    private H2CopyCleanup(Statement statement) {
        this.statement = statement;
    }

    /** Clears up, unless others are connected, whose change may be under way. */
    static void clear(Connection connection, TableNames names) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            H2CopyCleanup leftovers = new H2CopyCleanup(statement);
            List<String> copies = leftovers.names("table_name", "tables where table" + IN_CURRENT_SCHEMA, names, COPY);
            List<String> indexes =
                    leftovers.names("index_name", "indexes where index" + IN_CURRENT_SCHEMA, names, INDEX);
            if ((!copies.isEmpty() || !indexes.isEmpty()) && leftovers.isOnlySession()) {
                leftovers.tables(copies);
                leftovers.indexes(
                        leftovers.names("index_name", "indexes where index" + IN_CURRENT_SCHEMA, names, INDEX));
            }
            connection.commit();
        }
    }

    private void tables(List<String> copies) throws SQLException {
        Set<String> missing = new HashSet<>();
        for (String copy : copies) {
            String table = original(COPY, copy);
            if (exists("tables where table" + IN_CURRENT_SCHEMA + " and table_name", table)) {
                run("drop table if exists " + TableNames.quote(copy));
            } else if (!missing.add(table)) {
                throw new CorruptDataException(
                        "H2 has left several copies of the table " + table + " and not the table", null);
            }
        }
        for (String copy : copies) {
            String table = original(COPY, copy);
            if (missing.contains(table)) {
                run("alter table " + TableNames.quote(copy) + " rename to " + TableNames.quote(table));
            }
        }
    }

    private void indexes(List<String> copies) throws SQLException {
        for (String copy : copies) {
            String index = original(INDEX, copy);
            if (exists("indexes where index" + IN_CURRENT_SCHEMA + " and index_name", index)) {
                run("drop index if exists " + TableNames.quote(copy));
            } else {
                run("alter index " + TableNames.quote(copy) + " rename to " + TableNames.quote(index));
            }
        }
    }

    private static String original(Pattern pattern, String copy) {
        Matcher matcher = pattern.matcher(copy);
        if (!matcher.matches()) {
            throw new IllegalStateException("not a copy: " + copy);
        }
        return matcher.group(1);
    }

    private List<String> names(String column, String source, TableNames names, Pattern pattern) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery("select " + column + " from information_schema." + source)) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (names.hasPrefix(name) && pattern.matcher(name).matches()) {
                    found.add(name);
                }
            }
        }
        return new ArrayList<>(found);
    }

    private boolean exists(String condition, String name) throws SQLException {
        String sql = "select 1 from information_schema." + condition + " = '" + name + "'";
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    private boolean isOnlySession() throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from information_schema.sessions")) {
            return rows.next() && rows.getInt(1) == 1;
        }
    }

    private void run(String sql) throws SQLException {
        statement.execute(sql);
    }
}
