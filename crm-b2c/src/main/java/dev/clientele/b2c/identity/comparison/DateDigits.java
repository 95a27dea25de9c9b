package dev.clientele.b2c.identity.comparison;

/** Reads a date in any common writing as {@code yyyymmdd}, {@code yyyymm} or {@code yyyy}, without asking the calendar. */
final class DateDigits {
    private DateDigits() {}

    /** The digits; empty where the text has no year. A first part above twelve is taken for a day, otherwise the month decides. */
    static String of(String raw) {
        String text = NormalizedText.of(raw);
        String[] parts = text.split(" ", 5);
        if (parts.length == 1
                || (parts[0].length() >= 6 && Digits.of(parts[0], 16).length() == parts[0].length())) {
            return ofBlock(Digits.of(parts[0], 16));
        }
        if (parts[0].length() == 4) {
            String year = Digits.of(parts[0], 4);
            return year.length() < 4 ? "" : year + part(parts[1]) + (parts.length > 2 ? part(parts[2]) : "");
        }
        if (parts.length == 2) {
            String year = Digits.of(parts[1], 4);
            return year.length() == 4 ? year + part(parts[0]) : "";
        }
        String year = year(Digits.of(parts[2], 4));
        if (year.isEmpty()) {
            return "";
        }
        String first = part(parts[0]);
        String second = part(parts[1]);
        return second.compareTo("12") > 0 ? year + first + second : year + second + first;
    }

    private static String ofBlock(String digits) {
        int length = digits.length();
        if (length < 4) {
            return "";
        }
        return digits.substring(0, length >= 8 ? 8 : length >= 6 ? 6 : 4);
    }

    /** Two digits above thirty belong to the twentieth century. */
    private static String year(String digits) {
        if (digits.length() == 2) {
            return (digits.compareTo("30") > 0 ? "19" : "20") + digits;
        }
        return digits.length() == 4 ? digits : "";
    }

    private static String part(String text) {
        int month = MonthNames.number(text);
        String digits = month > 0 ? Integer.toString(month) : Digits.of(text, 2);
        return digits.length() == 1 ? "0" + digits : digits.isEmpty() ? "00" : digits;
    }
}
