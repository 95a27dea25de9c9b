package dev.clientele.b2c.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarGridTest {

    @ParameterizedTest
    @CsvSource({
        "WEEK, 2024-01-07, 2024-01-01, 2024-01-07, 2024-01-01",
        "WEEK, 1969-12-28, 1969-12-22, 1969-12-28, 1969-12-22",
        "MONTH, 2024-02-29, 2024-02, 2024-02-29, 2024-02-01",
        "MONTH, 1969-12-31, 1969-12, 1969-12-31, 1969-12-01",
        "QUARTER, 2024-05-05, 2024-Q2, 2024-06-30, 2024-04-01",
        "YEAR, 2024-05-05, 2024, 2024-12-31, 2024-01-01"
    })
    void a_day_lies_in_its_period(CalendarUnit unit, LocalDate day, String label, LocalDate last, LocalDate first) {
        CalendarGrid grid = CalendarGrid.of(unit);
        long number = grid.periodNumber(day);

        assertThat(grid.label(number)).isEqualTo(label);
        assertThat(grid.range(number)).isEqualTo(DayRange.of(first, last));
        assertThat(grid.periodNumber(first.minusDays(1))).isEqualTo(number - 1);
        assertThat(grid.periodNumber(last.plusDays(1))).isEqualTo(number + 1);
    }

    @Test
    void weeks_may_begin_on_any_day() {
        for (DayOfWeek day : DayOfWeek.values()) {
            CalendarGrid grid = CalendarGrid.weeks(day);

            assertThat(grid.start(grid.periodNumber(LocalDate.of(2024, 5, 15))).getDayOfWeek())
                    .isEqualTo(day);
        }
    }
}
