package dev.clientele.b2c.identity.comparison;

import org.jspecify.annotations.Nullable;

/** Reads the digits of any script out of a text. */
final class Digits {
    private Digits() {}

    /** The digits as {@code 0} to {@code 9}, at most so many; looks at no more than the first 256 characters. */
    static String of(String raw, int most) {
        StringBuilder digits = new StringBuilder();
        int end = Math.min(raw.length(), 256);
        for (int i = 0; i < end && digits.length() < most; i++) {
            int digit = Character.digit(raw.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.toString();
    }

    /** The finite number that a text states; null where it states none. */
    static @Nullable Double number(String raw) {
        String text = raw.strip();
        if (text.isEmpty() || text.length() > 32) {
            return null;
        }
        try {
            double number = Double.parseDouble(text.indexOf('.') < 0 ? text.replace(',', '.') : text.replace(",", ""));
            return Double.isFinite(number) ? number + 0.0 : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
