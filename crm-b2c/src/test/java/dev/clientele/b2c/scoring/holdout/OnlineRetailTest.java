package dev.clientele.b2c.scoring.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.scoring.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.TimeStep;
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
                        .mapToLong(h -> h.purchaseDays(OnlineRetail.DATA_END, rule).count())
                        .sum())
                .isEqualTo(16_763);
    }

    @Test
    void the_chosen_model_foretells_the_hold_out_better_than_nbd() {
        for (String day : new String[] {"2011-03-31", "2011-05-31", "2011-08-31", "2011-09-30", "2011-11-30"}) {
        HoldOutSplit splitx = HoldOutSplit.of(
                histories, java.time.LocalDate.parse(day), OnlineRetail.DATA_END, CountingRule.standard());
        ModelComparison comparison = ModelComparison.of(RepeatPurchaseFamilies.ofAnyTime(TimeStep.WEEK), splitx);
        System.out.println(day);
        comparison.models().forEach(m -> System.out.println(m.name() + " " + m.logLikelihood() + " " + m.fitted().map(f -> f.parameters().toString()).orElseGet(() -> m.failure().get().getMessage()) + " " + m.holdOut()));
        }
        HoldOutSplit split = HoldOutSplit.of(
                histories, OnlineRetail.CALIBRATION_END, OnlineRetail.DATA_END, CountingRule.standard());
        ModelComparison comparison = ModelComparison.of(RepeatPurchaseFamilies.ofAnyTime(TimeStep.WEEK), split);
        comparison.models().forEach(m -> System.out.println(m.name() + " " + m.logLikelihood() + " " + m.fitted().map(f -> f.parameters().toString()).orElseGet(() -> m.failure().get().getMessage()) + " " + m.holdOut()));
        ComparedModel best = comparison.best().orElseThrow();

        assertThat(best.holdOut().orElseThrow().rootMeanSquareError()).isLessThan(2.5);
        assertThat(best.holdOut().orElseThrow().ratio()).isCloseTo(1, within(.25));
    }
}
