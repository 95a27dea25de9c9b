package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.util.List;

/** Conditions and figures that databases express differently. */
interface Conditions {

    /** The value compares to a constant; unknown or false where there is none. */
    default void compare(Sql sql, Column column, Operator operator, Object value) {
        sql.add(column.sql()).add(CriteriaSql.symbol(operator)).bind(column.codec(), value);
    }

    /** The text begins with a prefix that isn't empty; unknown or false where there is no text. */
    void prefix(Sql sql, Column column, String prefix);

    /** The text contains a part that isn't empty; unknown or false where there is no text. */
    void containing(Sql sql, Column column, String part);

    /** The text set has an element; unknown or false where there is no set. */
    void has(Sql sql, Column column, String element);

    /** The value is one of at least two; unknown or false where there is none. */
    void in(Sql sql, Column column, List<Object> values);

    /** As {@link dev.clientele.persistence.Storage#supports}. */
    default boolean supports(Criteria atom) {
        return true;
    }

    /** What to sort by for a column's values to be in order. */
    default String order(Column column) {
        return column.sql();
    }

    /** The exact sum of an integer or decimal column, or the sum of a real one. */
    MeasureColumns sum(Column column);

    /** The least ({@code min}) or greatest ({@code max}) value of a column. */
    default MeasureColumns extreme(String function, Column column) {
        return MeasureColumns.single(function + "(" + column.sql() + ")", column::read);
    }

    /** A log's entries after a position, as far as no entry can turn up before them any more. */
    void following(Sql sql, LogTable table, Position after);

    /** What follows a select so that the rows stay as they are until the transaction ends. */
    String keepingRows();
}
