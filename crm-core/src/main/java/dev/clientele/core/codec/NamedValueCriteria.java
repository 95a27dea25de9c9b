package dev.clientele.core.codec;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.json.Json;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.In;
import dev.clientele.persistence.criteria.Not;
import dev.clientele.persistence.criteria.ValueOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Criteria on values that have names within a field of the body, such as {@code tenant_fields.budget}. They have no column: no
 * storage evaluates them, and here they are evaluated on the body. A value of another kind than the constant meets nothing.
 */
public final class NamedValueCriteria {

    private static final char POINT = '.';

    private NamedValueCriteria() {}

    /** Returns the name under which criteria know a value within a field. */
    public static String nameOf(String field, String name) {
        return field + POINT + name;
    }

    /** Returns the field within which criteria know a value by this name; empty if the name is that of a column. */
    static Optional<String> fieldOf(String criteriaName) {
        int point = criteriaName.indexOf(POINT);
        return point < 0 ? Optional.empty() : Optional.of(criteriaName.substring(0, point));
    }

    /** Returns whether a criteria names such a value anywhere. */
    public static boolean isIn(Criteria criteria) {
        return criteria.fields().stream().anyMatch(NamedValueCriteria::isName);
    }

    private static boolean isName(String field) {
        return field.indexOf(POINT) >= 0;
    }

    /**
     * Checks a criteria that may name such values.
     *
     * @param declared whether a field of this name holds such values
     * @param check checks criteria on columns
     * @return the criteria with constants of columns as storage keeps them
     */
    static Criteria check(Criteria criteria, Predicate<String> declared, UnaryOperator<Criteria> check) {
        boolean named = isIn(criteria);
        Criteria columns = check.apply(named ? replaced(criteria) : criteria); // depth and size of the whole, too
        return named ? checked(criteria, declared, check) : columns;
    }

    private static Criteria replaced(Criteria criteria) {
        return map(criteria, atom -> isIn(atom) ? Criteria.missing(DocumentType.ID) : atom);
    }

    private static Criteria checked(Criteria criteria, Predicate<String> declared, UnaryOperator<Criteria> check) {
        return map(criteria, atom -> isIn(atom) ? requireFit(atom, declared) : check.apply(atom));
    }

    private static Criteria map(Criteria criteria, UnaryOperator<Criteria> change) {
        if (criteria instanceof AllOf all) {
            return new AllOf(
                    all.criteria().stream().map(part -> map(part, change)).toList());
        } else if (criteria instanceof AnyOf any) {
            return new AnyOf(
                    any.criteria().stream().map(part -> map(part, change)).toList());
        } else if (criteria instanceof Not not) {
            return new Not(map(not.criteria(), change));
        }
        return change.apply(criteria);
    }

    private static Criteria requireFit(Criteria atom, Predicate<String> declared) {
        String name = atom.fields().iterator().next();
        if (!declared.test(name.substring(0, name.indexOf(POINT)))) {
            throw new InvalidValueException(
                    "",
                    ViolationCode.UNKNOWN_FIELD,
                    "there is no field of values with names as in " + NamesFromOutside.shorten(name));
        }
        List<Object> constants = atom instanceof Comparison one
                ? List.of(one.value())
                : atom instanceof In some ? some.values() : List.of();
        if (constants.stream().anyMatch(Instant.class::isInstance)) {
            throw new InvalidValueException(
                    "", ViolationCode.FORM, "values with names can't be compared with instants");
        }
        return atom;
    }

    /**
     * Evaluates a criteria on one record.
     *
     * @param columns its columns
     * @param named the values with names, by the name that criteria know
     */
    public static boolean test(Criteria criteria, FieldReader columns, FieldReader named) {
        if (criteria instanceof AllOf all) {
            return all.criteria().stream().allMatch(part -> test(part, columns, named));
        } else if (criteria instanceof AnyOf any) {
            return any.criteria().stream().anyMatch(part -> test(part, columns, named));
        } else if (criteria instanceof Not not) {
            return !test(not.criteria(), columns, named);
        } else if (!isIn(criteria)) {
            return criteria.test(columns);
        } else if (criteria instanceof Comparison one) {
            return compares(one, comparable(named.read(one.field())));
        } else if (criteria instanceof In some) {
            Object found = comparable(named.read(some.field()));
            return some.values().stream().anyMatch(value -> isSame(found, comparable(value)));
        }
        return criteria.test(named);
    }

    /** Evaluates a criteria on a document, whose body is read if it has to be. */
    public static boolean test(Criteria criteria, Document document) {
        return isIn(criteria) ? test(criteria, document, new NamedInBody(document)) : criteria.test(document);
    }

    private static boolean compares(Comparison atom, @Nullable Object found) {
        Object constant = comparable(atom.value());
        return found != null
                && constant != null
                && found.getClass() == constant.getClass()
                && atom.operator().accepts(ValueOrder.compare(found, constant));
    }

    private static boolean isSame(@Nullable Object found, @Nullable Object constant) {
        return found != null
                && constant != null
                && found.getClass() == constant.getClass()
                && ValueOrder.compare(found, constant) == 0;
    }

    /** Returns a value in a form in which all numbers are of one type, and days are texts; null for what has no order. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        return value instanceof LocalDate day ? day.toString() : value instanceof Set ? null : value;
    }

    /** The values with names of a document, parsed when first asked for. */
    private static final class NamedInBody implements FieldReader {

        private final Document document;
        private @Nullable Map<String, Object> body;

        NamedInBody(Document document) {
            this.document = document;
        }

        @Override
        public @Nullable Object read(String field) {
            if (body == null) {
                body = Json.readObject(document.body());
            }
            int point = field.indexOf(POINT);
            Object values = body.get(field.substring(0, point));
            return values == null ? null : NamedValuesCodec.read(values).get(field.substring(point + 1));
        }
    }
}
