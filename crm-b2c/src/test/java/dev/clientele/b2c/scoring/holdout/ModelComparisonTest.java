package dev.clientele.b2c.scoring.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.scoring.Cdnow;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.BgCnbdK;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.family.MbgNbd;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.fit.FitProblem;
import dev.clientele.b2c.scoring.fit.FittedModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hold-out on the CDNOW sample: calibrated to 1997-09-30, judged by the 39 weeks after it. */
class ModelComparisonTest {
    private final HoldOutSplit split = split(new ArrayList<>(Cdnow.histories().values()));

    @Test
    void the_hold_out_period_is_39_weeks_with_the_purchases_of_all_customers() {
        HoldOut holdOut = split.evaluate(BgNbd.weekly().fit(split.calibration()));

        assertThat(split.time(TimeStep.WEEK)).isEqualTo(39);
        assertThat(holdOut.customers()).isEqualTo(2357);
        assertThat(holdOut.actual()).isEqualTo(1882);
        assertThat(holdOut.expectedOverActual()).isBetween(.8, 1.2);
    }

    @Test
    void models_that_let_customers_leave_foretell_better_than_one_that_does_not() {
        ModelComparison comparison = ModelComparison.of(RepeatPurchaseFamilies.continuousTime(TimeStep.WEEK), split);
        ComparedModel nbd = of("NBD", comparison);
        ComparedModel best = comparison.best().orElseThrow();
        ComparedModel closest = comparison.leastError().orElseThrow();

        assertThat(best.name()).isEqualTo("MBG/NBD");
        assertThat(best.holdOut().orElseThrow().rootMeanSquareError()).isCloseTo(1.60718, within(1e-4));
        assertThat(closest.name()).isEqualTo("Pareto/NBD");
        assertThat(closest.holdOut().orElseThrow().rootMeanSquareError()).isCloseTo(1.60285, within(1e-4));
        assertThat(closest.holdOut().orElseThrow().meanAbsoluteError()).isCloseTo(.75452, within(1e-4));
        assertThat(closest.holdOut().orElseThrow().expectedOverActual()).isCloseTo(.88497, within(1e-4));
        assertThat(best.holdOut().orElseThrow().rootMeanSquareError())
                .isLessThan(nbd.holdOut().orElseThrow().rootMeanSquareError());
        assertThat(nbd.holdOut().orElseThrow().expectedOverActual()).isGreaterThan(1.3);
    }

    @Test
    void models_rank_by_their_likelihood_and_twins_by_how_few_parameters_they_have() {
        List<ComparedModel> ranking = ModelComparison.of(RepeatPurchaseFamilies.continuousTime(TimeStep.WEEK), split)
                .ranking();

        assertThat(ranking.stream().map(ComparedModel::name))
                .containsExactly(
                        "MBG/NBD",
                        "MBG/CNBD-k",
                        "BG/NBD",
                        "BG/CNBD-k",
                        "Pareto/NBD",
                        "GGompertz/NBD",
                        "NBD",
                        "Poisson");
    }

    @Test
    void the_log_score_is_by_how_much_the_log_likelihood_of_each_customer_changes_in_the_period() {
        FittedModel fitted = BgNbd.weekly().fit(split.calibration());
        double sum = Cdnow.histories().values().stream()
                .mapToDouble(history -> fitted.model().logLikelihood(as(history, Cdnow.DATA_END))
                        - fitted.model().logLikelihood(as(history, Cdnow.CALIBRATION_END)))
                .sum();

        assertThat(split.logScore(BgNbd.weekly(), fitted)).isCloseTo(sum, within(1e-6));
    }

    private static CustomerSummary as(PurchaseHistory history, LocalDate end) {
        return CustomerSummary.of(history.summary(end, CountingRule.standard()).orElseThrow(), TimeStep.WEEK);
    }

    @Test
    void a_family_finds_the_log_likelihood_of_its_fit_again() {
        for (ComparedModel model : ModelComparison.of(RepeatPurchaseFamilies.continuousTime(TimeStep.WEEK), split)
                .ranking()) {
            assertThat(model.family()
                            .logLikelihood(split.calibration(), model.fitted().orElseThrow()))
                    .as(model.name())
                    .isCloseTo(model.logLikelihood(), within(1e-6));
        }
    }

    @Test
    void a_log_score_is_of_the_family_that_was_fitted() {
        FittedModel fitted = BgNbd.weekly().fit(split.calibration());

        for (RepeatPurchaseFamily other : List.of(BgNbd.daily(), MbgNbd.weekly(), BgCnbdK.weekly())) {
            assertThatThrownBy(() -> split.logScore(other, fitted))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("fitted must be " + other + ", was BG/NBD by WEEK");
        }
    }

    @Test
    void the_deviance_is_aic_less_twice_the_log_score_of_what_came_later() {
        ComparedModel model =
                ModelComparison.of(List.of(BgNbd.weekly()), split).models().get(0);

        assertThat(model.deviance().orElseThrow())
                .isEqualTo(model.fitted().orElseThrow().fit().aic()
                        - 2 * model.logScore().orElseThrow());
    }

    @Test
    void without_a_hold_out_the_choice_is_the_same_and_nothing_is_judged() {
        ModelComparison comparison =
                ModelComparison.of(RepeatPurchaseFamilies.continuousTime(TimeStep.WEEK), split.calibration());

        assertThat(comparison.best().orElseThrow().name()).isEqualTo("MBG/NBD");
        assertThat(comparison.leastError()).isEmpty();
    }

    @Test
    void a_model_that_is_a_simpler_one_on_these_data_stands_in_the_comparison_as_that() {
        ModelComparison comparison = ModelComparison.of(RepeatPurchaseFamilies.continuousTime(TimeStep.WEEK), split);
        ComparedModel gompertz = of("GGompertz/NBD", comparison);
        ComparedModel pareto = of("Pareto/NBD", comparison);

        assertThat(gompertz.fitted().orElseThrow().name()).isEqualTo("Pareto/NBD");
        assertThat(gompertz.holdOut()).isEqualTo(pareto.holdOut());
        assertThat(gompertz.logScore()).isEqualTo(pareto.logScore());
        assertThat(comparison.ranking()).containsSubsequence(pareto, gompertz);
    }

    @Test
    void a_model_without_a_fit_stands_in_the_comparison_with_its_reason() {
        ComparedModel nobody = ModelComparison.of(
                        List.of(BgNbd.weekly()),
                        CustomerBase.of(TimeStep.WEEK, new int[2], new double[2], new double[] {5, 6}))
                .models()
                .get(0);

        assertThat(nobody.failure().orElseThrow().problem()).isEqualTo(FitProblem.NO_REPEAT_CUSTOMERS);
        assertThat(nobody.logLikelihood()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(nobody.holdOut()).isEmpty();
    }

    @Test
    void the_order_of_customers_changes_no_bit_of_the_judgement() {
        List<PurchaseHistory> shuffled = new ArrayList<>(Cdnow.histories().values());
        Collections.shuffle(shuffled, new Random(5));
        FittedModel fitted = BgNbd.weekly().fit(split.calibration());

        assertThat(split(shuffled).evaluate(fitted)).isEqualTo(split.evaluate(fitted));
    }

    @Test
    void errors_are_worked_by_hand() {
        HoldOutAccumulator judgement = new HoldOutAccumulator(Cdnow.CALIBRATION_END, Cdnow.DATA_END);
        judgement.add(0, 1, 2);
        judgement.add(9, 3, 3);
        HoldOut holdOut = judgement.result();

        assertThat(holdOut.expectedOverActual()).isEqualTo(4.0 / 5);
        assertThat(holdOut.meanAbsoluteError()).isEqualTo(.5);
        assertThat(holdOut.rootMeanSquareError()).isCloseTo(Math.sqrt(.5), within(1e-15));
        assertThat(holdOut.calibrationError()).isCloseTo(.1, within(1e-15));
        assertThat(holdOut.groups())
                .containsExactly(new HoldOut.FrequencyGroup(0, 1, 1, 2), new HoldOut.FrequencyGroup(7, 1, 3, 3));
    }

    @Test
    void the_calibration_error_of_tenths_is_worked_by_hand() {
        HoldOutAccumulator judgement = new HoldOutAccumulator(Cdnow.CALIBRATION_END, Cdnow.DATA_END);
        for (int i = 0; i < 20; i++) {
            judgement.add(0, i < 10 ? 1 : 2, i % 2);
        }

        assertThat(judgement.result().calibrationError()).isCloseTo(1, within(1e-15));
    }

    @Test
    void a_period_without_length_is_refused() {
        assertThatThrownBy(() -> HoldOutSplit.of(List.of(), Cdnow.DATA_END, Cdnow.DATA_END, CountingRule.standard()))
                .hasMessageContaining("endInclusive must be after");
    }

    private static ComparedModel of(String name, ModelComparison comparison) {
        return comparison.models().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HoldOutSplit split(List<PurchaseHistory> histories) {
        return HoldOutSplit.of(histories, Cdnow.CALIBRATION_END, Cdnow.DATA_END, CountingRule.standard());
    }
}
