package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.criteria.Aggregation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key that an aggregation groups by: a column's values or the ranges that they fall into.
 *
 * <p>An expression that has parameters can't be repeated: databases take two with the same values for two expressions. So
 * ranges are numbered in an inner query, and grouped by in the one around it.
 *
 * @param column the column
 * @param rangeStarts the starts of ranges, ascending; empty to group by value
 * @param sql the expression by which the grouping query refers to it
 */
record GroupKey(FieldColumn column, List<Object> rangeStarts, String sql) {

    /** The alias of the inner query. */
    static final String ALIAS = "g";

    static List<GroupKey> of(Aggregation aggregation, QuerySource source) {
        return aggregation.groupBy().stream()
                .map(field -> {
                    FieldColumn column = column(field, aggregation, source);
                    List<Object> starts = aggregation.rangeStarts().getOrDefault(field, List.of());
                    return new GroupKey(column, starts, starts.isEmpty() ? column.sql() : ALIAS + "." + range(field));
                })
                .toList();
    }

    /** Returns a column as the grouping query sees it. */
    static FieldColumn column(String field, Aggregation aggregation, QuerySource source) {
        FieldColumn column = source.column(field);
        return aggregation.rangeStarts().isEmpty() ? column : column.in(ALIAS);
    }

    /** Returns the name of the column with the numbers of ranges. */
    private static String range(String field) {
        return TableNames.quote(field + "$range");
    }

    /** Appends the columns that the inner query selects. */
    static void appendSelect(SqlBuilder sql, Aggregation aggregation, QuerySource source, Dialect dialect) {
        Set<String> plain = new LinkedHashSet<>(aggregation.groupBy());
        plain.removeAll(aggregation.rangeStarts().keySet());
        aggregation.measures().stream()
                .flatMap(measure -> Stream.of(measure.field(), measure.factor()))
                .filter(field -> !field.isEmpty())
                .forEach(plain::add);
        String separator = "";
        for (String field : plain) {
            FieldColumn column = source.column(field);
            sql.add(separator).add(column.sql()).add(" as ").add(column.name());
            separator = ", ";
        }
        for (var ranges : aggregation.rangeStarts().entrySet()) {
            sql.add(separator);
            dialect.range(sql, source.column(ranges.getKey()), ranges.getValue());
            sql.add(" as ").add(range(ranges.getKey()));
            separator = ", ";
        }
    }

    /** Returns the expression to sort by for keys to be in order. */
    String orderExpression(Dialect dialect) {
        return rangeStarts.isEmpty() ? dialect.orderExpression(column) : sql;
    }

    @Nullable
    Object read(ResultSet row, int index) throws SQLException {
        if (rangeStarts.isEmpty()) {
            return column.read(row, index);
        }
        Long range = Codec.LONG.read(row, index);
        return range == null ? null : rangeStarts.get(Math.toIntExact(range) - 1);
    }
}
