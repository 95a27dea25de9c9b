package dev.clientele.b2b.revenue.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RenewalLikelihoodTest {

    private static final RenewalHistory HISTORY = RenewalHistory.ofSurvivors(1000, 869, 743, 653, 593, 551, 517, 491);

    @Test
    void its_value_is_that_of_the_history_for_each_customer() {
        double[] at = {0.3, 0.9, -0.2};
        BetaDiscreteWeibull model = new BetaDiscreteWeibull(Math.exp(at[0]), Math.exp(at[1]), Math.exp(at[2]));

        double value = new RenewalLikelihood(HISTORY).evaluate(at, new double[3], new double[3][3]);

        assertThat(value).isCloseTo(-HISTORY.logLikelihood(model) / 1000, within(1e-12));
    }

    @Test
    void its_derivatives_are_the_slopes_of_its_value_and_gradient() {
        RenewalLikelihood likelihood = new RenewalLikelihood(HISTORY);
        double[][] points = {{0.3, 0.9, -0.2}, {-5, -1.5, 2.5}, {3, -2, 0.1}};
        for (double[] at : points) {
            double[] gradient = new double[3];
            double[][] hessian = new double[3][3];
            likelihood.evaluate(at, gradient, hessian);
            for (int i = 0; i < 3; i++) {
                double[] above = new double[3];
                double[] below = new double[3];
                double step = 1e-5;
                double slope = likelihood.evaluate(moved(at, i, step), above, new double[3][3])
                        - likelihood.evaluate(moved(at, i, -step), below, new double[3][3]);
                assertThat(gradient[i]).isCloseTo(slope / (2 * step), within(1e-8));
                for (int j = 0; j < 3; j++) {
                    assertThat(hessian[i][j]).isCloseTo((above[j] - below[j]) / (2 * step), within(1e-8));
                }
            }
        }
    }

    private static double[] moved(double[] at, int i, double by) {
        double[] moved = at.clone();
        moved[i] += by;
        return moved;
    }

    @Test
    void of_several_maxima_the_highest_is_found() {
        RenewalHistory mostLeaveAtOnce = RenewalHistory.ofSurvivors(619, 7, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        BetaDiscreteWeibull high = new BetaDiscreteWeibull(0.36617, 0.0041880, 6.6789);
        BetaDiscreteWeibull low = new BetaDiscreteWeibull(11.57476, 0.132263, 0.727601);

        BetaDiscreteWeibull found = BetaDiscreteWeibull.fit(mostLeaveAtOnce);

        assertThat(mostLeaveAtOnce.logLikelihood(high)).isGreaterThan(mostLeaveAtOnce.logLikelihood(low) + 0.04);
        assertThat(mostLeaveAtOnce.logLikelihood(found)).isGreaterThanOrEqualTo(mostLeaveAtOnce.logLikelihood(high));
    }
}
