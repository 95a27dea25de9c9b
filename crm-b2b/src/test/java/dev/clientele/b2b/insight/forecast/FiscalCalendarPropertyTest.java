package dev.clientele.b2b.insight.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.threeten.extra.YearQuarter;

class FiscalCalendarPropertyTest {

    private static final FiscalCalendar APRIL = FiscalCalendar.startingIn(Month.APRIL);

    @Example
    void a_year_from_april_has_the_number_of_the_calendar_year_in_which_it_ends_or_begins() {
        assertThat(APRIL.year(2027)).hasToString("2026-04-01/2027-04-01");
        assertThat(APRIL.quarter(YearQuarter.of(2027, 4))).hasToString("2027-01-01/2027-04-01");
        assertThat(APRIL.quarterOf(LocalDate.of(2026, 4, 1))).isEqualTo(YearQuarter.of(2027, 1));
        assertThat(APRIL.quarterOf(LocalDate.of(2026, 3, 31))).isEqualTo(YearQuarter.of(2026, 4));
        assertThat(APRIL.numberedByStart().year(2027)).hasToString("2027-04-01/2028-04-01");
    }

    @Example
    void a_year_from_january_is_the_calendar_year() {
        FiscalCalendar calendar = FiscalCalendar.startingIn(Month.JANUARY);

        assertThat(calendar.year(2027)).isEqualTo(ForecastPeriod.ofYear(2027));
        assertThat(calendar.quarter(YearQuarter.of(2027, 3))).isEqualTo(ForecastPeriod.of(YearQuarter.of(2027, 3)));
    }

    @Example
    void a_period_falls_into_fiscal_quarters_and_years() {
        ForecastPeriod period = ForecastPeriod.between(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 8, 1));

        assertThat(period.quarters(FiscalCalendar.startingIn(Month.FEBRUARY)))
                .extracting(ForecastPeriod::toString)
                .containsExactly("2027-02-01/2027-05-01", "2027-05-01/2027-08-01");
        assertThat(period.years(APRIL))
                .extracting(ForecastPeriod::toString)
                .containsExactly("2027-02-01/2027-04-01", "2027-04-01/2027-08-01");
    }

    @Property
    void every_day_lies_in_its_quarter_and_a_year_is_its_four_quarters(
            @ForAll @IntRange(min = -100_000, max = 200_000) int day, @ForAll Month month, @ForAll boolean byStart) {
        FiscalCalendar calendar = new FiscalCalendar(month, byStart);
        LocalDate date = LocalDate.ofEpochDay(day);
        int year = calendar.yearOf(date);
        ForecastPeriod whole = calendar.year(year);

        assertThat(calendar.quarter(calendar.quarterOf(date)).contains(date)).isTrue();
        assertThat(whole.contains(date)).isTrue();
        assertThat(whole.quarters(calendar))
                .isEqualTo(List.of(
                        calendar.quarter(YearQuarter.of(year, 1)),
                        calendar.quarter(YearQuarter.of(year, 2)),
                        calendar.quarter(YearQuarter.of(year, 3)),
                        calendar.quarter(YearQuarter.of(year, 4))));
        assertThat(calendar.year(year + 1).startInclusive()).isEqualTo(whole.endExclusive());
    }
}
