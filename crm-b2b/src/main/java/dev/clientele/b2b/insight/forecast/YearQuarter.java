package dev.clientele.b2b.insight.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of a calendar year. Text form: {@code 2027-Q1}.
 *
 * @param year 1 to 9998
 * @param quarter 1 to 4
 */
public record YearQuarter(int year, int quarter) implements Comparable<YearQuarter> {

    private static final Pattern TEXT = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int MONTHS = 3;

    /** Checks both numbers. */
    public YearQuarter {
        if (year < 1 || year > 9998) {
            throw new IllegalArgumentException("year must be 1 to 9998, got " + year);
        }
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("quarter must be 1 to 4, got " + quarter);
        }
    }

    /** A quarter of a year. */
    public static YearQuarter of(int year, int quarter) {
        return new YearQuarter(year, quarter);
    }

    /** The quarter that a day lies in. */
    public static YearQuarter of(LocalDate day) {
        return new YearQuarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it isn't of the form {@code 2027-Q1}
     */
    public static YearQuarter parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("text must be of the form 2027-Q1, got " + text);
        }
        return of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The first month. */
    public YearMonth firstMonth() {
        return YearMonth.of(year, (quarter - 1) * MONTHS + 1);
    }

    /** The first day. */
    public LocalDate start() {
        return firstMonth().atDay(1);
    }

    /** The first day after it. */
    public LocalDate endExclusive() {
        return firstMonth().plusMonths(MONTHS).atDay(1);
    }

    /** The quarter so many quarters later, or earlier if negative. */
    public YearQuarter plus(int quarters) {
        return of(firstMonth().plusMonths((long) MONTHS * quarters).atDay(1));
    }

    @Override
    public int compareTo(YearQuarter other) {
        return start().compareTo(other.start());
    }

    @Override
    public String toString() {
        String digits = Integer.toString(year);
        return "0".repeat(4 - digits.length()) + digits + "-Q" + quarter;
    }
}
