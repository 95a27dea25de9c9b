package dev.clientele.b2c.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendSummary;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Futures are drawn as often as the exact probabilities say. */
class SamplingTest {
    private static final int DRAWS = 100_000;

    static Stream<RepeatPurchaseModel> models() {
        return Stream.of(
                new BgNbdModel(1, 8, .8, 3),
                new MbgNbdModel(1, 8, .8, 3),
                new CnbdKModel(false, 3, 1.2, 3, .8, 3),
                new CnbdKModel(true, 2, 1.2, 3, .8, 3),
                new ParetoNbdModel(1, 8, .7, 15),
                new GGompertzNbdModel(1, 3, .08, 2, 20),
                new NbdModel(.4, 12),
                new PoissonModel(1.3),
                new BgBbModel(1.2, .75, .66, 2.78));
    }

    @ParameterizedTest
    @MethodSource("models")
    void purchases_come_as_often_as_their_probabilities_say(RepeatPurchaseModel model) {
        CustomerForecast outlook = model.forecast(CustomerSummary.of(3, 24, 30));
        SplittableRandom random = new SplittableRandom(1);
        double[] seen = new double[6];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            int number = outlook.sample(random, 40);
            sum += number;
            squares += (double) number * number;
            if (number < seen.length) {
                seen[number]++;
            }
        }
        double mean = sum / DRAWS;
        double error = Math.sqrt((squares / DRAWS - mean * mean) / DRAWS);

        assertThat(mean).isCloseTo(outlook.expectedTransactions(40), within(4 * error));
        for (int n = 0; n < seen.length; n++) {
            double p = outlook.probability(n, 40);
            assertThat(seen[n] / DRAWS).as("P(%s)", n).isCloseTo(p, within(1e-12 + 4 * Math.sqrt(p * (1 - p) / DRAWS)));
        }
    }

    @Test
    void spend_on_future_purchases_has_the_expected_mean() {
        SpendSummary spent = new SpendSummary(4, 30);
        for (SpendModel model : new SpendModel[] {new GammaGammaModel(6.25, 3.74, 15.4), new CommonGammaModel(2, 25)}) {
            SplittableRandom random = new SplittableRandom(2);
            double sum = 0;
            for (int i = 0; i < DRAWS; i++) {
                sum += model.sampleTotal(spent, 3, random);
            }

            assertThat(sum / DRAWS / 3).as(model.name()).isCloseTo(model.expectedSpend(spent), within(.2));
            assertThat(model.sampleTotal(spent, 0, random)).isZero();
        }
    }
}
