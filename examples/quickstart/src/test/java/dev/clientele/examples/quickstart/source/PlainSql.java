package dev.clientele.examples.quickstart.source;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A source's whole database as HSQLDB itself opens it, for answers that owe nothing to the readers. */
public final class PlainSql implements AutoCloseable {

    private final Connection connection;

    private PlainSql(Connection connection) {
        this.connection = connection;
    }

    /** Opens {@code steelwheels} or {@code foodmart}; the latter takes ten seconds and 370 MB, once per JVM. */
    public static PlainSql on(String schema) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:hsqldb:res:" + schema, "SA", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SCHEMA \"" + schema + "\"");
        }
        return new PlainSql(connection);
    }

    /** The one number that a query answers. */
    public BigDecimal number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBigDecimal(1);
        }
    }

    public long count(String sql) throws SQLException {
        return number(sql).longValueExact();
    }

    /** Every row as the text of its columns with a bar between them, numbers without trailing zeros. */
    public List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(text(rows.getObject(column)));
                }
                found.add(String.join("|", row));
            }
        }
        return found;
    }

    /** How {@link #rows} writes a value. */
    public static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
