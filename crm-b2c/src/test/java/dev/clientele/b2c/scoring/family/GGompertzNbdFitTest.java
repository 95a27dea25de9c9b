package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.FittedModel;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** GGompertz/NBD on simulated customers who leave the likelier the longer they have stayed, as Pareto/NBD can't say. */
class GGompertzNbdFitTest {
    private static final Map<String, Double> TRUTH = Map.of("r", 1.0, "alpha", 3.0, "b", .08, "s", 2.0, "beta", 20.0);
    private final CustomerBase customers = simulated(4_000, 12, .08, 2, 20);

    @Test
    void the_true_parameters_are_found_again_and_pareto_nbd_is_worse() {
        FittedModel fitted = GGompertzNbd.weekly().fit(customers);

        assertThat(fitted.converged()).isTrue();
        TRUTH.forEach((name, value) -> assertThat(fitted.parameters().get(name))
                .as(name)
                .isCloseTo(value, within(4 * fitted.standardErrors().get(name))));
        assertThat(fitted.logLikelihood())
                .isGreaterThan(ParetoNbd.weekly().fit(customers).logLikelihood() + 20);
    }

    /** The best start leads to the limit b = 0 with a log-likelihood of −2489.366, another to a maximum 0.268 above. */
    @Test
    void an_inner_maximum_that_is_higher_than_a_limit_is_found_from_another_start() {
        FittedModel fitted = GGompertzNbd.weekly().fit(simulated(150, 11, .1, .3, 1));

        assertThat(fitted.remarks()).isEmpty();
        assertThat(fitted.logLikelihood()).isCloseTo(-2489.0977, within(1e-3));
    }

    private static CustomerBase simulated(int size, long seed, double b, double s, double beta) {
        SplittableRandom random = new SplittableRandom(seed);
        CustomerBaseBuilder builder = CustomerBase.builder(TimeStep.WEEK);
        for (int i = 0; i < size; i++) {
            double rate = Draw.gamma(random, 1) / 3;
            // Survival (beta / (beta + e^(bt) − 1))^s, inverted.
            double left = Math.log1p(beta * (Math.pow(1 - random.nextDouble(), -1 / s) - 1)) / b;
            double age = 40 + random.nextInt(60);
            double last = 0;
            int x = 0;
            double time = -Math.log(1 - random.nextDouble()) / rate;
            while (time < Math.min(age, left)) {
                last = time;
                x++;
                time -= Math.log(1 - random.nextDouble()) / rate;
            }
            builder.add(CustomerSummary.of(x, last, age));
        }
        return builder.build();
    }
}
