package dev.clientele.core.value;

import static dev.clientele.core.value.Monies.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** One interface fits a contract that renews and purchases that just happen. */
class LifetimeValueModelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Discounting TEN_PERCENT = Discounting.of(DiscountRate.annual(0.10), DayCount.ACT_ACT_ISDA);

    private record Contract(LocalDate nextRenewal, Money yearlyFee) {}

    private record PurchaseRate(double perYear, double spend) {}

    /** Contractual: each renewal happens with the same probability, given the one before. */
    private static LifetimeValueModel<Contract> constantRetention(double retention) {
        return (contract, asOf, horizon) -> {
            List<CashFlow> renewals = new ArrayList<>();
            CashFlow.recurring(contract.nextRenewal(), Period.ofYears(1), contract.yearlyFee())
                    .takeWhile(flow -> horizon.covers(asOf, flow.date()))
                    .forEach(renewals::add);
            double expected = 0;
            double alive = 1;
            for (CashFlow renewal : renewals) {
                alive *= retention;
                expected += alive
                        * renewal.amount().getAmount().doubleValue()
                        * TEN_PERCENT.discountFactor(asOf, renewal.date());
            }
            return LifetimeValue.builder("constant retention", EUR, asOf, horizon)
                    .residual(expected)
                    .discounting(TEN_PERCENT)
                    .evidence(Evidence.none().with("retention", retention))
                    .build();
        };
    }

    /** Non-contractual: purchases at a rate, without discounting. */
    private static final LifetimeValueModel<PurchaseRate> STEADY =
            (rate, asOf, horizon) -> LifetimeValue.builder("steady purchases", EUR, asOf, horizon)
                    .residual(rate.perYear() * rate.spend() * horizon.lengthInYears(asOf, DayCount.ACT_ACT_ISDA))
                    .build();

    @Test
    void a_contractual_model_counts_the_renewals_within_the_horizon() {
        Contract contract = new Contract(LocalDate.of(2027, 1, 1), Money.of(EUR, 110));
        // 110 / 1.1 * 0.8 + 110 / 1.21 * 0.64
        assertThat(constantRetention(0.8)
                        .value(contract, DAY, Horizon.months(25))
                        .residual())
                .isEqualTo(Money.parse("EUR 138.18"));
    }

    @Test
    void a_purchase_model_takes_the_same_call() {
        assertThat(STEADY.value(new PurchaseRate(4, 25), DAY, Horizon.years(2)).residual())
                .isEqualTo(Money.of(EUR, 200));
    }

    @Test
    void a_model_serves_other_evidence_once_it_is_read_as_its_own() {
        LifetimeValueModel<List<CashFlow>> ofOrders = STEADY.compose(orders -> new PurchaseRate(orders.size(), 100));
        List<CashFlow> orders = List.of(CashFlow.of(DAY.minusDays(9), Money.of(EUR, 100)));
        assertThat(ofOrders.value(orders, DAY, Horizon.years(1)).total()).isEqualTo(Money.of(EUR, 100));
    }
}
