package dev.clientele.b2c.scoring.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.scoring.Cdnow;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.family.GammaGamma;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.model.BgNbdModel;
import dev.clientele.b2c.scoring.model.GammaGammaModel;
import dev.clientele.core.value.DayCount;
import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.Discounting;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.core.value.ValueInterval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PurchaseLifetimeValueTest {
    private static final LocalDate FIRST = LocalDate.of(1997, 1, 1);
    private static final LocalDate AS_OF = LocalDate.of(1997, 9, 30);
    private static final PurchaseHistory HISTORY = PurchaseHistory.builder(CurrencyUnit.USD)
            .addPurchase(FIRST, Money.parse("USD 29.33"))
            .addPurchase(FIRST.plusDays(17), Money.parse("USD 29.73"))
            .addPurchase(FIRST.plusDays(213), Money.parse("USD 14.96"))
            .build();
    private static final BgNbdModel BG_NBD = new BgNbdModel(.243, 4.414, .793, 2.426);
    private static final GammaGammaModel GAMMA_GAMMA = new GammaGammaModel(6.25, 3.74, 15.44);
    private final PurchaseLifetimeValue model = PurchaseLifetimeValue.of(
            new FittedModel(BG_NBD, TimeStep.WEEK, fit("BG/NBD", BG_NBD.parameters()), Optional.of(AS_OF)),
            new FittedSpendModel(GAMMA_GAMMA, fit("Gamma-Gamma", GAMMA_GAMMA.parameters())),
            CurrencyUnit.USD);

    @Test
    void residual_value_is_expected_purchases_times_expected_spend() {
        LifetimeValue value = model.value(HISTORY, AS_OF, Horizon.weeks(39));
        double purchases = BG_NBD.expectedTransactions(39, CustomerSummary.of(2, 213 / 7.0, 272 / 7.0));
        double spend = GAMMA_GAMMA.expectedSpend(new SpendSummary(2, (29.73 + 14.96) / 2));

        assertThat(value.residual().getAmount().doubleValue()).isCloseTo(purchases * spend, within(.005));
        assertThat(value.historic()).isEqualTo(Money.parse("USD 74.02"));
        assertThat(value.method()).isEqualTo("BG/NBD with Gamma-Gamma");
        assertThat(value.evidence().sampleSize()).isEqualTo(2357);
        assertThat(value.evidence().inputs()).containsEntry("x", 2.0).containsKey("pAlive");
    }

    @Test
    void margin_discount_and_cost_lower_the_value() {
        LifetimeValue plain = model.value(HISTORY, AS_OF, Horizon.months(12));
        LifetimeValue careful = model.withMargin(new BigDecimal("0.30"))
                .withDiscounting(Discounting.of(DiscountRate.annual(0.10), DayCount.ACT_365F))
                .withAcquisitionCost(Money.parse("USD 5.00"))
                .value(HISTORY, AS_OF, Horizon.months(12));

        assertThat(careful.residual())
                .isLessThan(plain.residual().multipliedBy(3).dividedBy(10, java.math.RoundingMode.UP));
        assertThat(careful.historic()).isEqualTo(Money.parse("USD 22.21"));
        assertThat(careful.total())
                .isEqualTo(careful.historic().plus(careful.residual()).minus(Money.parse("USD 5.00")));
    }

    @Test
    void an_endless_horizon_needs_discounting() {
        assertThatThrownBy(() -> model.value(HISTORY, AS_OF, Horizon.infinite()))
                .hasMessageContaining("horizon must have an end");
        assertThat(model.withDiscounting(Discounting.of(DiscountRate.annual(0.10), DayCount.ACT_365F))
                        .value(HISTORY, AS_OF, Horizon.infinite())
                        .residual())
                .isGreaterThan(model.value(HISTORY, AS_OF, Horizon.weeks(39)).residual());
    }

    @Test
    void a_person_who_had_bought_nothing_yet_cannot_be_valued() {
        assertThatThrownBy(() -> model.value(HISTORY, FIRST.minusDays(1), Horizon.months(12)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("by 1996-12-31");
    }

    @Test
    void an_interval_holds_the_residual_value_and_narrows_with_its_level() {
        PurchaseLifetimeValue fitted = PurchaseLifetimeValue.of(
                BgNbd.weekly().fit(Cdnow.customers()), GammaGamma.standard().fit(Cdnow.spend()), CurrencyUnit.USD);
        LifetimeValue wide = fitted.withInterval(.95).value(HISTORY, AS_OF, Horizon.months(12));
        LifetimeValue narrow = fitted.withInterval(.5).value(HISTORY, AS_OF, Horizon.months(12));
        ValueInterval interval = java.util.Objects.requireNonNull(wide.residualInterval());

        assertThat(wide.residual()).isEqualTo(narrow.residual());
        assertThat(interval.contains(wide.residual())).isTrue();
        assertThat(interval.level()).isEqualTo(.95);
        assertThat(interval.low()).isGreaterThan(wide.residual().dividedBy(2, java.math.RoundingMode.UP));
        assertThat(java.util.Objects.requireNonNull(narrow.residualInterval()).high())
                .isLessThan(interval.high());
        assertThat(fitted.value(HISTORY, AS_OF, Horizon.months(12)).residualInterval())
                .isNull();
    }

    @Test
    void a_new_customer_is_worth_the_first_purchase_and_what_may_follow() {
        LifetimeValue value = model.newCustomer(Money.parse("USD 30.00"), FIRST, Horizon.weeks(39));
        double follows = BG_NBD.forecastNewCustomer().expectedTransactions(39) * GAMMA_GAMMA.expectedSpend();

        assertThat(value.historic()).isEqualTo(Money.parse("USD 30.00"));
        assertThat(value.residual().getAmount().doubleValue()).isCloseTo(follows, within(.005));
        assertThatThrownBy(() -> model.newCustomer(Money.parse("EUR 30.00"), FIRST, Horizon.weeks(39)))
                .hasMessageContaining("firstPurchase must be 0 or more in USD");
    }

    @Test
    void each_person_may_have_a_discount_rate_of_their_own() {
        LifetimeValue safe = model.withDiscounting(Discounting.of(DiscountRate.annual(.05), DayCount.ACT_365F))
                .value(HISTORY, AS_OF, Horizon.infinite());
        LifetimeValue risky = model.withDiscounting(Discounting.of(DiscountRate.annual(.25), DayCount.ACT_365F))
                .value(HISTORY, AS_OF, Horizon.infinite());

        assertThat(risky.residual()).isLessThan(safe.residual());
        assertThat(risky.explain()).contains("25").contains("BG/NBD with Gamma-Gamma");
    }

    private static Fit fit(String name, Map<String, Double> parameters) {
        return new Fit(name, parameters, List.of(), -1, true, 1, 2357, 946);
    }
}
