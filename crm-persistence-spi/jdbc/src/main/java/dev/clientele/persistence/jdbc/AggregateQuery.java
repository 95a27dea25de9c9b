package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An aggregation, computed by the database. */
final class AggregateQuery {

    private AggregateQuery() {}

    static List<Group> execute(Aggregation aggregation, SchemaTables tables, JdbcConnection link, TenantId tenant)
            throws SQLException {
        QuerySource source = aggregation.subject() == null
                ? tables.source(aggregation.source())
                : tables.log(aggregation.source()).subjectSource();
        return execute(aggregation, source, tables.dialect(), link, tenant);
    }

    /** Computes an aggregation over the entries about each of some records. */
    static Map<UUID, List<Group>> execute(
            Aggregation aggregation,
            Collection<UUID> subjects,
            SchemaTables tables,
            JdbcConnection link,
            TenantId tenant)
            throws SQLException {
        List<String> keys = new ArrayList<>(List.of(LogTable.SUBJECT));
        keys.addAll(aggregation.groupBy());
        Aggregation bySubject = new Aggregation(
                aggregation.source(), aggregation.where().and(LogTable.among(subjects)), keys, aggregation.measures());
        QuerySource source = tables.log(aggregation.source()).subjectSource();
        Map<UUID, List<Group>> groups = new LinkedHashMap<>();
        for (Group group : execute(bySubject, source, tables.dialect(), link, tenant)) {
            UUID subject =
                    UUID.fromString((String) Objects.requireNonNull(group.keys().get(0)));
            groups.computeIfAbsent(subject, first -> new ArrayList<>())
                    .add(new Group(group.keys().subList(1, keys.size()), group.values()));
        }
        return groups;
    }

    private static List<Group> execute(
            Aggregation aggregation, QuerySource source, Dialect dialect, JdbcConnection link, TenantId tenant)
            throws SQLException {
        List<GroupKey> keys = GroupKey.of(aggregation, source);
        List<MeasureColumns> measures = aggregation.measures().stream()
                .map(measure -> columns(measure, aggregation, source, dialect))
                .toList();
        SqlBuilder sql = new SqlBuilder().add("select ").add(selected(keys, measures));
        if (aggregation.rangeStarts().isEmpty()) {
            source.from(sql, dialect, tenant, aggregation.subject());
            source.appendCondition(sql, dialect, tenant, aggregation.where());
        } else {
            sql.add(" from (select ");
            GroupKey.appendSelect(sql, aggregation, source, dialect);
            source.from(sql, dialect, tenant, aggregation.subject());
            source.appendCondition(sql, dialect, tenant, aggregation.where());
            sql.add(") " + GroupKey.ALIAS);
        }
        if (!keys.isEmpty()) {
            String names = String.join(", ", keys.stream().map(GroupKey::sql).toList());
            String order = String.join(
                    ", ",
                    keys.stream()
                            .map(key -> key.orderExpression(dialect) + " nulls last")
                            .toList());
            sql.add(" group by ").add(names).add(" order by ").add(order);
        }
        sql.add(" limit ").bind(Codec.LONG, Aggregation.MAX_GROUPS + 1L);
        List<Group> groups = new ArrayList<>();
        PreparedStatement statement = sql.prepare(link);
        statement.setFetchSize(0); // all at once: PostgreSQL computes what is fetched bit by bit in one process only
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                groups.add(group(rows, keys, measures));
            }
        }
        if (groups.size() > Aggregation.MAX_GROUPS) {
            throw new UnsupportedException("more than " + Aggregation.MAX_GROUPS + " groups", null);
        }
        return groups;
    }

    private static String selected(List<GroupKey> keys, List<MeasureColumns> measures) {
        List<String> expressions = new ArrayList<>();
        keys.forEach(key -> expressions.add(key.sql()));
        measures.forEach(measure -> expressions.addAll(measure.expressions()));
        return String.join(", ", expressions);
    }

    private static MeasureColumns columns(
            Measure measure, Aggregation aggregation, QuerySource source, Dialect dialect) {
        return switch (measure.function()) {
            case COUNT -> MeasureColumns.single("count(*)", Codec.LONG::read);
            case SUM ->
                measure.factor().isEmpty()
                        ? dialect.sum(GroupKey.column(measure.field(), aggregation, source))
                        : dialect.sumOfProducts(
                                GroupKey.column(measure.field(), aggregation, source),
                                GroupKey.column(measure.factor(), aggregation, source));
            case MIN -> dialect.minOrMax("min", GroupKey.column(measure.field(), aggregation, source));
            case MAX -> dialect.minOrMax("max", GroupKey.column(measure.field(), aggregation, source));
        };
    }

    private static Group group(ResultSet rows, List<GroupKey> keys, List<MeasureColumns> measures) throws SQLException {
        int index = 1;
        List<@Nullable Object> groupKeys = new ArrayList<>(keys.size());
        for (GroupKey key : keys) {
            groupKeys.add(key.read(rows, index++));
        }
        List<@Nullable Object> values = new ArrayList<>(measures.size());
        for (MeasureColumns measure : measures) {
            values.add(measure.reader().read(rows, index));
            index += measure.expressions().size();
        }
        return new Group(groupKeys, values);
    }
}
