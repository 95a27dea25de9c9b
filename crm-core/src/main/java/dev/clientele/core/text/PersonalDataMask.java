package dev.clientele.core.text;

import org.jspecify.annotations.Nullable;

/**
 * The text that stands in {@code toString}, logs and messages in place of personal data.
 *
 * <p>The mask is always the same: not even the length or the first letter of what it hides can be read from it.
 */
public final class PersonalDataMask {
    /** The mask itself. */
    public static final String MASK = "***";

    private PersonalDataMask() {}

    /** Returns {@link #MASK} for any value, and {@code "-"} for none, so that a reader sees whether there was one. */
    public static String mask(@Nullable Object value) {
        return value == null ? "-" : MASK;
    }
}
