package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Sort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A checked query for documents or log entries.
 *
 * @param tenant the tenant of the rows
 * @param subject the subject of the entries, in a {@link LogTable#subjectSource}; else null
 * @param where the condition
 * @param order the sort keys
 * @param reader reads a row's value
 * @param tieBreaker returns a row's id or key
 */
record RowQuery<T extends FieldReader>(
        Dialect dialect,
        QuerySource source,
        TenantId tenant,
        @Nullable UUID subject,
        Criteria where,
        List<Sort> order,
        Reader<T> reader,
        Function<T, String> tieBreaker) {

    /** The reader of the row that a result set stands on. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    ResultPage<T> page(JdbcConnection link, List<IndexRange> segments, int limit) throws SQLException {
        List<T> rows = new ArrayList<>(Math.min(limit + 1, 1000));
        boolean few = source.lookups().isBounded(where);
        for (IndexRange segment : segments) {
            int wanted = limit + 1 - rows.size();
            SqlBuilder sql = sql(segment, few).add(" limit ").bind(Codec.LONG, (long) wanted);
            try (ResultSet found = sql.prepare(link).executeQuery()) {
                while (found.next()) {
                    rows.add(reader.read(found));
                }
            }
            if (rows.size() > limit) {
                List<T> items = rows.subList(0, limit);
                T last = items.get(items.size() - 1);
                return new ResultPage<>(items, Cursor.of(order, last, tieBreaker.apply(last)));
            }
        }
        return new ResultPage<>(rows, null);
    }

    List<IndexRange> ranges(@Nullable Cursor after) {
        return IndexRange.after(after, order, source, dialect);
    }

    /** Returns the statement for all rows of one stretch. */
    SqlBuilder sql(IndexRange segment) {
        return sql(segment, source.lookups().isLookup(where));
    }

    /**
     * Returns the statement for the rows of one stretch.
     *
     * @param few whether they are best looked up and then sorted
     */
    private SqlBuilder sql(IndexRange segment, boolean few) {
        SqlBuilder sql = new SqlBuilder().add("select ").add(source.selected());
        source.from(sql, dialect, tenant, subject);
        source.appendCondition(sql, dialect, tenant, where);
        source.appendCondition(sql, dialect, tenant, segment.condition());
        return sql.add(" order by ")
                .add(segment.order().stream()
                        .map(term -> few ? dialect.sortAfterLookup(term) : term)
                        .collect(Collectors.joining(", ")));
    }
}
