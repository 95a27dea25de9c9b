package dev.clientele.b2c.analytics.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.analytics.CalendarGrid;
import dev.clientele.b2c.analytics.DayRange;
import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.analytics.PurchaseBookBuilder;
import dev.clientele.b2c.purchase.CountingRule;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The five lenses on a base that one counts through by hand. */
class CustomerBaseAuditTest {

    private static final DayRange JANUARY = DayRange.of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31));
    private static final DayRange FEBRUARY = DayRange.of(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29));
    private static final LocalDate END = LocalDate.of(2024, 2, 29);

    private static Money eur(int amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    private static CustomerBaseAudit audit() {
        PurchaseBookBuilder<String> book = PurchaseBook.builder(CurrencyUnit.EUR, CountingRule.standard());
        book.addPurchase("lost", LocalDate.of(2024, 1, 3), eur(30));
        book.addPurchase("more", LocalDate.of(2024, 1, 4), eur(10));
        book.addPurchase("more", LocalDate.of(2024, 2, 4), eur(10));
        book.addPurchase("more", LocalDate.of(2024, 2, 9), eur(15));
        book.addPurchase("less", LocalDate.of(2024, 1, 5), eur(20));
        book.addPurchase("less", LocalDate.of(2024, 2, 5), eur(5));
        book.addPurchase("same", LocalDate.of(2024, 1, 6), eur(8));
        book.addPurchase("same", LocalDate.of(2024, 2, 6), eur(8));
        book.addPurchase("gained", LocalDate.of(2024, 2, 7), eur(40));
        PurchaseBook<String> built = book.build();
        return CustomerBaseAudit.of(built, JANUARY, FEBRUARY, CalendarGrid.months(), END);
    }

    @Test
    void the_first_lens_shows_how_customers_of_a_period_differ() {
        PeriodProfile latest = audit().latest();

        assertThat(latest.customers()).isEqualTo(4);
        assertThat(latest.purchases()).isEqualTo(5);
        assertThat(latest.spend()).isEqualTo(eur(78));
        assertThat(latest.frequencies().get(0)).isEqualTo(new PeriodProfile.FrequencyGroupSize(1, 3, eur(53)));
        assertThat(latest.frequencies().get(1)).isEqualTo(new PeriodProfile.FrequencyGroupSize(2, 1, eur(25)));
        assertThat(latest.purchasesPerCustomer()).isEqualTo(1.25);
        assertThat(latest.spendPerPurchase()).isCloseTo(15.6, within(1e-12));
        assertThat(latest.spendPerCustomer()).isCloseTo(19.5, within(1e-12));
        assertThat(latest.concentration().shareOfTop(.25)).isCloseTo(40 / 78.0, within(1e-12));
    }

    @Test
    void the_second_lens_shows_who_came_went_and_changed() {
        PeriodComparison change = audit().change();

        assertThat(change.lost()).isEqualTo(new PeriodComparison.CustomerFlow(1, eur(30), eur(0)));
        assertThat(change.gained()).isEqualTo(new PeriodComparison.CustomerFlow(1, eur(0), eur(40)));
        assertThat(change.more().change()).isEqualTo(eur(15));
        assertThat(change.less().change()).isEqualTo(eur(-15));
        assertThat(change.same().customers()).isEqualTo(1);
        assertThat(change.retained()).isEqualTo(3);
        assertThat(change.retention()).isEqualTo(.75);
    }

    @Test
    void the_third_lens_follows_a_cohort() {
        CohortProfile oldest = audit().oldest().orElseThrow();

        assertThat(oldest.label()).isEqualTo("2024-01");
        assertThat(oldest.customers()).isEqualTo(4);
        assertThat(oldest.ages())
                .containsExactly(
                        new CohortProfile.CohortAge(0, eur(68), 1, 1, 17, 17, true),
                        new CohortProfile.CohortAge(1, eur(38), .75, 4 / 3.0, 9.5, 26.5, true));
    }

    @Test
    void the_fourth_lens_puts_cohorts_of_one_age_side_by_side() {
        CohortComparison cohorts = audit().cohorts();

        assertThat(cohorts.atAge(0))
                .extracting(CohortComparison.CohortAtAge::label)
                .containsExactly("2024-01", "2024-02");
        assertThat(cohorts.atAge(1))
                .extracting(CohortComparison.CohortAtAge::label)
                .containsExactly("2024-01");
        assertThat(cohorts.trend(0).orElseThrow()).isCloseTo(40 / 17.0, within(1e-12));
        assertThat(cohorts.trend(1)).isEmpty();
    }

    @Test
    void the_fifth_lens_shows_what_old_and_new_customers_bring() {
        CustomerBasePeriod february = audit().periods().get(1);

        assertThat(february.newCustomers()).isEqualTo(1);
        assertThat(february.returningCustomers()).isEqualTo(3);
        assertThat(february.active()).isEqualTo(4);
        assertThat(february.spend()).isEqualTo(eur(78));
        assertThat(february.newSpend()).isEqualTo(eur(40));
        assertThat(february.spendByCohort()).containsExactly(eur(38), eur(40));
        assertThat(february.complete()).isTrue();
    }

    @Test
    void nobody_is_an_empty_audit() {
        PurchaseBook<String> nobody = PurchaseBook.<String>builder(CurrencyUnit.EUR, CountingRule.standard())
                .build();
        CustomerBaseAudit audit = CustomerBaseAudit.of(nobody, JANUARY, FEBRUARY, CalendarGrid.months(), END);

        assertThat(audit.latest().customers()).isZero();
        assertThat(audit.latest().spendPerPurchase()).isZero();
        assertThat(audit.change().retention()).isZero();
        assertThat(audit.oldest()).isEmpty();
        assertThat(audit.periods()).isEmpty();
        assertThat(audit.cohorts().atAge(0)).isEmpty();
    }
}
