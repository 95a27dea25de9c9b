package dev.clientele.b2b.insight.forecast;

import com.google.common.collect.Comparators;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.threeten.extra.LocalDateRange;
import org.threeten.extra.YearQuarter;

/**
 * A period of days with an exclusive end. Text form: {@code 2027-01-01/2027-04-01}, the end excluded.
 *
 * @param startInclusive the first day
 * @param endExclusive the first day after it, later than the start
 */
public record ForecastPeriod(LocalDate startInclusive, LocalDate endExclusive) implements Comparable<ForecastPeriod> {

    private static final Comparator<ForecastPeriod> ORDER =
            Comparator.comparing(ForecastPeriod::startInclusive).thenComparing(ForecastPeriod::endExclusive);

    /** Checks the order. */
    public ForecastPeriod {
        Objects.requireNonNull(startInclusive, "startInclusive");
        Objects.requireNonNull(endExclusive, "endExclusive");
        if (!startInclusive.isBefore(endExclusive)) {
            throw new IllegalArgumentException(
                    "a period must end after it starts, got " + startInclusive + " and " + endExclusive);
        }
    }

    /** Returns the days from one to before another. */
    public static ForecastPeriod between(LocalDate startInclusive, LocalDate endExclusive) {
        return new ForecastPeriod(startInclusive, endExclusive);
    }

    /** Returns a calendar month. */
    public static ForecastPeriod of(YearMonth month) {
        return between(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /** Returns a quarter of a calendar year. */
    public static ForecastPeriod of(YearQuarter quarter) {
        return between(quarter.atDay(1), quarter.plusQuarters(1).atDay(1));
    }

    /** Returns a calendar year. */
    public static ForecastPeriod ofYear(int year) {
        return between(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    /** Parses the text form. */
    public static ForecastPeriod parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("text must be of the form 2027-01-01/2027-04-01, got " + text);
        }
        return between(LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
    }

    /** Returns whether a day lies in it. */
    public boolean contains(LocalDate day) {
        return LocalDateRange.of(startInclusive, endExclusive).contains(day);
    }

    /** Returns its parts by calendar month; the first and the last may be shorter. */
    public List<ForecastPeriod> months() {
        return split(day -> YearMonth.from(day).plusMonths(1).atDay(1));
    }

    /** Returns its parts by calendar quarter; the first and the last may be shorter. */
    public List<ForecastPeriod> quarters() {
        return split(day -> YearQuarter.from(day).plusQuarters(1).atDay(1));
    }

    /** Returns its parts by quarter of fiscal years; the first and the last may be shorter. */
    public List<ForecastPeriod> quarters(FiscalCalendar years) {
        return split(day -> years.quarter(years.quarterOf(day)).endExclusive());
    }

    /** Returns its parts by fiscal year; the first and the last may be shorter. */
    public List<ForecastPeriod> years(FiscalCalendar years) {
        return split(day -> years.year(years.yearOf(day)).endExclusive());
    }

    private List<ForecastPeriod> split(UnaryOperator<LocalDate> nextStart) {
        List<ForecastPeriod> parts = new ArrayList<>();
        LocalDate start = startInclusive;
        while (start.isBefore(endExclusive)) {
            LocalDate end = Comparators.min(nextStart.apply(start), endExclusive);
            parts.add(between(start, end));
            start = end;
        }
        return List.copyOf(parts);
    }

    @Override
    public int compareTo(ForecastPeriod other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return startInclusive + "/" + endExclusive;
    }
}
