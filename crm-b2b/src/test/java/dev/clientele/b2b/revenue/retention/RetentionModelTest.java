package dev.clientele.b2b.revenue.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.insight.projection.NotEnoughHistoryException;
import dev.clientele.b2b.revenue.retention.RenewalHistory.Lifespan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The survival tables are those of Fader and Hardie (2007), table 1: of 1,000 customers, over seven renewals. */
class RetentionModelTest {

    private static final RenewalHistory REGULAR = RenewalHistory.ofSurvivors(1000, 631, 468, 382, 326, 289, 262, 241);
    private static final RenewalHistory HIGH_END = RenewalHistory.ofSurvivors(1000, 869, 743, 653, 593, 551, 517, 491);

    @Test
    void the_regular_segment_fits_as_published() {
        ShiftedBetaGeometric model = ShiftedBetaGeometric.fit(REGULAR);

        assertThat(model.alpha()).isCloseTo(0.70408, within(1e-5));
        assertThat(model.beta()).isCloseTo(1.18204, within(1e-5));
        assertThat(REGULAR.logLikelihood(model)).isCloseTo(-1680.265, within(5e-4));
    }

    @Test
    void the_high_end_segment_fits_as_published() {
        ShiftedBetaGeometric model = ShiftedBetaGeometric.fit(HIGH_END);

        assertThat(model.alpha()).isCloseTo(0.66809, within(1e-5));
        assertThat(model.beta()).isCloseTo(3.80610, within(1e-5));
        assertThat(HIGH_END.logLikelihood(model)).isCloseTo(-1611.158, within(5e-4));
    }

    @Test
    void a_weibull_is_never_less_likely_and_holds_the_geometric_in_it() {
        BetaDiscreteWeibull model = BetaDiscreteWeibull.fit(HIGH_END);
        ShiftedBetaGeometric simpler = ShiftedBetaGeometric.fit(HIGH_END);

        assertThat(HIGH_END.logLikelihood(model)).isGreaterThan(HIGH_END.logLikelihood(simpler));
        BetaDiscreteWeibull same = new BetaDiscreteWeibull(simpler.alpha(), simpler.beta(), 1);
        for (int t = 0; t < 20; t++) {
            assertThat(same.survival(t)).isCloseTo(simpler.survival(t), within(1e-12));
        }
    }

    @Test
    void survival_is_the_product_of_retention() {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(0.70408, 1.18204);
        double product = 1;
        for (int t = 1; t <= 12; t++) {
            // equation 7 of the paper
            double retention = (model.beta() + t - 1) / (model.alpha() + model.beta() + t - 1);
            assertThat(model.retentionRate(t)).isCloseTo(retention, within(1e-12));
            product *= retention;
            assertThat(model.survival(t)).isCloseTo(product, within(1e-12));
        }
    }

    @Test
    void residual_lifetime_is_that_of_a_geometric_where_customers_are_all_but_alike() {
        double share = 0.8;
        double discount = 0.1;
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(2e5, 8e5);

        assertThat(model.residualLifetime(3, discount)).isCloseTo(share / (1 - share / (1 + discount)), within(1e-3));
    }

    @Test
    void residual_lifetime_follows_the_recursion_of_one_more_renewal() {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(0.668, 3.806);
        double discount = 0.1;
        for (int renewed = 0; renewed < 8; renewed++) {
            double next = model.conditionalSurvival(renewed, 1)
                    * (1 + model.residualLifetime(renewed + 1, discount) / (1 + discount));
            assertThat(model.residualLifetime(renewed, discount)).isCloseTo(next, within(1e-9));
        }
        assertThat(model.residualLifetime(5, discount)).isGreaterThan(model.residualLifetime(0, discount));
        assertThatThrownBy(() -> model.residualLifetime(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void customers_who_began_at_different_times_count_as_far_as_they_are_known() {
        List<Lifespan> lifespans = new ArrayList<>();
        int[] survivors = {1000, 631, 468, 382, 326, 289, 262, 241};
        for (int t = 1; t < survivors.length; t++) {
            for (int i = 0; i < survivors[t - 1] - survivors[t]; i++) {
                lifespans.add(new Lifespan(t - 1, true));
            }
        }
        for (int i = 0; i < 241; i++) {
            lifespans.add(new Lifespan(7, false));
        }

        RenewalHistory history = RenewalHistory.of(lifespans);

        assertThat(history.customers()).isEqualTo(1000);
        assertThat(ShiftedBetaGeometric.fit(history).alpha()).isCloseTo(0.70408, within(1e-5));
    }

    @Test
    void too_little_history_and_customers_all_alike_are_told_apart() {
        assertThatThrownBy(() -> ShiftedBetaGeometric.fit(RenewalHistory.ofSurvivors(100, 100)))
                .isInstanceOf(NotEnoughHistoryException.class)
                .hasMessageContaining("customers that have left");
        assertThatThrownBy(() -> ShiftedBetaGeometric.fit(RenewalHistory.ofSurvivors(10_000, 5000, 2500, 1250, 625)))
                .isInstanceOf(NoLikelihoodMaximumException.class)
                .hasMessageContaining("no best fit");
        assertThatThrownBy(() -> RenewalHistory.ofSurvivors(10, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShiftedBetaGeometric(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alpha");
    }
}
