package dev.clientele.b2b.revenue.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.insight.projection.NotEnoughHistoryException;
import dev.clientele.b2b.revenue.retention.BetaDiscreteWeibull;
import dev.clientele.b2b.revenue.retention.ContractValueModel;
import dev.clientele.b2b.revenue.retention.RenewalHistory;
import dev.clientele.b2b.revenue.retention.ShiftedBetaGeometric;
import dev.clientele.b2b.revenue.retention.UnitEconomics;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.value.DayCount;
import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.Discounting;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.core.value.MissingExchangeRateException;
import dev.clientele.persistence.TenantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Stored contracts as what retention is learned from, and valued by it. */
@ParameterizedClass
@EnumSource(Store.class)
class ContractLifecycleTest extends StoredTest {

    private static final LocalDate START = LocalDate.of(2020, 7, 1);
    private static final Discounting TENTH = Discounting.of(DiscountRate.annual(0.1), DayCount.ACT_365F);

    ContractLifecycleTest(Store store) {
        super(store);
    }

    private Contract begun(Account account, Money monthly, LocalDate start, int months) {
        return b2b.revenue().contracts().add(Contract.of(account.id(), "Support", monthly, start, months));
    }

    private Contract renewed(Contract term, int times) {
        Contract last = term;
        for (int i = 0; i < times; i++) {
            last = b2b.revenue().contracts().renew(last);
        }
        return last;
    }

    private RenewalHistory history(String day) {
        return b2b.revenue().contracts().renewals(LocalDate.parse(day)).history();
    }

    @Test
    void a_contract_that_runs_has_been_renewed_so_often_and_may_be_again() {
        renewed(begun(account("Globex"), eur("10"), START, 12), 2);

        assertThat(history("2023-06-30")).isEqualTo(new RenewalHistory(List.of(0L, 0L, 0L), List.of(0L, 0L, 1L)));
    }

    @Test
    void a_contract_that_was_not_renewed_is_gone_at_that_renewal() {
        renewed(begun(account("Globex"), eur("10"), START, 12), 1);

        assertThat(history("2022-06-30").churnedCustomers()).isZero();
        assertThat(history("2022-07-01")).isEqualTo(new RenewalHistory(List.of(0L, 1L), List.of(0L, 0L)));
    }

    @Test
    void what_happened_after_the_day_does_not_count() {
        renewed(begun(account("Globex"), eur("10"), START, 12), 3);
        begun(account("Initech"), eur("10"), LocalDate.of(2022, 1, 1), 12);

        assertThat(history("2021-06-30")).isEqualTo(new RenewalHistory(List.of(0L), List.of(1L)));
    }

    @Test
    void a_contract_ended_within_its_term_is_gone_at_the_next_renewal() {
        Contract second = renewed(begun(account("Globex"), eur("10"), START, 12), 1);
        b2b.revenue().contracts().end(second, LocalDate.of(2021, 9, 1), "moved away");

        assertThat(history("2021-09-01")).isEqualTo(new RenewalHistory(List.of(0L, 1L), List.of(0L, 0L)));
    }

    @Test
    void a_term_ended_on_its_first_day_never_began() {
        Contract second = renewed(begun(account("Globex"), eur("10"), START, 12), 1);
        b2b.revenue().contracts().end(second, second.startsOn(), "a mistake");

        assertThat(history("2021-08-01")).isEqualTo(new RenewalHistory(List.of(1L), List.of(0L)));
    }

    @Test
    void within_the_days_of_grace_it_is_not_known_whether_a_contract_is_renewed() {
        begun(account("Globex"), eur("10"), START, 12);
        RenewalQuery renewals = b2b.revenue().contracts().renewals(LocalDate.of(2021, 7, 20));

        assertThat(renewals.history().churnedCustomers()).isEqualTo(1);
        assertThat(renewals.withGraceDays(30).history().churnedCustomers()).isZero();
        assertThat(renewals.withGraceDays(19).history().churnedCustomers()).isEqualTo(1);
        assertThatThrownBy(() -> renewals.withGraceDays(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void terms_of_two_lengths_are_not_thrown_together() {
        begun(account("Globex"), eur("10"), START, 12);
        begun(account("Initech"), eur("10"), START, 1);
        RenewalQuery renewals = b2b.revenue().contracts().renewals(LocalDate.of(2020, 7, 15));

        assertThatThrownBy(renewals::history)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1, 12] months");
        assertThat(renewals.withTermMonths(12).history().customers()).isEqualTo(1);
    }

    /** The regular customers of Fader and Hardie (2007), a tenth of them, as contracts renewed once a year. */
    @Test
    void a_model_is_learned_from_stored_contracts() {
        int[] survivors = {100, 63, 47, 38, 33, 29, 26, 24};
        Account globex = account("Globex");
        List<Contract> terms = new ArrayList<>();
        for (int i = 0; i < survivors[0]; i++) {
            terms.add(Contract.of(globex.id(), "Support", eur("10"), START, 12));
        }
        terms = new ArrayList<>(b2b.revenue().contracts().addAll(terms));
        for (int year = 1; year < survivors.length; year++) {
            terms = new ArrayList<>(b2b.revenue()
                    .contracts()
                    .addAll(terms.subList(0, survivors[year]).stream()
                            .map(term -> term.renewed(term.monthly()))
                            .toList()));
        }
        RenewalQuery renewals =
                b2b.revenue().contracts().renewals(LocalDate.of(2027, 12, 31)).withTermMonths(12);

        RenewalHistory expected = RenewalHistory.ofSurvivors(100, 63, 47, 38, 33, 29, 26, 24);
        ShiftedBetaGeometric learned = renewals.fit(ShiftedBetaGeometric::fit);

        assertThat(renewals.history().churned().subList(0, 7)).isEqualTo(expected.churned());
        assertThat(renewals.history().active()).isEqualTo(expected.active());
        assertThat(learned).isEqualTo(ShiftedBetaGeometric.fit(expected));
        assertThat(learned.retentionRate(1)).isCloseTo(0.63, within(0.02));
        assertThat(renewals.fit(BetaDiscreteWeibull::fit).retentionRate(1)).isCloseTo(0.63, within(0.02));
        ContractValueModel value = renewals.valueModel(ShiftedBetaGeometric::fit, 0.8, TENTH);
        assertThat(value.sampleSize()).isEqualTo(100);
    }

    @Test
    void too_little_history_is_an_error_that_says_what_is_missing() {
        begun(account("Globex"), eur("10"), START, 12);
        RenewalQuery renewals = b2b.revenue().contracts().renewals(LocalDate.of(2020, 8, 1));

        assertThatThrownBy(() -> renewals.fit(ShiftedBetaGeometric::fit)).isInstanceOf(NotEnoughHistoryException.class);
    }

    @Test
    void an_account_is_worth_what_all_its_contracts_brought_in_and_are_to_bring_in() {
        Account globex = account("Globex");
        Contract support = b2b.revenue()
                .contracts()
                .add(Contract.of(globex.id(), "Support", eur("100"), LocalDate.of(2025, 7, 1), 12)
                        .with(Contract.ACQUISITION_COST, eur("500")));
        b2b.revenue().contracts().renew(support, eur("150"));
        Contract ended = begun(globex, eur("10"), LocalDate.of(2025, 1, 1), 12);
        b2b.revenue().contracts().end(ended, LocalDate.of(2025, 6, 1), "not used");
        begun(account("Initech"), eur("1000"), START, 12);
        ContractValueModel model = new ContractValueModel(new ShiftedBetaGeometric(0.668, 3.806), 1000, 0.5, TENTH);

        LifetimeValue value = ContractPortfolioModel.of(12, model, CurrencyUnit.EUR)
                .value(b2b.revenue().contracts().lifecycles(globex.id()), LocalDate.of(2027, 6, 30), Horizon.years(1));

        assertThat(value.historic()).isEqualTo(eur("1560.00"));
        assertThat(value.acquisitionCost()).isEqualTo(eur("500"));
        double ahead = 0.5
                * 1800
                * model.retention().conditionalSurvival(1, 1)
                * TENTH.discountFactor(LocalDate.of(2027, 6, 30), LocalDate.of(2027, 7, 1));
        assertThat(value.residual().getAmount().doubleValue()).isCloseTo(ahead, within(0.01));
        assertThat(value.residualInterval()).isNotNull();
        assertThat(value.evidence().inputs())
                .containsEntry("contracts", 2.0)
                .containsEntry("running", 1.0)
                .containsEntry("renewals", 1.0);
        assertThat(UnitEconomics.lifetimeValueToCost(value)).isPresent();
    }

    @Test
    void several_contracts_are_valued_by_the_length_of_their_terms_and_in_one_currency() {
        Account globex = account("Globex");
        begun(globex, eur("100"), LocalDate.of(2027, 1, 1), 12);
        begun(globex, usd("10"), LocalDate.of(2027, 1, 1), 1);
        ContractValueModel model = new ContractValueModel(new ShiftedBetaGeometric(1, 3), 0, 1, TENTH);
        ExchangeRates rates = ExchangeRates.builder()
                .quote(CurrencyUnit.USD, CurrencyUnit.EUR, LocalDate.of(2027, 1, 1), "0.9")
                .build();
        List<ContractLifecycle> lives = b2b.revenue().contracts().lifecycles(globex.id());
        LocalDate day = LocalDate.of(2027, 1, 10);

        LifetimeValue value = new ContractPortfolioModel(Map.of(12, model, 1, model), CurrencyUnit.EUR, rates)
                .value(lives, day, Horizon.months(2));

        assertThat(value.historic()).isEqualTo(eur("1209.00"));
        assertThat(value.residualInterval()).isNull();
        assertThatThrownBy(() ->
                        ContractPortfolioModel.of(12, model, CurrencyUnit.EUR).value(lives, day, Horizon.months(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("terms of 1 months, got some for [12]");
        assertThatThrownBy(() -> new ContractPortfolioModel(
                                Map.of(12, model, 1, model), CurrencyUnit.EUR, ExchangeRates.none())
                        .value(lives, day, Horizon.months(2)))
                .isInstanceOf(MissingExchangeRateException.class);
    }

    @Test
    void a_renewal_keeps_product_and_department_and_costs_nothing_to_win() {
        Contract first = b2b.revenue()
                .contracts()
                .add(Contract.of(account("Globex").id(), "Support", eur("10"), START, 12)
                        .with(Contract.PRODUCT, "SUP")
                        .with(Contract.DEPARTMENT, "Operations")
                        .with(Contract.ACQUISITION_COST, eur("99")));

        Contract second = b2b.revenue().contracts().renew(first);

        assertThat(second.get(Contract.PRODUCT)).isEqualTo("SUP");
        assertThat(second.get(Contract.DEPARTMENT)).isEqualTo("Operations");
        assertThat(second.get(Contract.ACQUISITION_COST)).isNull();
        assertThatThrownBy(() -> b2b.revenue().contracts().save(second.with(Contract.ACQUISITION_COST, eur("1"))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("first term");
    }

    @Test
    void another_tenant_learns_nothing_from_these_contracts() {
        begun(account("Globex"), eur("10"), START, 12);

        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));

        assertThat(other.revenue()
                        .contracts()
                        .renewals(LocalDate.of(2027, 1, 1))
                        .history()
                        .customers())
                .isZero();
    }
}
