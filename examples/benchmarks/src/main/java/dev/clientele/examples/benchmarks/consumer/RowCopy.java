package dev.clientele.examples.benchmarks.consumer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The newest rows of a table held in memory, and a prepared statement that inserts them elsewhere: the quickest that JDBC can be. */
final class RowCopy implements AutoCloseable {

    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final List<Object[]> rows = new ArrayList<>();

    /**
     * Prepares both statements.
     *
     * @param from where the rows are
     * @param into where an equal table is
     * @param newestFirst the order that has an index and begins with what was written last
     */
    RowCopy(Connection from, Connection into, String table, String newestFirst) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = from.createStatement();
                ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            ResultSetMetaData columns = none.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add("\"" + columns.getColumnName(i) + "\"");
            }
        }
        select = from.prepareStatement(
                "select * from " + table + " where tenant = ? order by " + newestFirst + " limit ?");
        insert = into.prepareStatement("insert into " + table + " (" + String.join(", ", names) + ") values ("
                + IntStream.range(0, names.size()).mapToObj(i -> "?").collect(Collectors.joining(", ")) + ")");
    }

    /** Reads the rows that a tenant has written last. */
    void read(String tenant, int count) throws SQLException {
        rows.clear();
        select.setString(1, tenant);
        select.setInt(2, count);
        try (ResultSet newest = select.executeQuery()) {
            while (newest.next()) {
                Object[] row = new Object[newest.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = newest.getObject(i + 1);
                }
                rows.add(row);
            }
        }
        if (rows.size() != count) {
            throw new IllegalStateException("read " + rows.size() + " rows of " + count);
        }
        Collections.reverse(rows);
    }

    /** Inserts what was read, in the order in which it was written. */
    void insert() throws SQLException {
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.addBatch();
        }
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        select.close();
        insert.close();
    }
}
