package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Containing;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Has;
import dev.clientele.persistence.criteria.HasAny;
import dev.clientele.persistence.criteria.In;
import dev.clientele.persistence.criteria.Missing;
import dev.clientele.persistence.criteria.Not;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.Prefix;
import java.util.List;
import java.util.Objects;

/**
 * The compiler of criteria into SQL conditions.
 *
 * <p>An atom on a missing value comes out as SQL's unknown, which {@code and}, {@code or} and {@code where} treat as the
 * false that rule C1 asks for; negation turns it into true by {@code is not true} (rule C2). Long lists are joined as
 * balanced trees, since databases limit how deep an expression may nest.
 */
final class CriteriaSql {

    private final Dialect dialect;
    private final QuerySource source;
    private final TenantId tenant;

    CriteriaSql(Dialect dialect, QuerySource source, TenantId tenant) {
        this.dialect = dialect;
        this.source = source;
        this.tenant = tenant;
    }

    /** Appends the condition, in brackets where it needs them. */
    void append(SqlBuilder sql, Criteria criteria) {
        if (criteria instanceof AllOf all) {
            join(sql, all.criteria(), " and ", "1 = 1");
        } else if (criteria instanceof AnyOf any) {
            anyOf(sql, any.criteria());
        } else if (criteria instanceof Not not && not.criteria() instanceof Missing atom) {
            sql.add(source.column(atom.field()).sql()).add(" is not null");
        } else if (criteria instanceof Not not) {
            sql.add("(");
            append(sql, not.criteria());
            sql.add(") is not true");
        } else if (criteria instanceof Comparison atom) {
            dialect.compare(sql, source.column(atom.field()), atom.operator(), atom.value());
        } else if (criteria instanceof In atom) {
            in(sql, source.column(atom.field()), atom.values());
        } else if (criteria instanceof Prefix atom) {
            FieldColumn column = source.column(atom.field());
            if (atom.prefix().isEmpty()) {
                sql.add(column.sql()).add(" is not null");
            } else {
                dialect.prefix(sql, column, atom.prefix());
            }
        } else if (criteria instanceof Containing atom) {
            FieldColumn column = source.column(atom.field());
            if (atom.part().isEmpty()) {
                sql.add(column.sql()).add(" is not null");
            } else {
                dialect.containing(sql, column, atom.part());
            }
        } else if (criteria instanceof Has atom) {
            has(sql, atom.field(), List.of(atom.element()));
        } else if (criteria instanceof HasAny atom) {
            has(sql, atom.field(), List.copyOf(atom.elements()));
        } else if (criteria instanceof Missing atom) {
            sql.add(source.column(atom.field()).sql()).add(" is null");
        } else {
            throw new IllegalStateException("unknown criteria " + criteria.getClass());
        }
    }

    /** Appends the test for at least one of some elements, along the set's index if it has one. */
    private void has(SqlBuilder sql, String field, List<String> elements) {
        SetIndex index = source.setIndexes().get(field);
        FieldColumn column = source.column(field);
        if (elements.isEmpty()) {
            sql.add("1 = 0");
        } else if (index != null && dialect.looksUpElementsByRow()) {
            sql.add("case when exists ("); // H2 writes "exists … is not true" in a form that it can't read
            index.select(sql, dialect, tenant, elements);
            sql.add(" and (" + index.identity(SetIndex.ALIAS + ".") + ") = (" + source.identity() + ")) and ");
            hasAny(
                    sql, column,
                    elements); // a program that doesn't declare the set leaves what it has removed in the list
            sql.add(" then true else false end");
        } else if (index != null) {
            listed(sql, () -> index.select(sql, dialect, tenant, elements));
        } else {
            hasAny(sql, column, elements);
        }
    }

    private void hasAny(SqlBuilder sql, FieldColumn column, List<String> elements) {
        if (elements.size() == 1) {
            dialect.has(sql, column, elements.get(0));
        } else {
            dialect.hasAny(sql, column, elements);
        }
    }

    private void listed(SqlBuilder sql, Runnable query) {
        boolean single = !source.identity().contains(",");
        sql.add(single ? source.identity() : "(" + source.identity() + ")").add(" in (");
        query.run();
        sql.add(")");
    }

    /**
     * Appends the alternative of criteria. Where some go along the index of a text set, they become queries of their own whose
     * rows are put together: databases would read the whole table for an alternative to what a query finds.
     */
    private void anyOf(SqlBuilder sql, List<Criteria> criteria) {
        List<Criteria> indexed = criteria.stream().filter(this::isIndexedSet).toList();
        boolean single = source.joinCondition().isEmpty();
        if (criteria.size() < 2 || indexed.isEmpty() || !single || dialect.looksUpElementsByRow()) {
            join(sql, criteria, " or ", "1 = 0");
            return;
        }
        List<Criteria> rest =
                criteria.stream().filter(each -> !isIndexedSet(each)).toList();
        listed(sql, () -> {
            String separator = "";
            for (Criteria each : indexed) {
                sql.add(separator);
                List<String> elements =
                        each instanceof Has has ? List.of(has.element()) : List.copyOf(((HasAny) each).elements());
                indexOf(each).select(sql, dialect, tenant, elements);
                separator = " union all ";
            }
            if (!rest.isEmpty()) {
                sql.add(separator).add("select ").add(source.identity());
                source.from(sql, dialect, tenant, null).add(" and ");
                join(sql, rest, " or ", "1 = 0");
            }
        });
    }

    private boolean isIndexedSet(Criteria criteria) {
        return (criteria instanceof Has has && source.setIndexes().containsKey(has.field()))
                || (criteria instanceof HasAny any
                        && !any.elements().isEmpty()
                        && source.setIndexes().containsKey(any.field()));
    }

    private SetIndex indexOf(Criteria criteria) {
        String field = criteria instanceof Has has ? has.field() : ((HasAny) criteria).field();
        return Objects.requireNonNull(source.setIndexes().get(field));
    }

    private void in(SqlBuilder sql, FieldColumn column, List<Object> values) {
        switch (values.size()) {
            case 0 -> sql.add("1 = 0");
            case 1 -> dialect.compare(sql, column, Operator.EQUAL, values.get(0));
            default -> dialect.in(sql, column, values);
        }
    }

    private void join(SqlBuilder sql, List<Criteria> parts, String connective, String ofNothing) {
        switch (parts.size()) {
            case 0 -> sql.add(ofNothing);
            case 1 -> append(sql, parts.get(0));
            default -> {
                int middle = parts.size() / 2;
                sql.add("(");
                join(sql, parts.subList(0, middle), connective, ofNothing);
                sql.add(connective);
                join(sql, parts.subList(middle, parts.size()), connective, ofNothing);
                sql.add(")");
            }
        }
    }

    static String symbol(Operator operator) {
        return switch (operator) {
            case EQUAL -> " = ";
            case BELOW -> " < ";
            case AT_MOST -> " <= ";
            case ABOVE -> " > ";
            case AT_LEAST -> " >= ";
        };
    }
}
