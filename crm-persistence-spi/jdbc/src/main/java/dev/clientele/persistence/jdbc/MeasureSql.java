package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.criteria.Operator;
import java.sql.ResultSet;
import java.util.List;

/** The SQL of a database's aggregations: exact sums, least and greatest values, and ranges to group by. */
interface MeasureSql extends ConditionSql {

    /** Appends the number of these ascending values, at least one, that the column's value isn't below; null for none. */
    default void range(SqlBuilder sql, FieldColumn column, List<Object> starts) {
        sql.add("case when ").add(column.sql()).add(" is null then null else ");
        range(sql, column, starts, 0, starts.size());
        sql.add(" end");
    }

    /** Appends that number, known to lie between two: asks for the middle, so that few comparisons lead to it. */
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

    /** Returns the exact sum of an integer or decimal column, or the sum of a real one. */
    MeasureColumns sum(FieldColumn column);

    /** Returns the exact sum of the products of two decimal columns. */
    default MeasureColumns sumOfProducts(FieldColumn one, FieldColumn other) {
        return MeasureColumns.single("sum(" + one.sql() + " * " + other.sql() + ")", ResultSet::getBigDecimal);
    }

    /** Returns the least ({@code min}) or greatest ({@code max}) value of a column. */
    default MeasureColumns minOrMax(String function, FieldColumn column) {
        return MeasureColumns.single(function + "(" + column.sql() + ")", column::read);
    }
}
