package dev.clientele.b2c.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendSummary;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchScoringTest {
    private static final int SIZE = 2_000;
    private static final GammaGammaModel SPEND = new GammaGammaModel(6.25, 3.74, 15.44);
    private final int[] repeats = new int[SIZE];
    private final double[] recency = new double[SIZE];
    private final double[] age = new double[SIZE];
    private final double[] mean = new double[SIZE];

    static RepeatPurchaseModel[] models() {
        return new RepeatPurchaseModel[] {
            new BgNbdModel(.243, 4.414, .793, 2.426),
            new BgNbdModel(.243, 4.414, 1, .1),
            new MbgNbdModel(.525, 6.183, .891, 1.614),
            new ParetoNbdModel(.553, 10.578, .606, 11.669),
            new ParetoNbdModel(.553, .01, 1, 100),
            new GGompertzNbdModel(.553, 10.578, .02, .606, .2),
            new NbdModel(.385, 12.072),
            new CnbdKModel(true, 3, .6, 2, .9, 1.6)
        };
    }

    BatchScoringTest() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < SIZE; i++) {
            age[i] = Math.pow(10, random.nextDouble(-2, 4));
            repeats[i] = random.nextInt(80) == 0 ? random.nextInt(280) : random.nextInt(4);
            recency[i] = repeats[i] == 0 ? 0 : age[i] * random.nextDouble();
            mean[i] = repeats[i] == 0 ? 0 : random.nextDouble(1, 100);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void agrees_with_the_outlook_of_each_customer(RepeatPurchaseModel model) {
        CustomerScores scores = BatchScoring.over(model, 52)
                .withDiscountRate(.0027)
                .withSpend(SPEND, .4)
                .score(repeats, recency, age, repeats, mean);
        for (int i = 0; i < SIZE; i += 101) {
            CustomerForecast outlook = model.forecast(CustomerSummary.of(repeats[i], recency[i], age[i]));
            double expected = outlook.expectedTransactions(52);
            double present = outlook.discountedTransactions(52, .0027);
            double spend = SPEND.expectedSpend(new SpendSummary(repeats[i], mean[i]));

            assertThat(scores.pAlive(i)).isEqualTo(outlook.pAlive());
            assertThat(scores.expectedTransactions(i)).isCloseTo(expected, within(1e-12 * expected));
            assertThat(scores.discountedTransactions(i)).isCloseTo(present, within(1e-12 * present));
            assertThat(scores.expectedSpend(i)).isEqualTo(spend);
            assertThat(scores.value(i)).isCloseTo(present * spend * .4, within(1e-11 * present * spend));
        }
    }

    @Test
    void a_customer_scores_the_same_to_the_bit_in_whatever_company() {
        BatchScoring scoring = BatchScoring.over(new BgNbdModel(.243, 4.414, .793, 2.426), 52);
        CustomerScores all = scoring.score(repeats, recency, age);
        for (int i = 0; i < SIZE; i += 333) {
            CustomerScores alone = BatchScoring.over(new BgNbdModel(.243, 4.414, .793, 2.426), 52)
                    .score(new int[] {repeats[i]}, new double[] {recency[i]}, new double[] {age[i]});

            assertThat(alone.expectedTransactions(0)).isEqualTo(all.expectedTransactions(i));
        }
    }

    @Test
    void scores_without_spend_have_no_value() {
        CustomerScores scores =
                BatchScoring.over(new NbdModel(.4, 12), 52).score(new int[1], new double[1], new double[] {3});

        assertThat(scores.size()).isEqualTo(1);
        assertThatThrownBy(() -> scores.value(0)).hasMessageContaining("without a spend model");
    }

    @Test
    void an_impossible_customer_is_refused() {
        BatchScoring scoring = BatchScoring.over(new NbdModel(.4, 12), 52);

        assertThatThrownBy(() -> scoring.score(new int[1], new double[] {4}, new double[] {3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recency");
        assertThatThrownBy(() -> scoring.score(new int[2], new double[1], new double[1]))
                .hasMessageContaining("equally long");
    }
}
