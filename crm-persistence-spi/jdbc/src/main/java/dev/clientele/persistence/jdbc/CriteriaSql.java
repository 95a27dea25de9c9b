package dev.clientele.persistence.jdbc;

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

    CriteriaSql(Dialect dialect, QuerySource source) {
        this.dialect = dialect;
        this.source = source;
    }

    /** Appends the condition, in brackets where it needs them. */
    void append(SqlBuilder sql, Criteria criteria) {
        if (criteria instanceof AllOf all) {
            join(sql, all.criteria(), " and ", "1 = 1");
        } else if (criteria instanceof AnyOf any) {
            join(sql, any.criteria(), " or ", "1 = 0");
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
            dialect.has(sql, source.column(atom.field()), atom.element());
        } else if (criteria instanceof HasAny atom) {
            append(
                    sql,
                    Criteria.anyOf(atom.elements().stream()
                            .map(element -> Criteria.has(atom.field(), element))
                            .toList()));
        } else if (criteria instanceof Missing atom) {
            sql.add(source.column(atom.field()).sql()).add(" is null");
        } else {
            throw new IllegalStateException("unknown criteria " + criteria.getClass());
        }
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
