package dev.clientele.b2c.scoring.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.scoring.Cdnow;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.fit.FitProblem;
import dev.clientele.b2c.scoring.fit.FittedModel;
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

        assertThat(best.name()).isEqualTo("Pareto/NBD");
        assertThat(best.holdOut().orElseThrow().rootMeanSquareError()).isCloseTo(1.60285, within(1e-4));
        assertThat(best.holdOut().orElseThrow().meanAbsoluteError()).isCloseTo(.75452, within(1e-4));
        assertThat(best.holdOut().orElseThrow().expectedOverActual()).isCloseTo(.88497, within(1e-4));
        assertThat(best.holdOut().orElseThrow().rootMeanSquareError())
                .isLessThan(nbd.holdOut().orElseThrow().rootMeanSquareError());
        assertThat(nbd.holdOut().orElseThrow().expectedOverActual()).isGreaterThan(1.3);
        assertThat(comparison.bestByAic().orElseThrow().name()).isEqualTo("MBG/NBD");
    }

    @Test
    void a_model_without_a_fit_stands_in_the_comparison_with_its_reason() {
        ComparedModel gompertz =
                of("GGompertz/NBD", ModelComparison.of(RepeatPurchaseFamilies.continuousTime(TimeStep.WEEK), split));

        assertThat(gompertz.failure().orElseThrow().problem()).isEqualTo(FitProblem.BOUNDARY);
        assertThat(gompertz.logLikelihood()).isCloseTo(-9594.98, within(.005));
        assertThat(gompertz.holdOut()).isEmpty();
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
