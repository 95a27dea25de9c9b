package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.b2c.scoring.data.CovariateBase;
import dev.clientele.b2c.scoring.data.CovariateBaseBuilder;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Covariates on simulated customers whose truth is known: z is 0 or 1, w about −2 to 2 in tenths. */
class CovariateFitTest {
    private static final int SIZE = 6_000;

    static List<CovariateFamily> families() {
        return List.of(
                CovariateFamily.of(BgNbd.weekly())
                        .withPurchaseCovariates("z", "w")
                        .withDropoutCovariates("z"),
                CovariateFamily.of(MbgNbd.weekly()).withPurchaseCovariates("w").withDropoutCovariates("z"),
                CovariateFamily.of(ParetoNbd.weekly())
                        .withPurchaseCovariates("z", "w")
                        .withDropoutCovariates("w"),
                CovariateFamily.of(Nbd.weekly()).withPurchaseCovariates("z"));
    }

    @Test
    void pareto_nbd_finds_the_true_coefficients() {
        FittedCovariateModel fitted = CovariateFamily.of(ParetoNbd.weekly())
                .withPurchaseCovariates("z", "w")
                .withDropoutCovariates("z")
                .fit(pareto(.7, -.3, .9));
        assertFound(fitted, Map.of("r", .8, "alpha", 8.0, "alpha.z", .7, "alpha.w", -.3, "beta.z", .9));

        assertThat(fitted.likelihoodRatioTest().degreesOfFreedom()).isEqualTo(3);
        assertThat(fitted.likelihoodRatioTest().pValue()).isLessThan(1e-6);
    }

    @Test
    void bg_nbd_finds_the_true_coefficients() {
        FittedCovariateModel fitted = CovariateFamily.of(BgNbd.weekly())
                .withPurchaseCovariates("z", "w")
                .withDropoutCovariates("z")
                .fit(betaGeometric(.7, -.3, .5));
        assertFound(fitted, Map.of("r", .8, "alpha", 8.0, "alpha.z", .7, "alpha.w", -.3, "a.z", .5, "b.z", 0.0));

        assertThat(fitted.likelihoodRatioTest().pValue()).isLessThan(1e-6);
    }

    @Test
    void covariates_without_an_effect_are_no_better_than_none() {
        FittedCovariateModel fitted = CovariateFamily.of(BgNbd.weekly())
                .withPurchaseCovariates("z", "w")
                .fit(betaGeometric(0, 0, 0));

        assertThat(fitted.likelihoodRatioTest().pValue()).isGreaterThan(.01);
        assertThat(fitted.fit().logLikelihood())
                .isGreaterThanOrEqualTo(fitted.withoutCovariates().logLikelihood() - 1e-6);
    }

    @ParameterizedTest
    @MethodSource("families")
    void derivatives_are_exact(CovariateFamily family) {
        CovariateBase base = betaGeometric(.7, -.3, .5);
        List<CovariateEffect> effects = family.effects(base);
        MaximumLikelihood.LogLikelihood likelihood =
                family.likelihood(base, effects, new StandardisedCovariates(base, "test"));
        int plain = family.withoutCovariates().parameterNames().size();
        int n = plain + effects.size();
        double[] theta = new double[n];
        for (int i = 0; i < n; i++) {
            theta[i] = i < plain ? 1.5 + i : .2 - .1 * (i - plain);
        }
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        likelihood.evaluate(theta, gradient, hessian);
        for (int i = 0; i < n; i++) {
            double step = 1e-5;
            double[] above = new double[n];
            double[] below = new double[n];
            double up = likelihood.evaluate(moved(theta, i, step), above, new double[n][n]);
            double down = likelihood.evaluate(moved(theta, i, -step), below, new double[n][n]);

            assertThat((up - down) / (2 * step)).isCloseTo(gradient[i], within(1e-5 * (1 + Math.abs(gradient[i]))));
            for (int j = 0; j < n; j++) {
                assertThat((above[j] - below[j]) / (2 * step))
                        .isCloseTo(hessian[i][j], within(1e-5 * (1 + Math.abs(hessian[i][j]))));
            }
        }
    }

    @Test
    void the_likelihood_is_that_of_each_customer_s_own_model() {
        CovariateBase base = betaGeometric(.7, -.3, .5);
        FittedCovariateModel fitted = CovariateFamily.of(BgNbd.weekly())
                .withPurchaseCovariates("z", "w")
                .withDropoutCovariates("z")
                .fit(base);
        double sum = 0;
        for (CovariateBase.CovariateGroup group : base.groups()) {
            RepeatPurchaseModel model =
                    fitted.modelFor(group.values().stream().mapToDouble(v -> v).toArray());
            for (int i = 0; i < group.customers().cells(); i++) {
                sum += group.customers().count(i)
                        * model.logLikelihood(group.customers().cell(i));
            }
        }

        assertThat(fitted.fit().logLikelihood()).isCloseTo(sum, within(1e-6));
    }

    @Test
    void covariates_in_other_units_change_the_coefficients_and_nothing_else() {
        CovariateFamily family = CovariateFamily.of(ParetoNbd.weekly())
                .withPurchaseCovariates("w")
                .withDropoutCovariates("w");
        CovariateBase base = pareto(.7, -.3, .9);
        CovariateBaseBuilder other = CovariateBase.builder(TimeStep.WEEK, "w");
        for (CovariateBase.CovariateGroup group : base.groups()) {
            for (int i = 0; i < group.customers().cells(); i++) {
                for (int n = 0; n < group.customers().count(i); n++) {
                    other.add(
                            group.customers().cell(i),
                            1000 + 100 * group.values().get(1));
                }
            }
        }
        FittedCovariateModel plain = family.fit(base);
        FittedCovariateModel scaled = family.fit(other.build());

        assertThat(scaled.fit().logLikelihood()).isCloseTo(plain.fit().logLikelihood(), within(1e-6));
        assertThat(scaled.parameters().get("alpha.w") * 100)
                .isCloseTo(plain.parameters().get("alpha.w"), within(1e-5));
        assertThat(scaled.fit().standardErrors().get("beta.w") * 100)
                .isCloseTo(plain.fit().standardErrors().get("beta.w"), withinPercentage(1e-2));
        CustomerSummary customer = CustomerSummary.of(3, 20, 40);
        assertThat(scaled.forecast(customer, 1050).pAlive())
                .isCloseTo(plain.forecast(customer, 0, .5).pAlive(), withinPercentage(1e-3));
    }

    @Test
    void what_cannot_be_fitted_is_said() {
        CovariateBaseBuilder builder = CovariateBase.builder(TimeStep.WEEK, "z");
        betaGeometric(0, 0, 0).groups().forEach(group -> {
            for (int i = 0; i < group.customers().cells(); i++) {
                builder.add(group.customers().cell(i), 7);
            }
        });
        CovariateBase same = builder.build();

        assertThatThrownBy(() -> CovariateFamily.of(BgNbd.weekly())
                        .withPurchaseCovariates("z")
                        .fit(same))
                .hasMessageContaining("z is the same for all customers");
        assertThatThrownBy(() -> CovariateFamily.of(BgNbd.weekly())
                        .withPurchaseCovariates("age")
                        .fit(same))
                .hasMessageContaining("name must be one of [z]");
        assertThatThrownBy(() -> CovariateFamily.of(BgBb.oneOpportunityPer(TimeStep.WEEK)))
                .hasMessageContaining("BG/BB");
        assertThatThrownBy(() -> CovariateFamily.of(Nbd.weekly()).withDropoutCovariates("z"))
                .hasMessageContaining("nobody leaves");
        assertThatThrownBy(() -> builder.add(CustomerSummary.of(0, 0, 1), Double.NaN))
                .hasMessageContaining("finite");
    }

    private static void assertFound(FittedCovariateModel fitted, Map<String, Double> truth) {
        truth.forEach((name, value) -> assertThat(fitted.parameters().get(name))
                .as(name)
                .isCloseTo(value, within(4 * fitted.fit().standardErrors().get(name))));
    }

    private static double[] moved(double[] theta, int i, double step) {
        double[] moved = theta.clone();
        moved[i] += step;
        return moved;
    }

    private static CovariateBase pareto(double buyZ, double buyW, double leaveZ) {
        SplittableRandom random = new SplittableRandom(8);
        CovariateBaseBuilder builder = CovariateBase.builder(TimeStep.WEEK, "z", "w");
        for (int i = 0; i < SIZE; i++) {
            double z = random.nextInt(2);
            double w = Math.rint(10 * Draw.normal(random)) / 10;
            double rate = Draw.gamma(random, .8) / 8 * Math.exp(buyZ * z + buyW * w);
            double hazard = Draw.gamma(random, 1.1) / 30 * Math.exp(leaveZ * z);
            double age = 40 + random.nextInt(40);
            double end = Math.min(age, -Math.log(1 - random.nextDouble()) / hazard);
            builder.add(bought(random, rate, 0, age, end), z, w);
        }
        return builder.build();
    }

    private static CovariateBase betaGeometric(double buyZ, double buyW, double leaveZ) {
        SplittableRandom random = new SplittableRandom(9);
        CovariateBaseBuilder builder = CovariateBase.builder(TimeStep.WEEK, "z", "w");
        for (int i = 0; i < SIZE; i++) {
            double z = random.nextInt(2);
            double w = Math.rint(10 * Draw.normal(random)) / 10;
            double rate = Draw.gamma(random, .8) / 8 * Math.exp(buyZ * z + buyW * w);
            double p = Draw.beta(random, .9 * Math.exp(leaveZ * z), 2.5);
            double age = 40 + random.nextInt(40);
            builder.add(bought(random, rate, p, age, age), z, w);
        }
        return builder.build();
    }

    private static CustomerSummary bought(SplittableRandom random, double rate, double p, double age, double end) {
        double last = 0;
        int x = 0;
        double time = -Math.log(1 - random.nextDouble()) / rate;
        while (time < end) {
            last = time;
            x++;
            time = random.nextDouble() < p ? Double.MAX_VALUE : time - Math.log(1 - random.nextDouble()) / rate;
        }
        return CustomerSummary.of(x, last, age);
    }
}
