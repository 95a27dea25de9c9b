package dev.clientele.persistence.jdbc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Instants and dates as ISO-8601 text of one width, so that the order of the texts is the order in time: {@code
 * 2027-03-01T09:30:00.000000Z} and {@code 2027-03-01}. For databases without such types.
 *
 * <p>Written out by hand because the general parser takes longer than reading the row.
 */
final class IsoText {

    private static final long SECONDS_PER_DAY = 86_400;

    private IsoText() {}

    static String of(LocalDate date) {
        char[] text = new char[10];
        put(text, date);
        return new String(text);
    }

    static String of(Instant instant) {
        char[] text = new char[27];
        put(text, LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_PER_DAY)));
        int second = (int) Math.floorMod(instant.getEpochSecond(), SECONDS_PER_DAY);
        text[10] = 'T';
        put(text, 11, 2, second / 3600);
        text[13] = ':';
        put(text, 14, 2, second / 60 % 60);
        text[16] = ':';
        put(text, 17, 2, second % 60);
        text[19] = '.';
        put(text, 20, 6, instant.getNano() / 1000);
        text[26] = 'Z';
        return new String(text);
    }

    static LocalDate date(String text) {
        if (text.length() != 10) {
            throw new DateTimeException("not a date of the form 2027-03-01");
        }
        return LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    }

    static Instant instant(String text) {
        if (text.length() != 27 || text.charAt(26) != 'Z') {
            throw new DateTimeException("not an instant of the form 2027-03-01T09:30:00.000000Z");
        }
        long day = date(text.substring(0, 10)).toEpochDay();
        long second = number(text, 11, 2) * 3600L + number(text, 14, 2) * 60L + number(text, 17, 2);
        return Instant.ofEpochSecond(day * SECONDS_PER_DAY + second, number(text, 20, 6) * 1000L);
    }

    private static void put(char[] text, LocalDate date) {
        put(text, 0, 4, date.getYear());
        text[4] = '-';
        put(text, 5, 2, date.getMonthValue());
        text[7] = '-';
        put(text, 8, 2, date.getDayOfMonth());
    }

    private static void put(char[] text, int start, int width, int number) {
        int rest = number;
        for (int i = start + width - 1; i >= start; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int number(String text, int start, int width) {
        int number = 0;
        for (int i = start; i < start + width; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("not a digit at " + i);
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
