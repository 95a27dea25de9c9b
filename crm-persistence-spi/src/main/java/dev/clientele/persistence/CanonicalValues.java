package dev.clientele.persistence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The conversion of values to the one form that their declared field stores. */
final class CanonicalValues {

    private static final Instant FIRST_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final LocalDate FIRST_DATE = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);
    private static final int MAX_ELEMENTS = 1000;

    private CanonicalValues() {}

    /**
     * Returns the canonical form, or null for an empty text set.
     *
     * @throws IllegalArgumentException naming the rule that the value breaks, never the value
     */
    static @Nullable Object value(DeclaredField field, Object value) {
        return switch (field.type()) {
            case TEXT -> text(requireType(String.class, value), field.limit());
            case TEXT_SET -> textSet(requireType(Set.class, value), field.limit());
            case INTEGER -> requireType(Long.class, value);
            case DECIMAL -> decimal(requireType(BigDecimal.class, value), field.scale());
            case BOOLEAN -> requireType(Boolean.class, value);
            case REAL -> real(requireType(Double.class, value));
            case INSTANT -> instant(requireType(Instant.class, value));
            case DATE -> date(requireType(LocalDate.class, value));
        };
    }

    private static <V> V requireType(Class<V> type, Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("takes a " + type.getSimpleName() + ", got a "
                    + value.getClass().getSimpleName());
        }
        return type.cast(value);
    }

    static String text(String text, int limit) {
        int points = text.length();
        if (hasSpecialUnits(text)) {
            points = countCodePoints(text);
        }
        if (points > limit) {
            throw new IllegalArgumentException(
                    "text has " + points + " code points, at most " + limit + " are allowed");
        }
        return text;
    }

    /** Returns whether a text has NUL, surrogates or what is beyond them, which few have. */
    private static boolean hasSpecialUnits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ((char) (text.charAt(i) - 1) >= Character.MIN_SURROGATE - 1) {
                return true;
            }
        }
        return false;
    }

    private static int countCodePoints(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                throw new IllegalArgumentException("text must not contain NUL");
            } else if (Character.isSurrogate(unit)) {
                boolean paired = Character.isHighSurrogate(unit)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(++i));
                if (!paired) {
                    throw new IllegalArgumentException("text must not contain an unpaired surrogate");
                }
            }
            points++;
        }
        return points;
    }

    private static @Nullable Object textSet(Set<?> set, int limit) {
        if (set.size() > MAX_ELEMENTS) {
            throw new IllegalArgumentException("set has " + set.size() + " elements, at most " + MAX_ELEMENTS);
        }
        if (set.size() == 1) {
            Set<?> one = Set.copyOf(set); // the same where it can't be changed
            text(requireType(String.class, one.iterator().next()), limit);
            return one;
        }
        Set<String> texts = new TreeSet<>();
        for (Object element : set) {
            texts.add(text(requireType(String.class, element), limit));
        }
        return texts.isEmpty() ? null : java.util.Collections.unmodifiableSet(texts);
    }

    private static BigDecimal decimal(BigDecimal decimal, int scale) {
        int before = DeclaredField.MAX_DIGITS - scale;
        // Looked at before scaling, which would write out a billion digits for a short number such as 1E+999999999.
        if (decimal.signum() == 0) {
            return BigDecimal.valueOf(0, scale);
        } else if ((long) decimal.precision() - decimal.scale() > before) {
            throw new IllegalArgumentException("decimal has more than " + before + " digits before the point");
        }
        String reason = "decimal has more than " + scale + " digits after the point";
        if ((long) decimal.scale() - scale >= decimal.precision()) {
            throw new IllegalArgumentException(reason);
        }
        try {
            return decimal.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(reason, e);
        }
    }

    private static Double real(Double real) {
        if (!Double.isFinite(real)) {
            throw new IllegalArgumentException("real must be finite");
        }
        return real == 0 ? Double.valueOf(0.0) : real;
    }

    private static Instant instant(Instant instant) {
        if (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT)) {
            throw new IllegalArgumentException("instant must lie in the years 0001 to 9999");
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDate date(LocalDate date) {
        if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
            throw new IllegalArgumentException("date must lie in the years 0001 to 9999");
        }
        return date;
    }
}
