package dev.clientele.core.criteria;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.RelativeTime;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The constants of criteria as JSON data. */
final class ConstantJson {

    private ConstantJson() {}

    static String operatorName(Operator operator) {
        return operator.name().toLowerCase(Locale.ROOT);
    }

    static Object write(Object value) {
        if (value instanceof BigDecimal decimal) {
            return Map.of("decimal", decimal.toString());
        } else if (value instanceof Double real) {
            return Map.of("real", real.toString());
        } else if (value instanceof Instant instant) {
            return Map.of("instant", instant.toString());
        } else if (value instanceof LocalDate date) {
            return Map.of("date", date.toString());
        } else if (value instanceof RelativeTime time) {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("period", time.period().toString());
            parts.put("duration", time.duration().toString());
            parts.put("zone", time.zone().getId());
            parts.put("date", time.asDate());
            return Map.of("relative", parts);
        }
        return value;
    }

    static Object read(@Nullable Object json) {
        if (json instanceof String || json instanceof Boolean || json instanceof Long) {
            return json;
        } else if (json instanceof Map<?, ?> node && node.size() == 1) {
            Map.Entry<?, ?> only = node.entrySet().iterator().next();
            try {
                return typed(String.valueOf(only.getKey()), only.getValue());
            } catch (DateTimeException | NumberFormatException e) {
                throw new InvalidValueException("", ViolationCode.FORM, "a constant doesn't have the form of its type");
            }
        }
        throw new InvalidValueException(
                "",
                ViolationCode.FORM,
                "a constant is text, a 64-bit number, a boolean, or one of decimal, real, instant,"
                        + " date and relative");
    }

    private static Object typed(String type, @Nullable Object value) {
        if (value instanceof String text) {
            Object constant = switch (type) {
                case "decimal" -> new BigDecimal(text);
                case "real" -> Double.valueOf(text);
                case "instant" -> Instant.parse(text);
                case "date" -> LocalDate.parse(text);
                default -> null;
            };
            if (constant != null) {
                return constant;
            }
        } else if (type.equals("relative") && value instanceof Map<?, ?> parts) {
            return new RelativeTime(
                    Period.parse(String.valueOf(parts.get("period"))),
                    Duration.parse(String.valueOf(parts.get("duration"))),
                    ZoneId.of(String.valueOf(parts.get("zone"))),
                    Boolean.TRUE.equals(parts.get("date")));
        }
        throw new InvalidValueException(
                "",
                ViolationCode.FORM,
                "a typed constant is one of decimal, real, instant, date and relative, each in its own form");
    }
}
