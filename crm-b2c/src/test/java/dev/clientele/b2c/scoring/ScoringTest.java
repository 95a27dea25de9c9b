package dev.clientele.b2c.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Score;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class ScoringTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    ScoringTest(Store store) {
        super(store);
    }

    @Test
    void scores_and_the_person_s_own_fields_stand_in_one_query() {
        shop();
        Calibration calibration = b2c.scoring().fit(BgNbd.weekly());
        b2c.scoring().score(calibration, Valuation.over(Horizon.months(12)));

        List<Person> lapsing = b2c.persons()
                .query(Score.P_ALIVE.below(0.5).and(Person.CITY.is("Leeds")))
                .page(50)
                .items();

        assertThat(lapsing).isNotEmpty().allSatisfy(person -> {
            assertThat(person.require(Score.P_ALIVE)).isLessThan(0.5);
            assertThat(person.addresses().get(0).city()).isEqualTo("Leeds");
        });
        assertThat(b2c.persons().query(Score.P_ALIVE.below(0.5)).count()).isGreaterThan(lapsing.size());
    }

    @Test
    void today_is_the_default_day() {
        shop();
        Calibration calibration = b2c.scoring().fit(BgNbd.weekly());

        assertThat(calibration.end()).isEqualTo(TODAY);
        assertThat(calibration.get(Calibration.FITTED_AT)).isEqualTo(NOW);
        assertThat(b2c.scoring()
                        .score(calibration, Valuation.over(Horizon.months(12)))
                        .asOf())
                .isEqualTo(TODAY);
    }

    @Test
    void a_refit_agrees_with_a_first_fit() {
        shop();
        CalibrationPlan plan = CalibrationPlan.of(BgNbd.weekly());
        Calibration before = b2c.scoring().fit(plan);
        Calibration again = b2c.scoring().refit(plan, before);

        assertThat(again.purchaseModel().logLikelihood())
                .isCloseTo(before.purchaseModel().logLikelihood(), within(1e-6));
        assertThat(again.id()).isNotEqualTo(before.id());
    }

    @Test
    void scores_as_of_a_day_before_anything_was_bought_are_taken_away() {
        List<Person> persons = shop();
        Calibration calibration = b2c.scoring().fit(BgNbd.weekly());
        b2c.scoring().score(calibration, Valuation.over(Horizon.months(12)));

        ScoringSummary scored = b2c.scoring()
                .score(calibration, Valuation.over(Horizon.months(12)).asOf(TODAY.minusYears(20)));

        assertThat(scored).isEqualTo(new ScoringSummary(TODAY.minusYears(20), 0, 0, persons.size()));
        assertThat(b2c.persons().get(persons.get(0).id()).score()).isEmpty();
    }

    @Test
    void a_calibration_without_spend_scores_without_value() {
        shop();
        Calibration calibration =
                b2c.scoring().fit(CalibrationPlan.of(BgNbd.weekly()).withoutSpend());

        ScoringSummary scored = b2c.scoring().score(calibration, Valuation.over(Horizon.months(12)));

        assertThat(scored.valued()).isZero();
        assertThat(scored.scored()).isPositive();
        assertThat(b2c.scoring().findMostValuable(10, CurrencyUnit.GBP)).isEmpty();
    }

    @Test
    void a_lifetime_value_says_what_was_received_and_by_which_method() {
        Person person = shop().get(0);
        b2c.scoring().activate(b2c.scoring().fit(BgNbd.weekly()));

        LifetimeValue value = b2c.scoring().lifetimeValue(person, Horizon.months(12));

        Money received = b2c.purchases().ledger(person.id()).orElseThrow().require(PurchaseLedger.SPENT);
        assertThat(value.historic()).isEqualTo(received);
        assertThat(value.residual().isPositive()).isTrue();
        assertThat(value.asOf()).isEqualTo(TODAY);
        assertThat(value.explain()).contains("BG/NBD with Gamma-Gamma", "pAlive");
    }

    @Test
    void a_lifetime_value_has_an_interval_where_one_is_asked_for() {
        Person person = shop().get(0);
        b2c.scoring().activate(b2c.scoring().fit(BgNbd.weekly()));
        Valuation valuation = Valuation.over(Horizon.months(12));

        LifetimeValue value = b2c.scoring().lifetimeValue(person.id(), valuation.withInterval(.9));

        assertThat(value.residualInterval()).isNotNull().satisfies(interval -> {
            assertThat(interval.contains(value.residual())).isTrue();
            assertThat(interval.level()).isEqualTo(.9);
        });
        assertThatThrownBy(() -> valuation.withInterval(1)).hasMessageContaining("intervalLevel");
    }

    @Test
    void somebody_without_purchases_has_no_lifetime_value() {
        shop();
        b2c.scoring().activate(b2c.scoring().fit(BgNbd.weekly()));
        Person quiet = person("Quiet");

        assertThatThrownBy(() -> b2c.scoring().lifetimeValue(quiet, Horizon.months(12)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void purchases_that_say_nothing_about_repeats_give_a_reason_and_no_calibration() {
        Person ana = person("Ana");
        b2c.purchases().record(Purchase.of("shop", "1", ana, gbp("5"), NOW.minus(Duration.ofDays(100))));

        assertThatThrownBy(() -> b2c.scoring().fit(BgNbd.weekly())).isInstanceOf(NoFitException.class);
        assertThat(b2c.scoring().calibrations().all().count()).isZero();
    }

    @Test
    void several_currencies_need_one_to_be_named() {
        Person ana = shop().get(0);
        b2c.purchases().record(Purchase.of("shop", "eur", ana, Money.parse("EUR 5"), NOW));

        assertThatThrownBy(() -> b2c.scoring().fit(BgNbd.weekly()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("several");
        assertThat(b2c.scoring()
                        .fit(CalibrationPlan.of(BgNbd.weekly()).withCurrency(CurrencyUnit.GBP))
                        .currency())
                .isEqualTo(CurrencyUnit.GBP);
    }

    @Test
    void a_period_before_the_calibration_s_end_is_no_hold_out() {
        shop();
        Calibration calibration = b2c.scoring().fit(BgNbd.weekly());

        assertThatThrownBy(() -> b2c.scoring().holdOut(calibration, calibration.end()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("endInclusive");
    }

    private List<Person> shop() {
        return SimulatedShop.open(b2c, CurrencyUnit.GBP, NOW);
    }
}
