package dev.clientele.core.criteria;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.json.Json;
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
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Criteria as JSON and back: {@code read(write(c))} equals {@code c}, and equal criteria have the same text in every process.
 *
 * <p>The form is one object per node:
 *
 * <pre>{@code
 * {"all": [{"field": "stage", "equal": "Proposal"},
 *          {"not": {"field": "amount", "below": {"decimal": "10000.00"}}},
 *          {"field": "last_touch", "at_least": {"relative": {"period": "P-1M", "duration": "PT0S", "zone": "UTC", "date": false}}}]}
 * }</pre>
 *
 * The words are {@code all}, {@code any}, {@code not} and, beside {@code field}: {@code equal}, {@code below}, {@code
 * at_most}, {@code above}, {@code at_least}, {@code in}, {@code prefix}, {@code contains}, {@code has}, {@code has_any}, {@code missing}. Text
 * and booleans stand as they are, whole numbers as numbers; {@code decimal}, {@code real}, {@code instant} and {@code date}
 * name their type. Stateless and thread-safe.
 */
public final class CriteriaJson {

    private static final String FIELD = "field";
    private static final int MAX_DEPTH = 64;

    private CriteriaJson() {}

    /**
     * Writes the JSON text of a criteria.
     *
     * @throws InvalidValueException if it nests deeper than 64
     */
    public static String write(Criteria criteria) {
        if (criteria.depth() > MAX_DEPTH) {
            throw tooDeep();
        }
        return Json.write(tree(criteria));
    }

    /**
     * Reads the criteria of a JSON text.
     *
     * @throws InvalidValueException telling what is wrong, if the text isn't the JSON form of a criteria or nests deeper
     *     than 64
     */
    public static Criteria read(String json) {
        return criteria(Json.read(json), 1);
    }

    private static Map<String, Object> tree(Criteria criteria) {
        if (criteria instanceof AllOf all) {
            return Map.of("all", trees(all.criteria()));
        } else if (criteria instanceof AnyOf any) {
            return Map.of("any", trees(any.criteria()));
        } else if (criteria instanceof Not not) {
            return Map.of("not", tree(not.criteria()));
        } else if (criteria instanceof Comparison atom) {
            return atom(atom.field(), ConstantJson.operatorName(atom.operator()), ConstantJson.write(atom.value()));
        } else if (criteria instanceof In atom) {
            List<Object> values =
                    atom.values().stream().map(ConstantJson::write).toList();
            return atom(atom.field(), "in", values);
        } else if (criteria instanceof Prefix atom) {
            return atom(atom.field(), "prefix", atom.prefix());
        } else if (criteria instanceof Containing atom) {
            return atom(atom.field(), "contains", atom.part());
        } else if (criteria instanceof Has atom) {
            return atom(atom.field(), "has", atom.element());
        } else if (criteria instanceof HasAny atom) {
            return atom(
                    atom.field(),
                    "has_any",
                    atom.elements().stream().sorted(ValueOrder.TEXT).toList());
        } else if (criteria instanceof Missing atom) {
            return atom(atom.field(), "missing", true);
        }
        throw new IllegalStateException("unknown criteria " + criteria.getClass());
    }

    private static List<Map<String, Object>> trees(List<Criteria> parts) {
        return parts.stream().map(CriteriaJson::tree).toList();
    }

    private static Map<String, Object> atom(String field, String word, Object value) {
        Map<String, Object> node = new LinkedHashMap<>(); // keeps its order, so that a criteria has one text
        node.put(FIELD, field);
        node.put(word, value);
        return node;
    }

    private static InvalidValueException tooDeep() {
        return new InvalidValueException("", ViolationCode.TOO_MANY, "a criteria nests at most " + MAX_DEPTH + " deep");
    }

    private static Criteria criteria(@Nullable Object json, int depth) {
        if (depth > MAX_DEPTH) {
            throw tooDeep();
        }
        if (!(json instanceof Map<?, ?> node)) {
            throw new InvalidValueException("", ViolationCode.FORM, "a criteria is a JSON object");
        }
        if (node.get(FIELD) instanceof String field && node.size() == 2) {
            return atom(field, node);
        } else if (node.size() == 1) {
            Map.Entry<?, ?> only = node.entrySet().iterator().next();
            Object value = only.getValue();
            if ("not".equals(only.getKey())) {
                return new Not(criteria(value, depth + 1));
            } else if ("all".equals(only.getKey()) && value instanceof List<?> parts) {
                return new AllOf(
                        parts.stream().map(part -> criteria(part, depth + 1)).toList());
            } else if ("any".equals(only.getKey()) && value instanceof List<?> parts) {
                return new AnyOf(
                        parts.stream().map(part -> criteria(part, depth + 1)).toList());
            }
        }
        throw new InvalidValueException(
                "",
                ViolationCode.FORM,
                "expected one of all, any, not, or a field with one comparison, got " + node.size() + " other names");
    }

    private static Criteria atom(String field, Map<?, ?> node) {
        for (Operator operator : Operator.values()) {
            Object constant = node.get(ConstantJson.operatorName(operator));
            if (constant != null) {
                return new Comparison(field, operator, ConstantJson.read(constant));
            }
        }
        if (node.get("in") instanceof List<?> values) {
            return new In(field, values.stream().map(ConstantJson::read).toList());
        } else if (node.get("prefix") instanceof String prefix) {
            return new Prefix(field, prefix);
        } else if (node.get("contains") instanceof String part) {
            return new Containing(field, part);
        } else if (node.get("has") instanceof String element) {
            return new Has(field, element);
        } else if (node.get("has_any") instanceof List<?> elements
                && elements.stream().allMatch(String.class::isInstance)) {
            return new HasAny(field, elements.stream().map(String.class::cast).collect(Collectors.toSet()));
        } else if (Boolean.TRUE.equals(node.get("missing"))) {
            return new Missing(field);
        }
        throw new InvalidValueException("", ViolationCode.FORM, "no comparison of that form on the field " + field);
    }
}
