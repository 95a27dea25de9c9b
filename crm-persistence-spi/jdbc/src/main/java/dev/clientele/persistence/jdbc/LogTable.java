package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The two tables of a log and the statements on them. Immutable.
 *
 * <p>The first holds the entries: {@code tenant}, {@code position}, {@code key}, {@code occurred_at}, {@code subjects}, one
 * column per declared field, {@code body}. The second lists them once per subject, in the order in which a timeline is read,
 * so that one subject's entries are a stretch of its key however many others there are.
 */
final class LogTable {

    /** The name under which {@link #subjectSource} knows the record that a row is about; no field can have it. */
    static final String SUBJECT = "$subject";

    private final LogType type;
    private final TableNames names;
    private final Dialect dialect;
    private final String name;
    private final String subjectsName;
    private final List<FieldColumn> fields = new ArrayList<>();
    private final RowValues values;
    private final List<String> positions;
    private final Codec<Object> times;
    private final QuerySource source;
    private final QuerySource subjectSource;
    private final String insert;
    private final String insertSubject;
    private final String removal;

    LogTable(LogType type, Dialect dialect, TableNames names) {
        this.type = type;
        this.names = names;
        this.dialect = dialect;
        this.name = names.table(type.name());
        this.subjectsName = names.subjects(type.name());
        Map<String, FieldColumn> columns = new LinkedHashMap<>();
        for (DeclaredField field : type.fields()) {
            FieldColumn column = FieldColumn.of(field, "e", dialect.codec(field), true);
            fields.add(column);
            columns.put(field.name(), column);
        }
        this.values = new RowValues(fields);
        FieldColumn key = builtIn(LogType.KEY);
        FieldColumn occurredAt = builtIn(LogType.OCCURRED_AT);
        this.times = occurredAt.codec();
        columns.put(LogType.KEY, key);
        columns.put(LogType.OCCURRED_AT, occurredAt);
        this.positions = dialect.positionColumns().stream()
                .map(column -> TableNames.quote(column.name()))
                .toList();
        String place = positions.stream().map(column -> "e." + column).collect(Collectors.joining(", "))
                + dialect.appender().map(appender -> ", " + appender.sql("e")).orElse("");
        this.removal = "e.\"key\", e.\"occurred_at\", e.\"subjects\", " + place;
        String selected = "e.\"key\", e.\"occurred_at\", e.\"subjects\", "
                + fields.stream().map(column -> column.sql() + ", ").collect(Collectors.joining())
                + "e.\"body\", " + place;
        String identity = positions.stream().map(column -> "e." + column).collect(Collectors.joining(", "));
        Map<String, SetIndex> setIndexes = TypeIndexes.of(type, names, dialect).bySet();
        LookupFields keys = new LookupFields(Set.of(LogType.KEY), Set.of(LogType.KEY));
        this.source =
                new QuerySource(selected, name + " e", "e.\"tenant\"", "", columns, identity, setIndexes, keys, key);
        Map<String, FieldColumn> bySubject = new LinkedHashMap<>(columns);
        bySubject.put(LogType.KEY, key.in("s"));
        bySubject.put(LogType.OCCURRED_AT, occurredAt.in("s"));
        FieldColumn id = FieldColumn.of(DeclaredField.text(DocumentType.ID, 36), "s", Codec.TEXT, false);
        bySubject.put(SUBJECT, new FieldColumn(id.field(), "\"subject\"", "s.\"subject\"", id.codec(), false));
        this.subjectSource = new QuerySource(
                selected,
                subjectsName + " s cross join " + name + " e",
                "s.\"tenant\"",
                "e.\"tenant\" = s.\"tenant\""
                        + positions.stream()
                                .map(column -> " and e." + column + " = s." + column)
                                .collect(Collectors.joining()),
                bySubject,
                identity,
                setIndexes,
                LookupFields.NONE,
                key.in("s"));
        this.insert = "insert into " + name + " (\"tenant\", \"position\", \"key\", \"occurred_at\", \"subjects\", "
                + fields.stream().map(column -> column.name() + ", ").collect(Collectors.joining())
                + "\"body\") values (?, ?, ?, ?, ?, " + "?, ".repeat(fields.size()) + "?)"
                + dialect.onConflictDoNothing("tenant", "key");
        this.insertSubject = "insert into " + subjectsName
                + " (\"tenant\", \"subject\", \"occurred_at\", \"key\", \"position\") values (?, ?, ?, ?, ?)";
    }

    private FieldColumn builtIn(String field) {
        DeclaredField declared = type.field(field);
        return FieldColumn.of(declared, "e", dialect.codec(declared), false);
    }

    LogType type() {
        return type;
    }

    String name() {
        return name;
    }

    String subjectsName() {
        return subjectsName;
    }

    /** Returns the expression of the number that is added to a server's transaction numbers. */
    String epoch() {
        return SchemaRecord.epoch(names);
    }

    List<FieldColumn> fields() {
        return fields;
    }

    /** Returns the source of all entries. */
    QuerySource source() {
        return source;
    }

    /** Returns the source of entries by subject; a condition on {@code s."subject"} has to be added. */
    QuerySource subjectSource() {
        return subjectSource;
    }

    /** Returns the condition of rows in the {@link #subjectSource} that are about one of these records. */
    static Criteria among(Collection<UUID> subjects) {
        return Criteria.in(
                SUBJECT,
                subjects.stream().map(UUID::toString).distinct().sorted().toList());
    }

    /** Prepares the appending of an entry, which does nothing if its key is in use. */
    PreparedStatement insert(JdbcConnection link, String tenant, LogEntry entry, long position) throws SQLException {
        PreparedStatement statement = link.prepare(insert);
        statement.setString(1, tenant);
        statement.setLong(2, position);
        statement.setString(3, entry.key());
        times.bind(statement, 4, entry.occurredAt());
        dialect.subjects().bind(statement, 5, entry.subjects());
        int index = 6;
        for (FieldColumn column : fields) {
            column.bind(statement, index++, entry.fields().get(column.field().name()));
        }
        statement.setString(index, entry.body());
        return statement;
    }

    /** Tells whether an error is how the database says that an entry was left out. */
    boolean isSkippedInsert(SQLException error) {
        return dialect.isSkippedInsert(error, name);
    }

    /** Prepares the listing of an entry under one of its subjects. */
    PreparedStatement insertSubject(JdbcConnection link, String tenant, UUID subject, LogEntry entry, long position)
            throws SQLException {
        PreparedStatement statement = link.prepare(insertSubject);
        statement.setString(1, tenant);
        dialect.ids().bind(statement, 2, subject);
        times.bind(statement, 3, entry.occurredAt());
        statement.setString(4, entry.key());
        statement.setLong(5, position);
        return statement;
    }

    /** Keeps the indexes on text sets up to date where the database doesn't. */
    void relist(JdbcConnection link, TenantId tenant, List<Long> changed) throws SQLException {
        new SetIndexUpkeep(dialect, link, tenant).relist(source, changed);
    }

    /** Returns the columns of what there is to remove of an entry, and of its position. */
    String removal() {
        return removal;
    }

    /** Reads the first columns of {@link #removal}. */
    LogRemover.Removal readRemoval(ResultSet row) throws SQLException {
        return new LogRemover.Removal(
                row.getString(1),
                (Instant) times.readPresent(row, 2),
                dialect.subjects().readPresent(row, 3));
    }

    /** Prepares the removal of an entry from the list of a subject. */
    PreparedStatement deleteSubject(JdbcConnection link, String tenant, UUID subject, LogRemover.Removal entry)
            throws SQLException {
        PreparedStatement statement = link.prepare("delete from " + subjectsName
                + " where \"tenant\" = ? and \"subject\" = ? and \"occurred_at\" = ? and \"key\" = ?");
        statement.setString(1, tenant);
        dialect.ids().bind(statement, 2, subject);
        times.bind(statement, 3, entry.occurredAt());
        statement.setString(4, entry.key());
        return statement;
    }

    /** Prepares the removal of an entry. */
    PreparedStatement delete(JdbcConnection link, String tenant, String key) throws SQLException {
        PreparedStatement statement = link.prepare("delete from " + name + " where \"tenant\" = ? and \"key\" = ?");
        statement.setString(1, tenant);
        statement.setString(2, key);
        return statement;
    }

    /** Prepares the redaction of an entry, which does nothing if it isn't there. */
    PreparedStatement redact(JdbcConnection link, String tenant, Redaction redaction) throws SQLException {
        PreparedStatement statement = link.prepare("update " + name + " set "
                + fields.stream().map(column -> column.name() + " = ?, ").collect(Collectors.joining())
                + "\"body\" = ? where \"tenant\" = ? and \"key\" = ?");
        int index = 1;
        for (FieldColumn column : fields) {
            column.bind(
                    statement, index++, redaction.fields().get(column.field().name()));
        }
        statement.setString(index++, redaction.body());
        statement.setString(index++, tenant);
        statement.setString(index, redaction.key());
        return statement;
    }

    /** Returns the table of the digests of pruned keys. */
    String pruned() {
        return names.pruned(type.name());
    }

    /** Returns the table of the last pruned positions. */
    String prunedEnd() {
        return names.prunedEnd(type.name());
    }

    Codec<UUID> digests() {
        return dialect.digests();
    }

    /** Keeps the indexes on text sets up to date as {@link #relist} does, for entries with these keys. */
    void relistKeys(JdbcConnection link, TenantId tenant, Set<String> keys) throws SQLException {
        if (dialect.keepsSetIndexes() || source.setIndexes().isEmpty()) {
            return;
        }
        List<Long> changed = new ArrayList<>();
        for (String key : keys) {
            PreparedStatement statement =
                    link.prepare("select \"position\" from " + name + " where \"tenant\" = ? and \"key\" = ?");
            statement.setString(1, tenant.value());
            statement.setString(2, key);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    changed.add(rows.getLong(1));
                }
            }
        }
        relist(link, tenant, changed);
    }

    /** Returns the expressions that sort entries by position. */
    String positionOrder() {
        return positions.stream().map(column -> "e." + column).collect(Collectors.joining(", "));
    }

    /** Reads a row of {@link QuerySource#selected}; the reader's {@code own} entries have no position yet. */
    LogEntry read(ResultSet row, UncommittedEntries own) throws SQLException {
        int index = 4 + fields.size();
        String body = row.getString(index++);
        return new LogEntry(
                row.getString(1),
                dialect.subjects().readPresent(row, 3),
                (Instant) times.readPresent(row, 2),
                values.read(row, 4),
                body,
                readPosition(row, index, own));
    }

    /** Reads the position from this column on; null if the entry is the reader's own. */
    @Nullable
    Position readPosition(ResultSet row, int index, UncommittedEntries own) throws SQLException {
        boolean single = positions.size() == 1;
        Position position =
                single ? new Position(0, row.getLong(index)) : new Position(row.getLong(index), row.getLong(index + 1));
        return own.include(position, single ? 0 : row.getLong(index + 2)) ? null : position;
    }
}
