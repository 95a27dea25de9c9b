package dev.clientele.examples.quickstart.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Some tables of an HSQLDB script on the class path, in an in-memory database that lives until it is closed.
 *
 * <p>Opening the script of FoodMart as a whole takes 370 MB of heap; its seven tables that matter here take 80. One thread
 * at a time.
 */
public final class SourceDatabase implements AutoCloseable {

    private final Connection connection;

    private SourceDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * Loads tables.
     *
     * @param schema the script's schema; the script is the resource {@code /<schema>.script}
     * @param tables the tables to load, each of which must be there
     * @throws SourceDataException if the script is not on the class path or is not of the expected form
     */
    public static SourceDatabase load(String schema, Set<String> tables, ProgressListener progress) {
        URL script = SourceDatabase.class.getResource("/" + schema + ".script");
        if (script == null) {
            throw new SourceDataException("no " + schema + ".script on the class path: is its data artifact there?");
        }
        SourceDatabase database = new SourceDatabase(connect());
        try {
            database.play(script, schema, tables, progress);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Connection connect() {
        try {
            return DriverManager.getConnection("jdbc:hsqldb:mem:" + UUID.randomUUID() + ";shutdown=true", "SA", "");
        } catch (SQLException e) {
            throw new SourceDataException("HSQLDB does not open: is org.hsqldb:hsqldb on the class path?", e);
        }
    }

    private void play(URL script, String schema, Set<String> tables, ProgressListener progress) {
        try (Statement statement = connection.createStatement()) {
            URLConnection entry = script.openConnection();
            entry.setUseCaches(false);
            try (InputStream bytes = entry.getInputStream();
                    BufferedReader lines =
                            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.US_ASCII), 1 << 16)) {
                new ScriptLoader(statement, schema, tables)
                        .load(lines, entry.getContentLengthLong(), "Reading " + schema, progress);
            }
        } catch (IOException | SQLException e) {
            throw new SourceDataException("the script of " + schema + " cannot be read", e);
        }
    }

    /**
     * Runs a query and gives its rows, read one by one; the stream must be closed.
     *
     * @throws SourceDataException if the query fails, also later while the stream is read
     */
    public <T> Stream<T> query(String sql, Function<SourceRow, T> reader) {
        Objects.requireNonNull(reader, "reader");
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            ResultSet rows = statement.executeQuery();
            return StreamSupport.stream(new RowSpliterator<>(rows, reader), false)
                    .onClose(() -> close(statement));
        } catch (SQLException e) {
            throw new SourceDataException("query fails: " + sql, e);
        }
    }

    /** The one value of a query that counts something and calls it {@code n}. */
    public long count(String sql) {
        try (Stream<Long> counts = query(sql, row -> row.whole("N"))) {
            return counts.findFirst().orElseThrow(() -> new SourceDataException("no count from: " + sql));
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new SourceDataException("the source database does not close", e);
        }
    }

    /** Drops the tables and frees their memory. */
    @Override
    public void close() {
        close(connection);
    }

    private static final class RowSpliterator<T> extends Spliterators.AbstractSpliterator<T> {

        private final ResultSet rows;
        private final SourceRow row;
        private final Function<SourceRow, T> reader;

        RowSpliterator(ResultSet rows, Function<SourceRow, T> reader) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.rows = rows;
            this.row = new SourceRow(rows);
            this.reader = reader;
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            try {
                if (!rows.next()) {
                    return false;
                }
            } catch (SQLException e) {
                throw new SourceDataException("the next row cannot be read", e);
            }
            action.accept(reader.apply(row));
            return true;
        }
    }
}
