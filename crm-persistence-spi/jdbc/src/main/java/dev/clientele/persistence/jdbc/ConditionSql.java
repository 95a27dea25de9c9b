package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.util.List;

/** The SQL of a database's conditions: comparisons, prefixes, parts and lists of values, and the order they agree with. */
interface ConditionSql {

    /** Appends the comparison of a value with a constant; unknown or false where there is no value. */
    default void compare(SqlBuilder sql, FieldColumn column, Operator operator, Object value) {
        sql.add(column.sql()).add(CriteriaSql.symbol(operator)).bind(column.codec(), value);
    }

    /** Appends the test whether a text begins with a prefix that isn't empty; unknown or false where there is no text. */
    void prefix(SqlBuilder sql, FieldColumn column, String prefix);

    /** Appends the test whether a text contains a part that isn't empty; unknown or false where there is no text. */
    void containing(SqlBuilder sql, FieldColumn column, String part);

    /** Appends the test whether a text set has an element; unknown or false where there is no set. */
    void has(SqlBuilder sql, FieldColumn column, String element);

    /** Appends the test whether a text set has at least one of two elements or more; unknown or false where there is no set. */
    void hasAny(SqlBuilder sql, FieldColumn column, List<String> elements);

    /** Appends the test whether a value is one of at least two; unknown or false where there is no value. */
    void in(SqlBuilder sql, FieldColumn column, List<Object> values);

    /** Tells whether the database can evaluate an atom; see {@link dev.clientele.persistence.Storage#supports}. */
    default boolean supports(Criteria atom) {
        return true;
    }

    /** Returns the expression to sort by for a column's values to be in order. */
    default String orderExpression(FieldColumn column) {
        return column.sql();
    }

    /** Returns a term to sort by of rows that are to be looked up by a list of values first, instead of read in this order. */
    default String sortAfterLookup(String term) {
        return term;
    }

    /**
     * Returns whether the elements of an indexed set are looked up row by row. H2 runs a query in a condition anew for each row, so
     * that a list of many would be read as often.
     */
    default boolean looksUpElementsByRow() {
        return false;
    }
}
