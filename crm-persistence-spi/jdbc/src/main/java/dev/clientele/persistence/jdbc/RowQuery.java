package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Page;
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
import org.jspecify.annotations.Nullable;

/**
 * A checked query for documents or log entries.
 *
 * @param tenant whose rows
 * @param subject whose entries, in a {@link LogTable#subjectSource}; else null
 * @param where which rows
 * @param order sort keys
 * @param reader makes a row's value
 * @param tie a row's id or key
 */
record RowQuery<T extends FieldReader>(
        Dialect dialect,
        Source source,
        TenantId tenant,
        @Nullable UUID subject,
        Criteria where,
        List<Sort> order,
        Reader<T> reader,
        Function<T, String> tie) {

    /** Reads the row that a result set stands on. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Page<T> page(Link link, List<Segment> segments, int limit) throws SQLException {
        List<T> rows = new ArrayList<>(Math.min(limit + 1, 1000));
        for (Segment segment : segments) {
            int wanted = limit + 1 - rows.size();
            Sql sql = sql(segment).add(" limit ").bind(Codec.LONG, (long) wanted);
            try (ResultSet found = sql.on(link).executeQuery()) {
                while (found.next()) {
                    rows.add(reader.read(found));
                }
            }
            if (rows.size() > limit) {
                List<T> items = rows.subList(0, limit);
                T last = items.get(items.size() - 1);
                return new Page<>(items, Cursor.of(order, last, tie.apply(last)));
            }
        }
        return new Page<>(rows, null);
    }

    List<Segment> segments(@Nullable Cursor after) {
        return Segment.after(after, order, source, dialect);
    }

    /** The rows of one stretch. */
    Sql sql(Segment segment) {
        Sql sql = new Sql().add("select ").add(source.selected());
        source.from(sql, dialect, tenant, subject);
        source.and(sql, dialect, where);
        source.and(sql, dialect, segment.condition());
        return sql.add(" order by ").add(segment.order());
    }
}
