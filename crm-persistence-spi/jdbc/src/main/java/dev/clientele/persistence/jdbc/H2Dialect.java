package dev.clientele.persistence.jdbc;

import com.google.common.collect.Lists;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.criteria.Operator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The dialect of H2 2.4 or later.
 *
 * <p>H2 orders text by UTF-16 unit, which puts an emoji before U+FFFD; what has to be in the order of code points is
 * compared by its bytes in UTF-8, which no index helps with. Equality and prefixes use the text itself.
 *
 * <p>H2 commits before each change of the schema, so that a step isn't undone as a whole: its statements can all be run
 * again instead.
 */
final class H2Dialect implements TypedDialect {

    private static final LogAppender LOG_APPENDER = new CountingLogAppender();
    private static final ArrayParameter ELEMENTS = new ArrayParameter("any");
    private static final DeclaredField ELEMENT = DeclaredField.text("element", DeclaredField.MAX_TEXT);
    private static final int MAX_ARRAY_ELEMENTS = 65_536;

    @Override
    public String productName() {
        return "H2";
    }

    @Override
    public LogAppender logAppender() {
        return LOG_APPENDER;
    }

    @Override
    public String columnType(DeclaredField field) {
        return switch (field.type()) {
            case TEXT -> "varchar";
            case TEXT_SET -> "varchar array";
            case INTEGER -> "bigint";
            case DECIMAL -> "numeric(" + DeclaredField.MAX_DIGITS + ", " + field.scale() + ")";
            case BOOLEAN -> "boolean";
            case REAL -> "double precision";
            case INSTANT -> "timestamp(6) with time zone";
            case DATE -> "date";
        };
    }

    @Override
    public String subjectsType() {
        return "uuid array";
    }

    @Override
    public String bodyType() {
        return "varchar";
    }

    @Override
    public String keyTextType() {
        return "varchar(100)";
    }

    @Override
    public List<PositionColumn> positionColumns() {
        return List.of(new PositionColumn("position", "bigint not null", "bigint not null"));
    }

    @Override
    public String asText(String column) {
        return "cast(" + column + " as varchar)";
    }

    @Override
    public void compare(SqlBuilder sql, FieldColumn column, Operator operator, Object value) {
        if (UuidIds.isId(column)) {
            compareId(sql, column, operator, (String) value, TypedCodecs.ID);
        } else if (column.type() == FieldType.TEXT && operator != Operator.EQUAL) {
            sql.add(orderExpression(column)).add(CriteriaSql.symbol(operator));
            sql.add("stringtoutf8(cast(").bind(Codec.TEXT, (String) value).add(" as varchar))");
        } else {
            TypedDialect.super.compare(sql, column, operator, value);
        }
    }

    @Override
    public String orderExpression(FieldColumn column) {
        boolean isText = column.type() == FieldType.TEXT && !UuidIds.isId(column);
        return isText ? "stringtoutf8(" + column.sql() + ")" : column.sql();
    }

    @Override
    public void prefix(SqlBuilder sql, FieldColumn column, String prefix) {
        sql.add("left(").add(text(column)).add(", ").bind(Codec.LONG, (long) prefix.length());
        sql.add(") = ").bind(Codec.TEXT, prefix);
    }

    @Override
    public void containing(SqlBuilder sql, FieldColumn column, String part) {
        sql.add("locate(").bind(Codec.TEXT, part).add(", ").add(text(column)).add(") > 0");
    }

    @Override
    public void has(SqlBuilder sql, FieldColumn column, String element) {
        sql.add("array_contains(").add(column.sql()).add(", cast(");
        sql.bind(Codec.TEXT, element).add(" as varchar))");
    }

    @Override
    public boolean looksUpElementsByRow() {
        return true;
    }

    @Override
    public void hasAny(SqlBuilder sql, FieldColumn column, List<String> elements) {
        String set = column.sql();
        sql.add("exists (select 1 from " + H2SetIndex.PLACES + " where x <= coalesce(cardinality(" + set
                + "), 0) and ");
        in(sql, column.as(ELEMENT, "array_get(" + set + ", x)"), new ArrayList<>(elements));
        sql.add(")");
    }

    @Override
    public List<String> createSetIndex(SetIndex index) {
        return H2SetIndex.create(index, this);
    }

    @Override
    public List<String> dropSetIndex(SetIndex index) {
        return H2SetIndex.drop(index);
    }

    @Override
    public boolean keepsSetIndexes() {
        return false;
    }

    @Override
    public void in(SqlBuilder sql, FieldColumn column, List<Object> values) {
        boolean ids = UuidIds.isId(column);
        List<Object> elements = ids
                ? UuidIds.ids(values)
                : values.stream().map(H2Dialect::element).toList();
        String separator = "(";
        for (List<Object> some : Lists.partition(elements, MAX_ARRAY_ELEMENTS)) {
            sql.add(separator)
                    .add(column.sql())
                    .add(" = any(")
                    .bind(ELEMENTS, some)
                    .add(")");
            separator = " or ";
        }
        sql.add(elements.isEmpty() ? "1 = 0" : ")");
    }

    private static Object element(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    @Override
    public MeasureColumns sum(FieldColumn column) {
        String sum = "sum(" + column.sql() + ")";
        return column.type() == FieldType.REAL
                ? MeasureColumns.single(sum, Codec.DOUBLE::read)
                : MeasureColumns.single(sum, ResultSet::getBigDecimal);
    }

    @Override
    public MeasureColumns minOrMax(String function, FieldColumn column) {
        if (column.type() == FieldType.TEXT && !UuidIds.isId(column)) {
            return MeasureColumns.single(
                    "utf8tostring(" + function + "(" + orderExpression(column) + "))", column::read);
        }
        return MeasureColumns.single(function + "(" + text(column) + ")", column::read);
    }

    @Override
    public String rowLockClause() {
        return " for update";
    }

    @Override
    public String ifNotExists() {
        return " if not exists";
    }

    /** A table that was made just before the end of the process would be there without its keys, and stay so. */
    @Override
    public boolean createsKeysWithTable() {
        return false;
    }

    @Override
    public String insertIfAbsent(String table, String columns, String keyColumns) {
        return "merge into " + table + " (" + columns + ") key (" + keyColumns + ")";
    }

    @Override
    public String appliedAtColumn() {
        return "timestamp(3) with time zone default current_timestamp not null";
    }

    @Override
    public List<String> createSubjects(String table, String columns, String index) {
        return List.of(
                "create table if not exists " + table + " (" + columns + "\n)",
                "create unique index if not exists " + index + " on " + table
                        + " (\"tenant\", \"subject\", \"occurred_at\" desc, \"key\")");
    }

    @Override
    public Map<String, Set<String>> columns(JdbcConnection link, List<String> tables) throws SQLException {
        return new SqlBuilder()
                .add("select table_name, column_name from information_schema.columns"
                        + " where table_schema = current_schema and table_name = any(")
                .bind(ELEMENTS, tables)
                .add(")")
                .pairs(link);
    }

    @Override
    public List<String> widen(String table, DeclaredField from, DeclaredField to) {
        return to.scale() == from.scale()
                ? List.of()
                : List.of("alter table " + table + " alter column " + TableNames.quote(to.name()) + " set data type "
                        + columnType(to));
    }

    /** A change of the schema commits, so that no lock would last; what is done twice at once does no harm. */
    @Override
    public void lockSchema(JdbcConnection link) {}

    /** The connections are set to begin by themselves, at the level that is theirs; how long they wait can change. */
    @Override
    public void begin(JdbcConnection link, boolean writing, Deadline deadline) throws SQLException {
        long wanted = deadline.millisLeft();
        if (writing && Math.abs(wanted - link.lockTimeout()) > wanted / 10) {
            link.setLockTimeout(wanted);
            try (Statement statement = link.connection().createStatement()) {
                statement.execute("set lock_timeout " + wanted);
            }
        }
    }

    /** A host's snapshot wouldn't show what others store on the strength of a check (rule D10). */
    @Override
    public void requireJoinable(Connection connection) throws SQLException {
        TypedDialect.super.requireJoinable(connection);
        int level = connection.getTransactionIsolation();
        if (level != Connection.TRANSACTION_READ_COMMITTED) {
            throw new UnsupportedException(
                    "a transaction on a snapshot, or one that reads what isn't committed, can't keep the rules on checks:"
                            + " join one at read committed",
                    null);
        }
    }

    @Override
    public boolean continuesAfterError() {
        return true;
    }

    /** H2 knows no {@code on conflict}; see {@link #isSkippedInsert}. */
    @Override
    public String onConflictDoNothing(String... keyColumns) {
        return "";
    }

    @Override
    public boolean isSkippedInsert(SQLException error, String table) {
        return H2Errors.isViolationOf(error, table, List.of("id"))
                || H2Errors.isViolationOf(error, table, List.of("key"));
    }

    @Override
    public boolean isUniqueViolation(SQLException error) {
        return H2Errors.isUniqueViolation(error);
    }

    @Override
    public boolean isViolationOf(SQLException violation, String table, String index, List<String> columns) {
        return H2Errors.isViolationOf(violation, table, columns);
    }

    @Override
    public boolean breaksConnection(SQLException error) {
        return H2Errors.breaksConnection(error);
    }

    @Override
    public StorageException translate(SQLException error, boolean committing) {
        return H2Errors.translate(error, committing);
    }
}
