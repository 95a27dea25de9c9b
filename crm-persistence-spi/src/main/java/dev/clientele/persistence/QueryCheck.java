package dev.clientele.persistence;

import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Containing;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.Has;
import dev.clientele.persistence.criteria.HasAny;
import dev.clientele.persistence.criteria.In;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.Missing;
import dev.clientele.persistence.criteria.Not;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Prefix;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The check of queries against declared fields, which brings their constants into canonical form. */
final class QueryCheck {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_SIZE = 1000;
    private static final int MAX_SORT_KEYS = 8;

    private QueryCheck() {}

    static Query check(Query query, DeclaredFields declared) {
        if (query.order().size() > MAX_SORT_KEYS) {
            throw new IllegalArgumentException("at most " + MAX_SORT_KEYS + " sort keys, got "
                    + query.order().size());
        }
        for (Sort key : query.order()) {
            requireOrdered(declared.get(key.field()));
        }
        return new Query(query.source(), check(query.where(), declared), query.order());
    }

    static Aggregation check(Aggregation aggregation, DeclaredFields declared) {
        for (String name : aggregation.groupBy()) {
            DeclaredField field = declared.get(name);
            if (field.type() == FieldType.TEXT_SET || field.type() == FieldType.REAL) {
                throw new IllegalArgumentException("can't group by the " + field.type() + " field " + name);
            }
        }
        for (Measure measure : aggregation.measures()) {
            boolean fits = switch (measure.function()) {
                case COUNT -> true;
                case SUM ->
                    measure.factor().isEmpty()
                            ? declared.get(measure.field()).type().summable()
                            : declared.get(measure.field()).type() == FieldType.DECIMAL
                                    && declared.get(measure.factor()).type() == FieldType.DECIMAL;
                case MIN, MAX ->
                    declared.get(measure.field()).type().ordered()
                            && declared.get(measure.field()).type() != FieldType.BOOLEAN;
            };
            if (!fits) {
                throw new IllegalArgumentException("no " + measure.function() + " of the field " + measure.field());
            }
        }
        return new Aggregation(
                aggregation.source(),
                aggregation.subject(),
                check(aggregation.where(), declared),
                aggregation.groupBy(),
                checkedRanges(aggregation, declared),
                aggregation.measures());
    }

    private static Map<String, List<Object>> checkedRanges(Aggregation aggregation, DeclaredFields declared) {
        Map<String, List<Object>> checked = new LinkedHashMap<>();
        aggregation.rangeStarts().forEach((name, starts) -> {
            DeclaredField field = declared.get(name);
            if (field.type() != FieldType.DATE && field.type() != FieldType.INSTANT) {
                throw new IllegalArgumentException("no ranges of the " + field.type() + " field " + name);
            } else if (!aggregation.groupBy().contains(name)) {
                throw new IllegalArgumentException("ranges of the field " + name + ", which isn't grouped by");
            } else if (starts.isEmpty() || starts.size() > Aggregation.MAX_RANGES) {
                throw new IllegalArgumentException(
                        "1 to " + Aggregation.MAX_RANGES + " ranges of the field " + name + ", got " + starts.size());
            }
            List<Object> values =
                    starts.stream().map(value -> constant(field, value)).toList();
            for (int i = 1; i < values.size(); i++) {
                if (ValueOrder.compare(values.get(i - 1), values.get(i)) >= 0) {
                    throw new IllegalArgumentException(
                            "ranges of the field " + name + " must start in ascending order");
                }
            }
            checked.put(name, values);
        });
        return checked;
    }

    static PageRequest check(List<Sort> order, PageRequest request, DeclaredFields declared) {
        Cursor cursor = request.after();
        if (cursor == null) {
            return request;
        }
        if (cursor.values().size() != order.size()) {
            throw new IllegalArgumentException("the cursor has "
                    + cursor.values().size() + " values, the query has " + order.size() + " sort keys");
        }
        List<@Nullable Object> values = new ArrayList<>(order.size());
        for (int i = 0; i < order.size(); i++) {
            @Nullable Object value = cursor.values().get(i);
            values.add(value == null ? null : constant(declared.get(order.get(i).field()), value));
        }
        requireValidText("id", cursor.id());
        return PageRequest.after(new Cursor(values, cursor.id()), request.limit());
    }

    static Criteria check(Criteria criteria, DeclaredFields declared) {
        if (criteria.depth() > MAX_DEPTH || criteria.size() > MAX_SIZE) {
            throw new IllegalArgumentException("a criteria is at most " + MAX_DEPTH + " deep and has at most "
                    + MAX_SIZE + " parts, got " + criteria.depth() + " and " + criteria.size());
        }
        return checked(criteria, declared);
    }

    private static Criteria checked(Criteria criteria, DeclaredFields declared) {
        if (criteria instanceof AllOf all) {
            return new AllOf(
                    all.criteria().stream().map(part -> checked(part, declared)).toList());
        } else if (criteria instanceof AnyOf any) {
            return new AnyOf(
                    any.criteria().stream().map(part -> checked(part, declared)).toList());
        } else if (criteria instanceof Not not) {
            return new Not(checked(not.criteria(), declared));
        } else if (criteria instanceof Comparison atom) {
            DeclaredField field = requireOrdered(declared.get(atom.field()));
            return new Comparison(atom.field(), atom.operator(), constant(field, atom.value()));
        } else if (criteria instanceof In atom) {
            DeclaredField field = requireOrdered(declared.get(atom.field()));
            return new In(
                    atom.field(),
                    atom.values().stream()
                            .map(value -> constant(field, value))
                            .distinct()
                            .toList());
        } else if (criteria instanceof Prefix atom) {
            require(declared.get(atom.field()), FieldType.TEXT);
            requireValidText(atom.field(), atom.prefix());
            return atom;
        } else if (criteria instanceof Containing atom) {
            require(declared.get(atom.field()), FieldType.TEXT);
            requireValidText(atom.field(), atom.part());
            return atom;
        } else if (criteria instanceof Has atom) {
            require(declared.get(atom.field()), FieldType.TEXT_SET);
            requireValidText(atom.field(), atom.element());
            return atom;
        } else if (criteria instanceof HasAny atom) {
            require(declared.get(atom.field()), FieldType.TEXT_SET);
            atom.elements().forEach(element -> requireValidText(atom.field(), element));
            return atom;
        } else if (criteria instanceof Missing atom) {
            declared.get(atom.field());
            return atom;
        }
        throw new IllegalStateException("unknown criteria " + criteria.getClass());
    }

    private static Object constant(DeclaredField field, Object value) {
        if (value instanceof String text && field.type() == FieldType.TEXT) {
            requireValidText(field.name(), text);
            return text;
        }
        try {
            return Objects.requireNonNull(CanonicalValues.value(field, value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("criteria on field " + field.name() + ": " + e.getMessage(), e);
        }
    }

    private static void requireValidText(String field, String text) {
        try {
            CanonicalValues.text(text, Integer.MAX_VALUE);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("criteria on field " + field + ": " + e.getMessage(), e);
        }
    }

    private static DeclaredField requireOrdered(DeclaredField field) {
        if (!field.type().ordered()) {
            throw new IllegalArgumentException("the field " + field.name() + " is a text set and has no order");
        }
        return field;
    }

    private static void require(DeclaredField field, FieldType type) {
        if (field.type() != type) {
            throw new IllegalArgumentException(
                    "the field " + field.name() + " is " + field.type() + ", this criteria is for " + type);
        }
    }
}
