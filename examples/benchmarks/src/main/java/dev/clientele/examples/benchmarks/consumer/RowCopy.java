package dev.clientele.examples.benchmarks.consumer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of a table held in memory, and one prepared statement that inserts them elsewhere: the quickest that JDBC can be. */
final class RowCopy implements AutoCloseable {

    private final List<Object[]> rows = new ArrayList<>();
    private final PreparedStatement insert;
    private int next;

    /**
     * Reads all rows.
     *
     * @param from where they are
     * @param into where an equal, empty table is
     * @param order the columns in whose order they were written
     */
    RowCopy(Connection from, Connection into, String table, String order) throws SQLException {
        String columns;
        int count;
        try (Statement select = from.createStatement();
                ResultSet all = select.executeQuery("select * from " + table + " order by " + order)) {
            count = all.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                names.add("\"" + all.getMetaData().getColumnName(i) + "\"");
            }
            columns = String.join(", ", names);
            while (all.next()) {
                Object[] row = new Object[count];
                for (int i = 0; i < count; i++) {
                    row[i] = all.getObject(i + 1);
                }
                rows.add(row);
            }
        }
        insert = into.prepareStatement("insert into " + table + " (" + columns + ") values ("
                + IntStream.range(0, count).mapToObj(i -> "?").collect(Collectors.joining(", ")) + ")");
    }

    /** Inserts the next share of all rows. */
    void insert(int piece, int pieces) throws SQLException {
        int end = (int) ((long) rows.size() * (piece + 1) / pieces);
        for (; next < end; next++) {
            Object[] row = rows.get(next);
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.addBatch();
        }
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
