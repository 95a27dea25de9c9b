package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.In;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The dialect of SQLite 3.37 or later, with strict tables.
 *
 * <p>SQLite has integers, floats and text. Decimals are stored as integers, scaled by the declared digits: 12.30 at two
 * digits is 1230, which is exact, sorts and can be summed. Instants and dates are ISO text of one width, booleans 0 and 1,
 * ids their text, text sets JSON arrays. Text compares byte by byte in UTF-8, which is the order of code points.
 */
final class SqliteDialect implements Dialect {

    private static final int MAX_PARAMETERS = 20_000;
    private static final int MAX_INLINE_VALUES = 16;
    private static final LogAppender LOG_APPENDER = new CountingLogAppender();

    @Override
    public String productName() {
        return "SQLite";
    }

    @Override
    public LogAppender logAppender() {
        return LOG_APPENDER;
    }

    @Override
    public List<PositionColumn> positionColumns() {
        return List.of(new PositionColumn("position", "integer not null", "integer not null"));
    }

    @Override
    public List<TableExtra> extras(TypeTables tables) {
        return SqliteView.of(tables);
    }

    /** Writing transactions are one at a time anyway. */
    @Override
    public void lockSchema(JdbcConnection link) {}

    @Override
    public String columnType(DeclaredField field) {
        return switch (field.type()) {
            case TEXT, TEXT_SET, INSTANT, DATE -> "text";
            case INTEGER, DECIMAL, BOOLEAN -> "integer";
            case REAL -> "real";
        };
    }

    @Override
    public Codec<?> codec(DeclaredField field) {
        return SqliteCodecs.of(field);
    }

    @Override
    public String idType() {
        return "text";
    }

    @Override
    public Codec<UUID> ids() {
        return SqliteCodecs.ID;
    }

    @Override
    public String digestType() {
        return "blob";
    }

    @Override
    public Codec<UUID> digests() {
        return SqliteCodecs.DIGEST;
    }

    @Override
    public String subjectsType() {
        return "text";
    }

    @Override
    public Codec<Set<UUID>> subjects() {
        return SqliteCodecs.SUBJECTS;
    }

    @Override
    public String longType() {
        return "integer";
    }

    @Override
    public String bodyType() {
        return "text";
    }

    @Override
    public void prefix(SqlBuilder sql, FieldColumn column, String prefix) {
        // In the order of code points the texts with a prefix are one stretch, which an index finds.
        String end = CodePoints.prefixSuccessor(prefix);
        sql.add("(").add(column.sql()).add(" >= ").bind(Codec.TEXT, prefix);
        if (end != null) {
            sql.add(" and ").add(column.sql()).add(" < ").bind(Codec.TEXT, end);
        }
        sql.add(")");
    }

    @Override
    public void containing(SqlBuilder sql, FieldColumn column, String part) {
        sql.add("instr(").add(column.sql()).add(", ").bind(Codec.TEXT, part).add(") > 0");
    }

    @Override
    public void has(SqlBuilder sql, FieldColumn column, String element) {
        sql.add("exists (select 1 from json_each(").add(column.sql()).add(") where value = ");
        sql.bind(Codec.TEXT, element).add(")");
    }

    @Override
    public void hasAny(SqlBuilder sql, FieldColumn column, List<String> elements) {
        sql.add("exists (select 1 from json_each(").add(column.sql());
        sql.add(") where value in (select value from json_each(")
                .bind(Codec.TEXT, JsonArrays.write(elements))
                .add(")))");
    }

    /** A sign before it: without statistics SQLite reads a whole tenant in the order asked for, whatever list of keys is looked for. */
    @Override
    public String sortAfterLookup(String term) {
        return "+" + term;
    }

    @Override
    public void in(SqlBuilder sql, FieldColumn column, List<Object> values) {
        sql.add(column.sql());
        if (values.size() <= MAX_INLINE_VALUES || column.type() == FieldType.REAL) {
            String separator = " in (";
            for (Object value : values) {
                sql.add(separator).bind(column.codec(), value);
                separator = ", ";
            }
            sql.add(")");
        } else {
            List<Object> stored = values.stream()
                    .map(value -> SqliteCodecs.stored(column.field(), value))
                    .toList();
            sql.add(" in (select value from json_each(")
                    .bind(Codec.TEXT, JsonArrays.write(stored))
                    .add("))");
        }
    }

    /** Floats lose their last digit in JSON, so that each takes a parameter. */
    @Override
    public boolean supports(Criteria atom) {
        return !(atom instanceof In in
                && in.values().size() > MAX_PARAMETERS
                && in.values().get(0) instanceof Double);
    }

    /** SQLite's sum fails beyond 64 bits, so that the upper and the lower half of the digits are summed apart. */
    @Override
    public MeasureColumns sum(FieldColumn column) {
        if (column.type() == FieldType.REAL) {
            return MeasureColumns.single("sum(" + column.sql() + ")", Codec.DOUBLE::read);
        }
        int scale = column.field().scale();
        return new MeasureColumns(
                List.of("sum(" + column.sql() + " >> 32)", "sum(" + column.sql() + " & 4294967295)"), (row, index) -> {
                    BigInteger upper = BigInteger.valueOf(row.getLong(index)).shiftLeft(32);
                    if (row.wasNull()) {
                        return null;
                    }
                    return new BigDecimal(upper.add(BigInteger.valueOf(row.getLong(index + 1))), scale);
                });
    }

    /**
     * Of 18 digits each, products go beyond 64 bits: those of the upper and lower 30 bits don't, and their sums are made of
     * halves like all others.
     */
    @Override
    public MeasureColumns sumOfProducts(FieldColumn one, FieldColumn other) {
        String up = "(" + one.sql() + " >> 30)";
        String down = "(" + one.sql() + " & 1073741823)";
        String otherUp = "(" + other.sql() + " >> 30)";
        String otherDown = "(" + other.sql() + " & 1073741823)";
        int scale = one.field().scale() + other.field().scale();
        List<String> sums = new ArrayList<>();
        for (String product : List.of(
                up + " * " + otherUp,
                up + " * " + otherDown + " + " + down + " * " + otherUp,
                down + " * " + otherDown)) {
            sums.add("sum((" + product + ") >> 32)");
            sums.add("sum((" + product + ") & 4294967295)");
        }
        return new MeasureColumns(sums, (row, index) -> {
            BigInteger sum = BigInteger.ZERO;
            for (int part = 0; part < sums.size(); part += 2) {
                BigInteger upper = BigInteger.valueOf(row.getLong(index + part)).shiftLeft(32);
                if (row.wasNull()) {
                    return null;
                }
                sum = sum.shiftLeft(30).add(upper).add(BigInteger.valueOf(row.getLong(index + part + 1)));
            }
            return new BigDecimal(sum, scale);
        });
    }

    @Override
    public String onConflictDoNothing(String... keyColumns) {
        return " on conflict (\"" + String.join("\", \"", keyColumns) + "\") do nothing";
    }

    @Override
    public String rowLockClause() {
        return ""; // one writer at a time
    }

    @Override
    public String tableOptions() {
        return " strict";
    }

    @Override
    public String keyTableOptions() {
        return " strict, without rowid";
    }

    @Override
    public String keyTextType() {
        return "text";
    }

    @Override
    public String appliedAtColumn() {
        return "text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))";
    }

    @Override
    public List<String> createSubjects(String table, String columns, String index) {
        return List.of("create table " + table + " (" + columns
                + ",\n  primary key (\"tenant\", \"subject\", \"occurred_at\" desc, \"key\")\n) strict, without rowid");
    }

    @Override
    public List<String> createSetIndex(SetIndex index) {
        return SqliteSetIndex.create(index, this);
    }

    @Override
    public List<String> dropSetIndex(SetIndex index) {
        return SqliteSetIndex.drop(index);
    }

    @Override
    public Map<String, Set<String>> columns(JdbcConnection link, List<String> tables) throws SQLException {
        return new SqlBuilder()
                .add("select t.name, c.name from sqlite_schema t, pragma_table_info(t.name) c"
                        + " where t.type in ('table', 'view') and t.name in (select value from json_each(")
                .bind(Codec.TEXT, JsonArrays.write(tables))
                .add("))")
                .pairs(link);
    }

    @Override
    public List<String> widen(String table, DeclaredField from, DeclaredField to) {
        if (to.scale() == from.scale()) {
            return List.of();
        }
        String column = TableNames.quote(to.name());
        return List.of("update " + table + " set " + column + " = " + column + " * " + power(to.scale() - from.scale())
                + " where " + column + " is not null");
    }

    @Override
    public String widenObstacle(String table, DeclaredField from, DeclaredField to) {
        if (to.scale() == from.scale()) {
            return "";
        }
        String most = power(DeclaredField.MAX_DIGITS - (to.scale() - from.scale()));
        String column = TableNames.quote(to.name());
        return "select 1 from " + table + " where " + column + " >= " + most + " or " + column + " <= -" + most
                + " limit 1";
    }

    private static String power(int exponent) {
        return BigInteger.TEN.pow(exponent).toString();
    }

    /**
     * The driver is told once that transactions are ours, then begun and ended in SQL: left to itself, it would begin the
     * next one, and take the write lock, as soon as one has ended.
     */
    @Override
    public void begin(JdbcConnection link, boolean writing, Deadline deadline) throws SQLException {
        link.execute(writing ? "begin immediate" : "begin");
    }

    /** A connection that writes waits for other processes a short while only, so that it can be interrupted. */
    @Override
    public boolean isHeldUp(SQLException error) {
        return SqliteErrors.isBusy(error);
    }

    /** As long as nothing is begun, that is what statements do. */
    @Override
    public boolean useAutoCommit(JdbcConnection link) {
        return true;
    }

    @Override
    public void commit(JdbcConnection link) throws SQLException {
        link.execute("commit");
    }

    @Override
    public void rollback(JdbcConnection link) throws SQLException {
        link.execute("rollback");
    }

    @Override
    public boolean continuesAfterError() {
        return true;
    }

    /** Writing transactions are begun as such; of one that a host began otherwise, SQLite refuses to write on old state. */
    @Override
    public boolean hasSingleWriter() {
        return true;
    }

    @Override
    public boolean isUniqueViolation(SQLException error) {
        return SqliteErrors.isUniqueViolation(error);
    }

    @Override
    public boolean isViolationOf(SQLException violation, String table, String index, List<String> columns) {
        return SqliteErrors.isViolationOf(violation, TableNames.unquote(table), columns);
    }

    @Override
    public boolean breaksConnection(SQLException error) {
        return SqliteErrors.breaksConnection(error);
    }

    @Override
    public StorageException translate(SQLException error, boolean committing) {
        return SqliteErrors.translate(error, committing);
    }
}
