package dev.clientele.b2b.revenue.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.core.value.DayCount;
import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.Discounting;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import java.time.LocalDate;
import java.time.Period;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ContractValueTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 31);
    private static final Money MONTHLY = Money.parse("EUR 100");
    private static final ShiftedBetaGeometric RETENTION = new ShiftedBetaGeometric(0.668, 3.806);
    private static final Discounting TENTH = Discounting.of(DiscountRate.annual(0.1), DayCount.ACT_365F);

    private static ContractHistory yearly(LocalDate start) {
        return ContractHistory.since(start, Period.ofYears(1), Money.parse("EUR 1000"));
    }

    @Test
    void terms_do_not_drift() {
        ContractHistory monthly = ContractHistory.since(START, Period.ofMonths(1), MONTHLY);

        assertThat(monthly.termStart(1)).isEqualTo("2025-02-28");
        assertThat(monthly.termStart(2)).isEqualTo("2025-03-31");
        assertThat(monthly.startedTerms(LocalDate.of(2025, 3, 30))).isEqualTo(2);
        assertThat(monthly.startedTerms(LocalDate.of(2025, 3, 31))).isEqualTo(3);
    }

    @Test
    void the_value_ahead_is_the_discounted_residual_lifetime() {
        // the first renewal is tomorrow, so that nothing but whole years is discounted
        LocalDate asOf = LocalDate.of(2026, 6, 30);
        ContractHistory history = yearly(LocalDate.of(2025, 7, 1));
        ContractValueModel model = new ContractValueModel(RETENTION, 1000, 0.5, TENTH);

        LifetimeValue value = model.value(history, asOf, Horizon.infinite());

        assertThat(value.historic()).isEqualTo(Money.parse("EUR 500"));
        double expected = 500 * RETENTION.residualLifetime(0, 0.1);
        assertThat(value.residual().getAmount().doubleValue()).isCloseTo(expected, within(expected * 0.001));
        assertThat(value.evidence().inputs()).containsEntry("renewals", 0.0);
    }

    @Test
    void who_has_renewed_more_often_is_worth_more() {
        ContractValueModel model = new ContractValueModel(RETENTION, 0, 1, TENTH);
        LocalDate asOf = LocalDate.of(2030, 6, 30);

        Money old = model.value(yearly(LocalDate.of(2020, 7, 1)), asOf, Horizon.years(5))
                .residual();
        Money young = model.value(yearly(LocalDate.of(2029, 7, 1)), asOf, Horizon.years(5))
                .residual();

        assertThat(old).isGreaterThan(young);
    }

    @Test
    void a_horizon_holds_the_terms_that_begin_in_it() {
        ContractValueModel model = new ContractValueModel(new ShiftedBetaGeometric(1e-9, 1), 0, 1, Discounting.NONE);
        ContractHistory monthly = ContractHistory.since(START, Period.ofMonths(1), MONTHLY);

        LifetimeValue value = model.value(monthly, START, Horizon.months(12));

        assertThat(value.historic()).isEqualTo(MONTHLY);
        assertThat(value.residual()).isEqualTo(Money.parse("EUR 1100"));
    }

    @Test
    void the_interval_is_that_of_the_number_of_renewals() {
        ContractValueModel model = new ContractValueModel(RETENTION, 0, 1, Discounting.NONE);

        LifetimeValue value = model.value(yearly(START), START, Horizon.years(11));

        assertThat(value.residualInterval()).isNotNull();
        assertThat(value.residualInterval().low()).isEqualTo(Money.parse("EUR 0"));
        assertThat(value.residualInterval().high()).isEqualTo(Money.parse("EUR 10000"));
        assertThat(value.residualInterval().contains(value.residual())).isTrue();
    }

    @Test
    void who_has_left_is_worth_what_was_paid() {
        ContractHistory gone = new ContractHistory(
                START, Period.ofMonths(1), MONTHLY, LocalDate.of(2025, 4, 30), Money.parse("EUR 50"));
        ContractValueModel model = new ContractValueModel(RETENTION, 0, 1, TENTH);

        LifetimeValue after = model.value(gone, LocalDate.of(2026, 1, 1), Horizon.years(3));
        LifetimeValue before = model.value(gone, LocalDate.of(2025, 3, 1), Horizon.years(3));

        assertThat(after.historic()).isEqualTo(Money.parse("EUR 300"));
        assertThat(after.total()).isEqualTo(Money.parse("EUR 250"));
        assertThat(before.residual().isPositive()).isTrue();
    }

    @Test
    void what_can_not_be_valued_is_refused() {
        ContractValueModel model = new ContractValueModel(RETENTION, 0, 1, Discounting.NONE);

        assertThatThrownBy(() -> model.value(yearly(START), START.minusDays(1), Horizon.years(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not begin after");
        assertThatThrownBy(() -> model.value(yearly(START), START, Horizon.infinite()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> new ContractValueModel(RETENTION, 0, 0, TENTH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
