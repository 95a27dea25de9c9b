package dev.clientele.b2c.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Score;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.family.ParameterPrior;
import dev.clientele.b2c.scoring.fit.FitRemark;
import dev.clientele.b2c.scoring.fit.PredictionInterval;
import dev.clientele.b2c.scoring.value.PurchasePrediction;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.core.value.ValueInterval;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Bounds of persons' real purchases are wider than those of their expectation; both come from the stored calibration. */
@ParameterizedClass
@EnumSource(Store.class)
class StoredPredictionTest extends StoredTest {

    private static final Valuation YEAR = Valuation.over(Horizon.months(12));

    StoredPredictionTest(Store store) {
        super(store);
    }

    @Test
    void the_range_of_what_a_person_will_spend_is_wider_than_that_of_the_lifetime_value() {
        Calibration calibration = calibrated();
        Person person = b2c.scoring().findMostValuable(1, CurrencyUnit.GBP).get(0);

        LifetimeValue value = b2c.scoring().lifetimeValue(person.id(), YEAR.withInterval(.95));
        PurchasePrediction will = b2c.scoring().predict(person, Horizon.months(12));

        ValueInterval ofExpectation = Objects.requireNonNull(value.residualInterval());
        PredictionInterval spend = will.spend().orElseThrow();
        assertThat(spend.low()).isLessThan(ofExpectation.low().getAmount().doubleValue());
        assertThat(spend.high()).isGreaterThan(ofExpectation.high().getAmount().doubleValue());
        assertThat(will.purchases().mean())
                .isCloseTo(person.score().orElseThrow().expectedTransactions(), Percentage.withPercentage(15));
        assertThat(b2c.scoring().predict(person.id(), calibration, YEAR.withInterval(.95)))
                .isEqualTo(will);
        assertThat(b2c.scoring()
                        .predict(person.id(), calibration, YEAR.withInterval(.5))
                        .purchases()
                        .high())
                .isLessThan(will.purchases().high());
    }

    @Test
    void all_persons_together_buy_what_their_scores_add_up_to_within_a_range_that_is_the_same_each_time() {
        calibrated();

        PurchasePrediction total = b2c.scoring().predictTotal(YEAR);

        double expected = b2c.persons()
                .query(Score.P_ALIVE.isPresent())
                .sum(Score.EXPECTED_TRANSACTIONS)
                .doubleValue();
        assertThat(total.purchases().mean()).isCloseTo(expected, Percentage.withPercentage(1e-6));
        assertThat(expected)
                .isBetween(total.purchases().low(), total.purchases().high());
        assertThat(total.spend().orElseThrow().low()).isPositive();
        assertThat(b2c.scoring().predictTotal(YEAR)).isEqualTo(total);
    }

    @Test
    void who_has_bought_nothing_and_a_horizon_without_end_have_no_prediction() {
        Calibration calibration = calibrated();
        Person quiet = person("Quiet");
        Valuation ever = Valuation.over(Horizon.infinite());

        assertThatThrownBy(() -> b2c.scoring().predict(quiet, Horizon.months(12)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> b2c.scoring().predictTotal(calibration, ever))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("horizon");
    }

    @Test
    void a_calibration_keeps_the_prior_that_it_was_fitted_with() {
        SimulatedShop.open(b2c, CurrencyUnit.GBP, NOW);
        CalibrationPlan plan = CalibrationPlan.of(BgNbd.weekly()).withPrior(ParameterPrior.withStandardDeviation(1));

        Calibration read =
                b2c.scoring().calibrations().get(b2c.scoring().fit(plan).id());

        assertThat(read.purchaseModel().remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(FitRemark.Kind.PRIOR);
            assertThat(remark.text()).contains("standard deviation of 1.0", "a = 0.8");
        });
        assertThat(read.spendModel().orElseThrow().remarks())
                .extracting(FitRemark::kind)
                .isEqualTo(List.of(FitRemark.Kind.PRIOR));
        assertThat(b2c.scoring().refit(plan, read).purchaseModel()).isEqualTo(read.purchaseModel());
    }

    private Calibration calibrated() {
        SimulatedShop.open(b2c, CurrencyUnit.GBP, NOW);
        Calibration calibration = b2c.scoring().fit(BgNbd.weekly());
        b2c.scoring().activate(calibration);
        b2c.scoring().score(YEAR);
        return calibration;
    }
}
