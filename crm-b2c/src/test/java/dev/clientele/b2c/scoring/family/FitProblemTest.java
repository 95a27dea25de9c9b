package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.FitProblem;
import dev.clientele.b2c.scoring.fit.NoFitException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where other libraries return nonsense or ask for a penalty, a fit says what is wrong with the data. */
class FitProblemTest {
    @Test
    void no_customers_is_said() {
        assertProblem(
                FitProblem.NO_CUSTOMERS, CustomerBase.builder(TimeStep.WEEK).build());
    }

    @Test
    void no_repeat_customers_is_said() {
        assertProblem(
                FitProblem.NO_REPEAT_CUSTOMERS,
                CustomerBase.of(TimeStep.WEEK, new int[3], new double[3], new double[] {10, 20, 30}));
    }

    @Test
    void no_time_observed_is_said() {
        assertProblem(
                FitProblem.NO_VARIATION,
                CustomerBase.of(TimeStep.WEEK, new int[] {1, 2}, new double[2], new double[2]));
    }

    @Test
    void customers_who_all_spend_the_same_are_said_so() {
        assertThatThrownBy(() -> GammaGamma.standard()
                        .fit(SpendBase.of(List.of(new SpendSummary(2, 5), new SpendSummary(3, 5)))))
                .isInstanceOfSatisfying(
                        NoFitException.class, e -> assertThat(e.problem()).isEqualTo(FitProblem.NO_VARIATION));
    }

    @Test
    void no_spend_at_all_is_said() {
        assertThatThrownBy(() -> GammaGamma.standard().fit(SpendBase.of(List.of(SpendSummary.NONE))))
                .isInstanceOfSatisfying(
                        NoFitException.class, e -> assertThat(e.problem()).isEqualTo(FitProblem.NO_CUSTOMERS));
    }

    private static void assertProblem(FitProblem problem, CustomerBase customers) {
        assertThatThrownBy(() -> BgNbd.weekly().fit(customers))
                .isInstanceOfSatisfying(
                        NoFitException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
