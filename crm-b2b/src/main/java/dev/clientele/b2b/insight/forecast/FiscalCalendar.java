package dev.clientele.b2b.insight.forecast;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Objects;
import org.threeten.extra.YearQuarter;

/**
 * The fiscal years of an organisation, of twelve calendar months from the first day of one. Immutable and thread-safe. A {@link
 * YearQuarter} is here a quarter of a fiscal year.
 *
 * <pre>{@code
 * FiscalCalendar years = FiscalCalendar.startingIn(Month.APRIL);
 * years.quarter(YearQuarter.of(2027, 1)); // 2026-04-01/2026-07-01: the year that ends in 2027
 * b2b.insight().forecast().closingIn(years.year(2027)).quarterly(years).in(EUR);
 * }</pre>
 *
 * @param firstMonth the month with which a fiscal year begins
 * @param namedByStart whether a fiscal year has the number of the calendar year in which it begins, instead of that in which it ends
 */
public record FiscalCalendar(Month firstMonth, boolean namedByStart) {

    private static final int MONTHS = 12;
    private static final int MONTHS_OF_QUARTER = 3;

    /** Refuses null. */
    public FiscalCalendar {
        Objects.requireNonNull(firstMonth, "firstMonth");
    }

    /** Returns the calendar of years that begin with this month, each with the number of the calendar year in which it ends. */
    public static FiscalCalendar startingIn(Month month) {
        return new FiscalCalendar(month, false);
    }

    /** Returns the same calendar, in which each year has the number of the calendar year in which it begins. */
    public FiscalCalendar numberedByStart() {
        return new FiscalCalendar(firstMonth, true);
    }

    /** Returns the days of a fiscal year. */
    public ForecastPeriod year(int year) {
        YearMonth first = firstMonth(year);
        return ForecastPeriod.between(first.atDay(1), first.plusMonths(MONTHS).atDay(1));
    }

    /** Returns the days of a quarter of a fiscal year. */
    public ForecastPeriod quarter(YearQuarter quarter) {
        YearMonth first =
                firstMonth(quarter.getYear()).plusMonths((quarter.getQuarterValue() - 1L) * MONTHS_OF_QUARTER);
        return ForecastPeriod.between(
                first.atDay(1), first.plusMonths(MONTHS_OF_QUARTER).atDay(1));
    }

    /** Returns the fiscal year in which a day lies. */
    public int yearOf(LocalDate day) {
        boolean before = day.getMonthValue() < firstMonth.getValue();
        int start = before ? day.getYear() - 1 : day.getYear();
        return start + yearsAfterStart();
    }

    /** Returns the quarter of a fiscal year in which a day lies. */
    public YearQuarter quarterOf(LocalDate day) {
        int months = Math.floorMod(day.getMonthValue() - firstMonth.getValue(), MONTHS);
        return YearQuarter.of(yearOf(day), 1 + months / MONTHS_OF_QUARTER);
    }

    private YearMonth firstMonth(int year) {
        return YearMonth.of(year - yearsAfterStart(), firstMonth);
    }

    private int yearsAfterStart() {
        return namedByStart || firstMonth == Month.JANUARY ? 0 : 1;
    }
}
