package dev.clientele.b2c.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Score;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.holdout.HoldOut;
import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The CDNOW sample through the whole stored path: recorded, kept as ledgers, fitted, stored, read, scored. Figures: Fader,
 * Hardie and Lee (2005) for BG/NBD and Fader and Hardie (2013) for Gamma-Gamma, to the digits that exact days / 7 gives; the
 * hold-out period is that of the first paper, 39 weeks after 1997-09-30.
 */
@ParameterizedClass
@EnumSource(Store.class)
class StoredCdnowTest extends StoredTest {

    StoredCdnowTest(Store store) {
        super(store);
    }

    @Test
    void stored_purchases_give_the_published_estimates_scores_and_hold_out() {
        StoredCdnow.load(b2c);
        assertThat(b2c.persons().all().count()).isEqualTo(2357);
        assertThat(b2c.purchases().all().count()).isEqualTo(6919);

        Calibration fitted =
                b2c.scoring().fit(CalibrationPlan.of(BgNbd.weekly()).withEnd(Cdnow.CALIBRATION_END));
        b2c.scoring().activate(fitted);
        Calibration calibration = b2c.scoring().active().orElseThrow();
        assertThat(calibration).isEqualTo(fitted);
        assertPublished(calibration);

        Valuation valuation = Valuation.over(Horizon.weeks(39))
                .asOf(Cdnow.CALIBRATION_END)
                .withDiscountRate(DiscountRate.annual(0.10));
        ScoringSummary scored = b2c.scoring().score(calibration, valuation);
        assertThat(scored).isEqualTo(new ScoringSummary(Cdnow.CALIBRATION_END, 2357, 2357, 0));
        assertScores(calibration);
        assertTop(calibration, valuation);
        assertHoldOut(calibration);
    }

    private static void assertPublished(Calibration calibration) {
        assertThat(calibration.currency()).isEqualTo(CurrencyUnit.USD);
        assertThat(calibration.get(Calibration.CUSTOMERS)).isEqualTo(2357);
        assertThat(calibration.get(Calibration.REPEAT_CUSTOMERS)).isEqualTo(946);
        assertClose(
                calibration.purchaseModel().parameters(),
                Map.of("r", .2425945, "alpha", 4.413602, "a", .792922, "b", 2.425908));
        assertThat(calibration.get(Calibration.LOG_LIKELIHOOD)).isCloseTo(-9582.429207, within(1e-5));
        assertClose(
                calibration.purchaseModel().standardErrors(),
                Map.of("r", .012557, "alpha", .37822, "a", .18573, "b", .70541));
        assertThat(calibration.get(Calibration.SPEND_CUSTOMERS)).isEqualTo(946);
        assertClose(
                calibration.spendModel().orElseThrow().parameters(),
                Map.of("p", 6.249572, "q", 3.744225, "gamma", 15.44352));
        assertThat(calibration.get(Calibration.SPEND_LOG_LIKELIHOOD)).isCloseTo(-4055.917695, within(1e-5));
    }

    private void assertScores(Calibration calibration) {
        Person someone = b2c.persons().findBySource("cdnow", "0001").orElseThrow();
        Score score = someone.score().orElseThrow();
        CustomerSummary known = CustomerSummary.of(
                Cdnow.histories()
                        .get("0001")
                        .summary(Cdnow.CALIBRATION_END, calibration.rule())
                        .orElseThrow(),
                calibration.purchaseModel().step());
        assertThat(score.pAlive())
                .isEqualTo(calibration.purchaseModel().forecast(known).pAlive());
        assertThat(score.expectedTransactions())
                .isCloseTo(
                        calibration.purchaseModel().forecast(known).expectedTransactions(39), withinPercentage(1e-10));
        assertThat(b2c.persons().query(Score.P_ALIVE.isPresent()).count()).isEqualTo(2357);
        assertThat(b2c.persons().query(Score.P_ALIVE.below(0.3)).count())
                .isEqualTo(Cdnow.summaries().stream()
                        .map(seen -> CustomerSummary.of(
                                seen, calibration.purchaseModel().step()))
                        .filter(customer ->
                                calibration.purchaseModel().forecast(customer).pAlive() < 0.3)
                        .count());
    }

    private void assertTop(Calibration calibration, Valuation valuation) {
        List<Person> top = b2c.scoring().findMostValuable(10, CurrencyUnit.USD);

        assertThat(top).hasSize(10);
        assertThat(top)
                .isSortedAccordingTo((one, other) -> other.require(Score.CLV).compareTo(one.require(Score.CLV)));
        LifetimeValue best = b2c.scoring().lifetimeValue(top.get(0).id(), calibration, valuation);
        assertThat(best.residual()).isEqualTo(top.get(0).require(Score.CLV));
        assertThat(best.method()).isEqualTo("BG/NBD with Gamma-Gamma");
        assertThat(best.asOf()).isEqualTo(Cdnow.CALIBRATION_END);
        assertThat(best.evidence().sampleSize()).isEqualTo(2357);
    }

    private void assertHoldOut(Calibration calibration) {
        HoldOut holdOut = b2c.scoring().holdOut(calibration, Cdnow.DATA_END);

        long actual = Cdnow.histories().values().stream()
                .mapToLong(history -> history.purchases(Cdnow.CALIBRATION_END, Cdnow.DATA_END, calibration.rule()))
                .sum();
        assertThat(holdOut.customers()).isEqualTo(2357);
        assertThat(holdOut.actual()).isEqualTo(actual);
        assertThat(holdOut.expectedOverActual()).isBetween(0.8, 1.2);
        assertThat(holdOut.groups()).hasSize(8);
        assertThat(holdOut.groups().get(0).customers()).isEqualTo(2357 - 946);
        assertThat(holdOut.groups().stream()
                        .mapToDouble(group -> group.expected() * group.customers())
                        .sum())
                .isCloseTo(holdOut.expected(), withinPercentage(1e-9));
    }

    private static void assertClose(Map<String, Double> actual, Map<String, Double> expected) {
        assertThat(actual).containsOnlyKeys(expected.keySet());
        expected.forEach(
                (name, value) -> assertThat(actual.get(name)).as(name).isCloseTo(value, withinPercentage(0.01)));
    }
}
