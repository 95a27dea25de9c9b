package dev.clientele.examples.quickstart.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays the wanted tables of an HSQLDB script, whose every line is one statement, into another database. */
final class ScriptLoader {

    /** Rows that are put into one statement: several times faster than one statement each. */
    private static final int ROWS_PER_INSERT = 200;

    private static final int MAX_REPORTS = 100;

    private final Statement statement;
    private final String createTable;
    private final String schema;
    private final Set<String> tables;
    private final Set<String> created = new HashSet<>();
    private final StringBuilder insert = new StringBuilder();
    private @Nullable String insertingInto;
    private int rows;

    ScriptLoader(Statement statement, String schema, Set<String> tables) {
        this.statement = statement;
        this.schema = schema;
        this.tables = tables;
        this.createTable = "CREATE MEMORY TABLE \"" + schema + "\".\"";
    }

    void load(BufferedReader lines, long length, String step, ProgressListener progress)
            throws IOException, SQLException {
        statement.execute("CREATE SCHEMA \"" + schema + "\" AUTHORIZATION SA");
        statement.execute("SET SCHEMA \"" + schema + "\"");
        long total = Math.max(1, length);
        long done = 0;
        long reported = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            load(line);
            done += line.length() + 1L;
            if (done * MAX_REPORTS / total > reported && done < total) {
                reported = done * MAX_REPORTS / total;
                progress.report(step, done, total);
            }
        }
        flush();
        if (!created.containsAll(tables)) {
            throw new SourceDataException("the script of " + schema + " lacks one of " + tables + ", has " + created);
        }
        progress.report(step, total, total);
    }

    private void load(String line) throws SQLException {
        if (line.startsWith(createTable)) {
            String table = quoted(line, createTable.length());
            if (tables.contains(table)) {
                statement.execute(line);
                created.add(table);
            }
        } else if (line.startsWith("INSERT INTO \"") && tables.contains(quoted(line, "INSERT INTO \"".length()))) {
            insert(line);
        }
    }

    private void insert(String line) throws SQLException {
        if (line.indexOf('\\') >= 0) {
            // The script writes characters beyond ASCII as escapes that plain SQL would take literally.
            throw new SourceDataException("the script of " + schema + " has an escape, which is not supported");
        }
        int values = line.indexOf(" VALUES(") + " VALUES".length();
        String head = line.substring(0, values);
        if (!head.equals(insertingInto) || rows == ROWS_PER_INSERT) {
            flush();
            insertingInto = head;
            insert.append(head);
        } else {
            insert.append(',');
        }
        insert.append(line, values, line.length());
        rows++;
    }

    private void flush() throws SQLException {
        if (rows > 0) {
            statement.execute(insert.toString());
            insert.setLength(0);
            rows = 0;
        }
    }

    private static String quoted(String line, int from) {
        return line.substring(from, line.indexOf('"', from));
    }
}
