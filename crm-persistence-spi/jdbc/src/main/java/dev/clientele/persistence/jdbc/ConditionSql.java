package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.sql.ResultSet;
import java.util.List;

/** Conditions and figures that databases express differently. */
interface ConditionSql {

    /** The value compares to a constant; unknown or false where there is none. */
    default void compare(SqlBuilder sql, FieldColumn column, Operator operator, Object value) {
        sql.add(column.sql()).add(CriteriaSql.symbol(operator)).bind(column.codec(), value);
    }

    /** The text begins with a prefix that isn't empty; unknown or false where there is no text. */
    void prefix(SqlBuilder sql, FieldColumn column, String prefix);

    /** The text contains a part that isn't empty; unknown or false where there is no text. */
    void containing(SqlBuilder sql, FieldColumn column, String part);

    /** The text set has an element; unknown or false where there is no set. */
    void has(SqlBuilder sql, FieldColumn column, String element);

    /** The value is one of at least two; unknown or false where there is none. */
    void in(SqlBuilder sql, FieldColumn column, List<Object> values);

    /** As {@link dev.clientele.persistence.Storage#supports}. */
    default boolean supports(Criteria atom) {
        return true;
    }

    /** What to sort by for a column's values to be in order. */
    default String orderExpression(FieldColumn column) {
        return column.sql();
    }

    /** The number of these ascending values, at least one, that the column's value isn't below; null if there are none. */
    default void range(SqlBuilder sql, FieldColumn column, List<Object> starts) {
        sql.add("case when ").add(column.sql()).add(" is null then null else ");
        range(sql, column, starts, 0, starts.size());
        sql.add(" end");
    }

    /** That number, which is known to lie between two: asks for the middle, so that few questions lead to it. */
    private void range(SqlBuilder sql, FieldColumn column, List<Object> starts, int least, int most) {
        if (least == most) {
            sql.add(least == 0 ? "null" : Integer.toString(least));
            return;
        }
        int middle = (least + most) / 2;
        sql.add("case when ");
        compare(sql, column, Operator.BELOW, starts.get(middle));
        sql.add(" then ");
        range(sql, column, starts, least, middle);
        sql.add(" else ");
        range(sql, column, starts, middle + 1, most);
        sql.add(" end");
    }

    /** The exact sum of an integer or decimal column, or the sum of a real one. */
    MeasureColumns sum(FieldColumn column);

    /** The exact sum of the products of two decimal columns. */
    default MeasureColumns sumOfProducts(FieldColumn one, FieldColumn other) {
        return MeasureColumns.single("sum(" + one.sql() + " * " + other.sql() + ")", ResultSet::getBigDecimal);
    }

    /** The least ({@code min}) or greatest ({@code max}) value of a column. */
    default MeasureColumns minOrMax(String function, FieldColumn column) {
        return MeasureColumns.single(function + "(" + column.sql() + ")", column::read);
    }

    /** A log's entries after a position, as far as no entry can turn up before them any more. */
    void afterPosition(SqlBuilder sql, LogTable table, Position after);

    /** What follows a select so that the rows stay as they are until the transaction ends. */
    String rowLockClause();
}
