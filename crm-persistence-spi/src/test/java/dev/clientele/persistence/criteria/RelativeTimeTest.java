package dev.clientele.persistence.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RelativeTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_duration_is_exact() {
        assertThat(RelativeTime.instant(Duration.ofHours(-36)).resolveAt(Instant.parse("2026-03-29T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-28T00:00:00Z"));
    }

    @Test
    void a_date_is_counted_in_its_zone() {
        Instant lateEvening = Instant.parse("2026-03-01T23:30:00Z");

        assertThat(RelativeTime.date(Period.ZERO, BERLIN).resolveAt(lateEvening))
                .isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(RelativeTime.date(Period.ofDays(-1), ZoneId.of("UTC")).resolveAt(lateEvening))
                .isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void calendar_days_keep_the_hour_over_a_change_of_clocks() {
        RelativeTime yesterday = new RelativeTime(Period.ofDays(-1), Duration.ZERO, BERLIN, false);

        assertThat(yesterday.resolveAt(Instant.parse("2026-03-29T10:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-28T11:00:00Z"));
    }

    @Test
    void the_period_is_applied_before_the_duration() {
        RelativeTime time = new RelativeTime(Period.ofMonths(-1), Duration.ofDays(1), BERLIN, true);

        assertThat(time.resolveAt(Instant.parse("2026-03-31T10:00:00Z"))).isEqualTo(LocalDate.of(2026, 3, 1));
    }
}
