package dev.clientele.examples.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RaceTest {

    private final AtomicLong clock = new AtomicLong();
    private final BenchmarkComparison<String> race = new BenchmarkComparison<>(List.of("hare", "tortoise"), clock::get);

    private long run(String contender) {
        return clock.addAndGet(contender.equals("hare") ? 1000 : 3000) * 0;
    }

    @Test
    void contenders_take_turns_at_being_first() {
        List<String> order = new ArrayList<>();

        for (int i = 0; i < 3; i++) {
            race.run("field", 0, 1, contender -> order.add(contender) ? 0 : 1);
        }

        assertThat(order).containsExactly("hare", "tortoise", "tortoise", "hare", "hare", "tortoise");
    }

    @Test
    void pieces_of_a_round_add_up_and_rounds_are_compared_each_within_itself() {
        race.run("field", 0, 1, this::run);
        race.run("field", 0, 1, this::run);
        race.run("field", 1, 4, this::run);

        TaskTimings standing = race.timings().get(0);
        assertThat(standing.micros("hare")).isEqualTo(new RoundStatistics(0.25, 0.625, 1));
        assertThat(standing.ratio("tortoise", "hare")).isEqualTo(new RoundStatistics(3, 3, 3));
    }

    @Test
    void warming_up_does_not_count() {
        race.run("field", -1, 10, this::run);

        assertThat(race.timings().get(0).micros("hare").median()).isNaN();
    }

    @Test
    void contenders_that_come_to_different_figures_are_an_error() {
        assertThatThrownBy(() -> race.run("field", 0, 1, String::length))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("field: tortoise came to 8, others to 4");
    }
}
