package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exact derivatives against differences, and the sum over customers against the sum of single likelihoods. */
class LikelihoodDerivativesTest {
    private static final CustomerBase CUSTOMERS = customers();

    static Stream<Arguments> models() {
        return Stream.of(
                Arguments.of(BgNbd.weekly(), new double[] {.3, 5, .7, 2}),
                Arguments.of(BgNbd.weekly(), new double[] {3, .5, 1, 1}),
                Arguments.of(MbgNbd.weekly(), new double[] {.5, 6, .9, 1.6}),
                Arguments.of(BgCnbdK.weekly().fixedK(1), new double[] {.3, 5, .7, 2}),
                Arguments.of(BgCnbdK.weekly().fixedK(3), new double[] {.3, 2, .7, 2}),
                Arguments.of(MbgCnbdK.weekly().fixedK(4), new double[] {1.5, 3, .9, 1.6}),
                Arguments.of(ParetoNbd.weekly(), new double[] {.5, 10, .6, 12}),
                Arguments.of(ParetoNbd.weekly(), new double[] {.5, 12, 1, 3}),
                Arguments.of(ParetoNbd.weekly(), new double[] {2, 7, .3, 7}),
                Arguments.of(GGompertzNbd.weekly(), new double[] {.5, 10, .01, .6, .12}),
                Arguments.of(GGompertzNbd.weekly(), new double[] {.5, 10, .1, .6, 3}),
                Arguments.of(Nbd.weekly(), new double[] {.4, 12}),
                Arguments.of(BgBb.oneOpportunityPer(TimeStep.WEEK), new double[] {1.3, .7, .6, 2.5}));
    }

    @ParameterizedTest
    @MethodSource("models")
    void derivatives_are_exact(LikelihoodFamily family, double[] theta) {
        MaximumLikelihood.LogLikelihood likelihood = family.likelihood(CUSTOMERS);
        int n = theta.length;
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        likelihood.evaluate(theta, gradient, hessian);
        for (int i = 0; i < n; i++) {
            double step = 1e-5 * theta[i];
            double[] above = new double[n];
            double[] below = new double[n];
            double up = likelihood.evaluate(moved(theta, i, step), above, new double[n][n]);
            double down = likelihood.evaluate(moved(theta, i, -step), below, new double[n][n]);

            assertThat((up - down) / (2 * step)).isCloseTo(gradient[i], within(1e-6 * (1 + Math.abs(gradient[i]))));
            for (int j = 0; j < n; j++) {
                assertThat((above[j] - below[j]) / (2 * step))
                        .isCloseTo(hessian[i][j], within(1e-6 * (1 + Math.abs(hessian[i][j]))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_whole_is_the_sum_of_its_customers(LikelihoodFamily family, double[] theta) {
        int n = theta.length;
        double whole = family.likelihood(CUSTOMERS).evaluate(theta, new double[n], new double[n][n]);
        RepeatPurchaseModel model = family.withParameters(theta);
        double sum = 0;
        for (int i = 0; i < CUSTOMERS.cells(); i++) {
            sum += CUSTOMERS.count(i) * model.logLikelihood(CUSTOMERS.cell(i));
        }

        assertThat(whole).isCloseTo(sum, within(1e-11 * Math.abs(sum)));
    }

    private static double[] moved(double[] theta, int i, double step) {
        double[] moved = theta.clone();
        moved[i] += step;
        return moved;
    }

    /** Whole weeks, never more purchases than weeks, so that the discrete model can take them too. */
    private static CustomerBase customers() {
        int[] x = {0, 0, 1, 1, 2, 3, 7, 20, 30, 1, 5, 0};
        double[] tx = {0, 0, 5, 30, 14, 30, 29, 31, 30, 1, 38, 0};
        double[] t = {38, 27, 38, 30, 38, 33, 38, 39, 31, 39, 38, 38};
        return CustomerBase.of(TimeStep.WEEK, x, tx, t);
    }
}
