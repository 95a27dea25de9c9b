package dev.clientele.b2c.identity.comparison;

import java.util.List;

/** English names of months and their short forms of three letters. */
final class MonthNames {
    private static final List<String> SHORT =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private MonthNames() {}

    /** 1 to 12; 0 where the text begins like no month. */
    static int number(String text) {
        return text.length() < 3 ? 0 : SHORT.indexOf(text.substring(0, 3)) + 1;
    }
}
