package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Selection;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.RelativeTime;
import dev.clientele.testing.LimitedStorage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** "Not seen for 90 days" is settled by the session's clock at the moment of asking. */
class RelativeTimeTest extends StoredTest {

    @Test
    void an_instant_moves_with_the_clock() {
        vessels.add(Vessel.named("Aurora").with(Vessel.LAST_SEEN, NOW));
        Selection<Vessel> unseen =
                vessels.query(Vessel.LAST_SEEN.compare(Operator.BELOW, RelativeTime.instant(Duration.ofDays(-90))));

        assertThat(unseen.count()).isZero();
        clock.forward(Duration.ofDays(90));
        assertThat(unseen.count()).isZero();
        clock.forward(Duration.ofNanos(1000));
        assertThat(unseen.count()).isEqualTo(1);
    }

    @Test
    void today_is_taken_in_the_zone_that_is_named() {
        clock.set(Instant.parse("2026-03-01T23:30:00Z"));
        vessels.add(Vessel.named("Aurora").with(Vessel.BUILT, LocalDate.of(2026, 3, 2)));

        assertThat(builtToday("UTC").count()).isZero();
        assertThat(builtToday("Europe/Berlin").count()).isEqualTo(1);
    }

    private Selection<Vessel> builtToday(String zone) {
        return vessels.query(Vessel.BUILT.compare(Operator.EQUAL, RelativeTime.date(Period.ZERO, ZoneId.of(zone))));
    }

    @Test
    void the_same_moment_counts_in_pages_streams_and_figures() {
        clock.set(Instant.parse("2026-03-01T10:00:00.000000999Z"));
        vessels.add(Vessel.named("Aurora").with(Vessel.LAST_SEEN, clock.instant()));
        Selection<Vessel> now =
                vessels.query(Vessel.LAST_SEEN.compare(Operator.EQUAL, RelativeTime.instant(Duration.ZERO)));

        assertThat(now.count()).isEqualTo(1);
        assertThat(now.page(5).items()).hasSize(1);
    }

    @Test
    void constants_finer_than_what_is_stored_mean_the_same_above_storage_as_in_it() {
        openAlone();
        Crm above = Crm.on(new LimitedStorage(storage, atom -> false))
                .type(Vessel.TYPE)
                .clock(clock)
                .build();
        Selection<Vessel> residual = above.session(ACME, Actor.user("alice"))
                .repository(Vessel.TYPE)
                .query(Criteria.compare("last_seen", Operator.BELOW, NOW.plusNanos(500)));
        vessels.add(Vessel.named("Aurora").with(Vessel.LAST_SEEN, NOW));

        assertThat(residual.count())
                .isEqualTo(vessels.query(Criteria.compare("last_seen", Operator.BELOW, NOW.plusNanos(500)))
                        .count());
    }

    @Test
    void an_unknown_field_is_refused_above_storage_as_in_it() {
        openAlone();
        Crm above = Crm.on(new LimitedStorage(storage, atom -> false))
                .type(Vessel.TYPE)
                .build();
        Selection<Vessel> nonsense =
                above.session(ACME, Actor.user("alice")).repository(Vessel.TYPE).query(Criteria.equal("colour", "red"));

        assertThatThrownBy(nonsense::count).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> nonsense.page(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(nonsense::stream).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_time_beyond_all_calendars_is_a_wrong_argument() {
        Period ages = Period.ofYears(Integer.MAX_VALUE);

        assertThatThrownBy(() -> vessels.query(
                                Vessel.BUILT.compare(Operator.BELOW, RelativeTime.date(ages, ZoneId.of("UTC"))))
                        .count())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vessels.query(Vessel.LAST_SEEN.compare(
                                Operator.BELOW, RelativeTime.instant(Duration.ofDays(4_000_000))))
                        .count())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_date_is_not_compared_with_an_instant() {
        assertThatThrownBy(() -> Vessel.BUILT.compare(Operator.BELOW, RelativeTime.instant(Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LocalDate");
    }
}
