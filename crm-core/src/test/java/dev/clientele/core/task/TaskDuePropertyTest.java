package dev.clientele.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** A day is over when it is over where it was meant, also where clocks are put forward at midnight or a day is left out. */
class TaskDuePropertyTest {

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(List.of(
                        "UTC",
                        "Europe/London",
                        "Asia/Tokyo",
                        "Asia/Kolkata",
                        "America/Sao_Paulo",
                        "Pacific/Apia",
                        "Pacific/Kiritimati",
                        "Pacific/Honolulu"))
                .map(ZoneId::of);
    }

    @Property(tries = 500)
    void a_task_is_overdue_from_the_first_instant_after_its_day(
            @ForAll("zones") ZoneId zone, @ForAll @LongRange(min = 10_000, max = 25_000) long day) {
        LocalDate due = LocalDate.ofEpochDay(day);
        Task task = Task.of("Call", due, zone);

        Instant ends = task.require(Task.OVERDUE_AT);

        assertThat(LocalDate.ofInstant(ends, zone)).isAfter(due);
        assertThat(LocalDate.ofInstant(ends.minusNanos(1000), zone)).isBeforeOrEqualTo(due);
        assertThat(task.isOverdue(ends)).isTrue();
        assertThat(task.isOverdue(ends.minusNanos(1000))).isFalse();
        assertThat(Task.TYPE.validate(task)).isEmpty();
    }

    @Test
    void a_day_that_was_left_out_is_over_as_the_next_one_begins() {
        Task task = Task.of("Call", LocalDate.parse("2011-12-30"), ZoneId.of("Pacific/Apia"));

        assertThat(task.get(Task.OVERDUE_AT)).isEqualTo(Instant.parse("2011-12-30T10:00:00Z"));
    }
}
