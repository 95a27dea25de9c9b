package dev.clientele.b2b.insight.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

class ForecastPeriodTest {

    @Test
    void a_quarter_has_its_days() {
        YearQuarter quarter = YearQuarter.of(2027, 1);
        ForecastPeriod days = ForecastPeriod.of(quarter);

        assertThat(days.startInclusive()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(days.endExclusive()).isEqualTo(LocalDate.of(2027, 4, 1));
        assertThat(days.contains(LocalDate.of(2027, 3, 31))).isTrue();
        assertThat(days.contains(LocalDate.of(2027, 4, 1))).isFalse();
        assertThat(days.contains(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(YearQuarter.from(LocalDate.of(2027, 3, 31))).isEqualTo(quarter);
        assertThat(YearQuarter.from(LocalDate.of(2027, 4, 1))).isEqualTo(quarter.plusQuarters(1));
        assertThat(quarter.minusQuarters(1)).isEqualTo(YearQuarter.of(2026, 4)).isLessThan(quarter);
    }

    @Test
    void the_text_form_reads_back() {
        assertThat(YearQuarter.parse("2027-Q3"))
                .isEqualTo(YearQuarter.of(2027, 3))
                .hasToString("2027-Q3");
        assertThat(YearQuarter.of(9, 1)).hasToString("0009-Q1");
        assertThatThrownBy(() -> YearQuarter.parse("2027Q3")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> YearQuarter.of(2027, 5)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_period_falls_into_months_and_quarters() {
        ForecastPeriod period = ForecastPeriod.between(LocalDate.of(2026, 12, 15), LocalDate.of(2027, 2, 1));

        assertThat(period.months())
                .isEqualTo(List.of(
                        ForecastPeriod.between(LocalDate.of(2026, 12, 15), LocalDate.of(2027, 1, 1)),
                        ForecastPeriod.between(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 1))));
        assertThat(period.quarters()).hasSize(2);
        assertThat(ForecastPeriod.ofYear(2027).quarters()).hasSize(4);
        assertThat(ForecastPeriod.parse(period.toString())).isEqualTo(period);
        assertThatThrownBy(() -> ForecastPeriod.between(LocalDate.EPOCH, LocalDate.EPOCH))
                .hasMessageContaining("must end after it starts");
    }
}
