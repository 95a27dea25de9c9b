package dev.clientele.examples.cli.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words that options choose from, in small letters. */
public final class TextFormat {

    private TextFormat() {}

    /** Such as {@code gamma-gamma} for GAMMA_GAMMA. */
    public static String optionWord(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As {@link String#format} without regard to where the machine stands. */
    public static String format(String format, @Nullable Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** A share as people read it, such as {@code 64.3 %}. */
    public static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }
}
