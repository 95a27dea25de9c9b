package dev.clientele.b2c.scoring.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.family.MbgNbd;
import dev.clientele.b2c.scoring.family.Nbd;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.fit.FittedModel;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Online Retail, calibrated to 2011-06-30 and judged by the 162 days after it. */
class OnlineRetailTest {
    private static List<PurchaseHistory> histories = List.of();

    @BeforeAll
    static void read() {
        histories = OnlineRetail.histories();
    }

    @Test
    void it_has_4338_customers_and_16763_purchase_days() {
        CountingRule rule = CountingRule.standard();

        assertThat(histories).hasSize(4338);
        assertThat(histories.stream()
                        .mapToLong(
                                h -> h.purchaseDays(OnlineRetail.DATA_END, rule).count())
                        .sum())
                .isEqualTo(16_763);
    }

    /** Tradesmen restock at regular times; taken as random, their silences look like no one ever left. */
    @Test
    void the_choice_is_bg_cnbd_k_with_two_waits_to_a_purchase_which_errs_least_too() {
        ModelComparison comparison = ModelComparison.of(RepeatPurchaseFamilies.continuousTime(TimeStep.WEEK), split());
        ComparedModel best = comparison.best().orElseThrow();
        HoldOut holdOut = best.holdOut().orElseThrow();

        assertThat(best.name()).isEqualTo("BG/CNBD-k");
        assertThat(comparison.leastError()).contains(best);
        assertThat(best.fitted().orElseThrow().parameters().get("k")).isEqualTo(2);
        assertThat(best.logLikelihood()).isCloseTo(-14945.16595, within(1e-3));
        assertThat(best.family()
                        .logLikelihood(split().calibration(), best.fitted().orElseThrow()))
                .isCloseTo(best.logLikelihood(), within(1e-6));
        assertThat(holdOut.customers()).isEqualTo(2960);
        assertThat(holdOut.actual()).isEqualTo(6426);
        assertThat(holdOut.expectedOverActual()).isCloseTo(.9093, within(1e-4));
        assertThat(holdOut.rootMeanSquareError()).isCloseTo(2.14524, within(1e-4));
        assertThat(holdOut.meanAbsoluteError()).isCloseTo(1.36237, within(1e-4));
    }

    @Test
    void models_of_random_timing_find_nobody_leaving_and_are_nbd() {
        FittedModel nbd = Nbd.weekly().fit(split().calibration());
        for (RepeatPurchaseFamily family : List.of(BgNbd.weekly(), MbgNbd.weekly())) {
            FittedModel fitted = family.fit(split().calibration());

            assertThat(fitted.fit()).isEqualTo(nbd.fit());
            assertThat(fitted.remarks().get(0).text()).contains("(NBD) describe these data as well");
        }
        assertThat(split().evaluate(nbd).rootMeanSquareError()).isCloseTo(2.21544, within(1e-4));
    }

    private static HoldOutSplit split() {
        return HoldOutSplit.of(histories, OnlineRetail.CALIBRATION_END, OnlineRetail.DATA_END, CountingRule.standard());
    }
}
