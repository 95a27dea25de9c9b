package dev.clientele.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonTest {
    private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);

    @Test
    void twelve_months_follow_the_calendar() {
        assertThat(Horizon.months(12).endExclusive(LocalDate.of(2023, 3, 15))).hasValue(LocalDate.of(2024, 3, 15));
        assertThat(Horizon.months(12).lengthInDays(LocalDate.of(2023, 3, 15))).hasValue(366L);
        assertThat(Horizon.months(12).endExclusive(LEAP_DAY)).hasValue(LocalDate.of(2025, 2, 28));
    }

    @Test
    void one_month_from_the_31st_ends_with_the_next_month() {
        assertThat(Horizon.months(1).endExclusive(LocalDate.of(2025, 1, 31))).hasValue(LocalDate.of(2025, 2, 28));
    }

    @Test
    void weeks_have_seven_days() {
        assertThat(Horizon.weeks(39).lengthInDays(LEAP_DAY)).hasValue(273L);
        assertThat(Horizon.weeks(52).lengthInYears(LEAP_DAY, DayCount.ACT_364)).isEqualTo(1);
    }

    @Test
    void the_start_belongs_to_it_and_the_end_does_not() {
        Horizon week = Horizon.days(7);
        assertThat(week.covers(LEAP_DAY, LEAP_DAY)).isTrue();
        assertThat(week.covers(LEAP_DAY, LEAP_DAY.plusDays(6))).isTrue();
        assertThat(week.covers(LEAP_DAY, LEAP_DAY.plusDays(7))).isFalse();
        assertThat(week.covers(LEAP_DAY, LEAP_DAY.minusDays(1))).isFalse();
    }

    @Test
    void an_infinite_horizon_has_no_end() {
        assertThat(Horizon.infinite().isInfinite()).isTrue();
        assertThat(Horizon.infinite().endExclusive(LEAP_DAY)).isEmpty();
        assertThat(Horizon.infinite().covers(LEAP_DAY, LocalDate.MAX)).isTrue();
        assertThat(Horizon.infinite().lengthInYears(LEAP_DAY, DayCount.ACT_365F))
                .isInfinite();
        assertThat(Horizon.parse("infinite")).isEqualTo(Horizon.infinite());
    }

    @Test
    void it_says_itself_in_words() {
        assertThat(Horizon.months(12).describe()).isEqualTo("12 months");
        assertThat(Horizon.years(1).describe()).isEqualTo("1 year");
        assertThat(Horizon.infinite().describe()).isEqualTo("without end");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_001})
    void a_horizon_without_length_or_beyond_reason_is_refused(int months) {
        assertThatThrownBy(() -> Horizon.months(months)).hasMessage("months must be 1 to 100000, got " + months);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12M", "P0M", "P1Y2M", "P-1M", "p1m", "P1H", "INFINITE"})
    void other_text_is_refused(String text) {
        assertThatThrownBy(() -> Horizon.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void the_text_form_reads_back(@ForAll @IntRange(min = 1, max = 100_000) int amount) {
        for (Horizon horizon : new Horizon[] {
            Horizon.days(amount), Horizon.weeks(amount), Horizon.months(amount), Horizon.years(amount)
        }) {
            assertThat(Horizon.parse(horizon.toString())).isEqualTo(horizon).hasSameHashCodeAs(horizon);
        }
    }
}
