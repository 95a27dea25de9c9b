package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** GGompertz/NBD on simulated customers who leave the likelier the longer they have stayed, as Pareto/NBD can't say. */
class GGompertzNbdFitTest {
    private static final Map<String, Double> TRUTH = Map.of("r", 1.0, "alpha", 3.0, "b", .08, "s", 2.0, "beta", 20.0);
    private final CustomerBase customers = simulated();

    @Test
    void the_true_parameters_are_found_again_and_pareto_nbd_is_worse() {
        FittedModel fitted = GGompertzNbd.weekly().fit(customers);

        assertThat(fitted.converged()).isTrue();
        TRUTH.forEach((name, value) -> assertThat(fitted.parameters().get(name))
                .as(name)
                .isCloseTo(value, within(4 * fitted.standardErrors().get(name))));
        assertThat(fitted.logLikelihood()).isGreaterThan(paretoLogLikelihood() + 20);
    }

    private double paretoLogLikelihood() {
        try {
            return ParetoNbd.weekly().fit(customers).logLikelihood();
        } catch (NoFitException boundary) {
            return boundary.lastLogLikelihood();
        }
    }

    private static CustomerBase simulated() {
        SplittableRandom random = new SplittableRandom(12);
        CustomerBaseBuilder builder = CustomerBase.builder(TimeStep.WEEK);
        for (int i = 0; i < 4_000; i++) {
            double rate = Draw.gamma(random, 1) / 3;
            // Survival (beta / (beta + e^(bt) − 1))^s, inverted.
            double left = Math.log1p(20 * (Math.pow(1 - random.nextDouble(), -1 / 2.0) - 1)) / .08;
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
