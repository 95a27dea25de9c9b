package dev.clientele.core.codec;

import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a record from JSON data that somebody sent: every field has to be declared and every value to fit, and all that
 * isn't right is told at once, each with its path. What is read from storage has been checked before, and newer programs may have added
 * to it; that is {@link FieldMapCodec}'s.
 */
final class InputReader {

    private final String type;
    private final Function<String, @Nullable FieldCodec<?>> declared;
    private final List<Violation> violations = new ArrayList<>();

    InputReader(String type, Function<String, @Nullable FieldCodec<?>> declared) {
        this.type = type;
        this.declared = declared;
    }

    /**
     * Returns these values with those of the data in their fields' places; null takes a value away.
     *
     * @param required the fields that have to have a value in the end
     * @throws InvalidException with all that is wrong
     */
    FieldMap read(FieldMap start, Map<String, ?> json, Collection<FieldCodec<?>> required) {
        FieldMap values = start;
        for (Map.Entry<String, ?> entry : new TreeMap<>(json).entrySet()) {
            FieldCodec<?> field = declared.apply(entry.getKey());
            if (field == null) {
                violations.add(new Violation(
                        NamesFromOutside.shorten(entry.getKey()),
                        ViolationCode.UNKNOWN_FIELD,
                        "is not a field of " + type));
            } else if (!field.isComputed()) {
                values = with(values, field, entry.getValue());
            }
        }
        if (!violations.isEmpty()) {
            for (FieldCodec<?> field : required) {
                if (!values.has(field.name()) && json.get(field.name()) == null) {
                    violations.add(new Violation(field.name(), ViolationCode.REQUIRED, "is required"));
                }
            }
            throw new InvalidException(type, violations);
        }
        return values;
    }

    private <V> FieldMap with(FieldMap values, FieldCodec<V> field, @Nullable Object json) {
        if (json == null) {
            return values.without(field);
        }
        int before = violations.size();
        V value;
        try {
            value = field.fromJson(json);
        } catch (InvalidValueException e) {
            violations.add(
                    e.violation().path().startsWith(field.name())
                            ? ValueViolations.of(field.name(), e)
                            : e.violation().under(field.name()));
            return values;
        } catch (RuntimeException e) { // of whatever reads this kind of value
            violations.add(ValueViolations.unreadable(field.name(), field.jsonForm(), e));
            return values;
        }
        try {
            FieldMap with = values.with(field, value);
            V kept = with.get(field);
            if (kept != null) {
                findUnknown(json, field.toJson(kept), field.name());
            }
            return violations.size() == before ? with : values;
        } catch (InvalidException e) {
            violations.addAll(e.violations());
            return values;
        }
    }

    /** Finds the names within structured data that the value, written again, doesn't have. */
    private void findUnknown(@Nullable Object given, @Nullable Object kept, String path) {
        if (given instanceof Map<?, ?> object && kept instanceof Map<?, ?> own) {
            object.forEach((name, value) -> {
                String inner = path + '.' + NamesFromOutside.shorten(String.valueOf(name));
                if (own.containsKey(name)) {
                    findUnknown(value, own.get(name), inner);
                } else if (value != null) {
                    violations.add(new Violation(inner, ViolationCode.UNKNOWN_FIELD, "is not known here"));
                }
            });
        } else if (given instanceof List<?> list && kept instanceof List<?> own && list.size() == own.size()) {
            for (int i = 0; i < list.size(); i++) {
                findUnknown(list.get(i), own.get(i), path + '[' + i + ']');
            }
        }
    }
}
