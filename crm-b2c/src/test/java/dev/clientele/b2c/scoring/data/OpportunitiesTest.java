package dev.clientele.b2c.scoring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseHistoryBuilder;
import dev.clientele.b2c.scoring.Cdnow;
import dev.clientele.b2c.scoring.family.BgBb;
import dev.clientele.b2c.scoring.fit.FittedModel;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Opportunities are calendar periods after that of the first purchase, each with a purchase or without. */
class OpportunitiesTest {
    private static final CountingRule RULE = CountingRule.standard();

    @Test
    void months_with_a_purchase_count_once_and_one_that_is_not_over_not_yet() {
        PurchaseHistory history = history("2020-01-31", "2020-02-01", "2020-02-20", "2020-05-05", "2020-07-10");

        assertThat(at(history, "2020-07-15", TimeStep.MONTH)).contains(CustomerSummary.of(2, 4, 5));
        assertThat(at(history, "2020-07-31", TimeStep.MONTH)).contains(CustomerSummary.of(3, 6, 6));
        assertThat(at(history, "2020-02-10", TimeStep.MONTH)).contains(CustomerSummary.of(0, 0, 0));
        assertThat(at(history, "2020-01-30", TimeStep.MONTH)).isEmpty();
    }

    @Test
    void weeks_begin_on_monday_and_years_in_january() {
        PurchaseHistory history = history("2020-01-05", "2020-01-06", "2021-12-31");

        assertThat(at(history, "2020-01-12", TimeStep.WEEK)).contains(CustomerSummary.of(1, 1, 1));
        assertThat(at(history, "2020-01-07", TimeStep.DAY)).contains(CustomerSummary.of(1, 1, 2));
        assertThat(at(history, "2021-12-31", TimeStep.YEAR)).contains(CustomerSummary.of(1, 1, 1));
        assertThat(TimeStep.WEEK.periodNumber(LocalDate.of(1969, 12, 29))).isZero();
        assertThat(TimeStep.WEEK.periodNumber(LocalDate.of(1969, 12, 28))).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(
            value = TimeStep.class,
            names = {"WEEK", "MONTH"})
    void bg_bb_is_fitted_to_histories_by_calendar_period(TimeStep step) {
        BgBb family = BgBb.oneOpportunityPer(step);
        CustomerBaseBuilder customers = family.customers();
        Cdnow.histories().values().forEach(history -> customers.add(history, Cdnow.CALIBRATION_END, RULE));
        FittedModel fitted = family.fit(customers.build());

        assertThat(fitted.name()).isEqualTo("BG/BB");
        assertThat(fitted.converged()).isTrue();
        assertThat(fitted.asOf()).contains(Cdnow.CALIBRATION_END);
    }

    @Test
    void a_base_of_opportunities_is_of_one_day_and_others_are_told_how_to_make_one() {
        assertThatThrownBy(() -> CustomerBase.opportunities(TimeStep.MONTH)
                        .add(history("2020-01-01"), LocalDate.of(2020, 2, 1), RULE)
                        .add(history("2020-01-01"), LocalDate.of(2020, 3, 1), RULE))
                .hasMessage("asOf must be 2020-02-01 as before, was 2020-03-01");
        assertThatThrownBy(() -> BgBb.oneOpportunityPer(TimeStep.MONTH).fit(Cdnow.customers()))
                .hasMessageContaining("CustomerBase.opportunities");
    }

    private static Optional<CustomerSummary> at(PurchaseHistory history, String day, TimeStep step) {
        return CustomerSummary.ofOpportunities(history, LocalDate.parse(day), RULE, step);
    }

    private static PurchaseHistory history(String... days) {
        PurchaseHistoryBuilder history = PurchaseHistory.builder(CurrencyUnit.EUR);
        for (String day : days) {
            history.addPurchase(LocalDate.parse(day), Money.of(CurrencyUnit.EUR, 5));
        }
        return history.build();
    }
}
