package dev.clientele.b2c.campaign.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StateEliminationTest {

    @Test
    void a_long_fair_walk_ends_at_each_side_in_proportion_to_the_way() {
        StateElimination walk = walk(1000, 1_000_000);

        assertThat(walk.solve()).isCloseTo(1 / 1001d, within(1e-16));
    }

    @Test
    void a_chain_of_extreme_weights_keeps_all_digits() {
        StateElimination chain = new StateElimination(100);
        chain.add(0, 1, 1);
        chain.add(1, 2, 1e15);
        chain.add(2, 1, 1e15);
        chain.add(1, StateElimination.CONVERSION, 1);
        chain.add(2, StateElimination.NULL, 3);

        assertThat(chain.solve()).isCloseTo((1e15 + 3) / (4e15 + 3), within(1e-16));
    }

    @Test
    void more_entries_than_allowed_are_refused() {
        assertThatExceptionOfType(AttributionLimitException.class)
                .isThrownBy(() -> walk(1000, 500))
                .withMessage("matrix entries must be at most 500");
    }

    /** A walk from the place beside the null state; conversion is at the far side. */
    private static StateElimination walk(int places, int max) {
        StateElimination walk = new StateElimination(max);
        for (int i = 0; i < places; i++) {
            walk.add(i + 1, i == 0 ? StateElimination.NULL : i, 1);
            walk.add(i + 1, i == places - 1 ? StateElimination.CONVERSION : i + 2, 1);
        }
        walk.add(0, 1, 1);
        return walk;
    }
}
