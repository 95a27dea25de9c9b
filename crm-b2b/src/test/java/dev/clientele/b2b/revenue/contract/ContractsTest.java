package dev.clientele.b2b.revenue.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.MissingExchangeRateException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class ContractsTest extends StoredTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 31);

    ContractsTest(Store store) {
        super(store);
    }

    private Contract contract(Account account, Money monthly, LocalDate start, int months) {
        return b2b.revenue().contracts().add(Contract.of(account.id(), "Support", monthly, start, months));
    }

    @Test
    void a_monthly_contract_from_the_last_of_january_does_not_drift() {
        Contract term = contract(account("Globex"), eur("100"), JANUARY, 1);
        List<LocalDate> starts = new ArrayList<>(List.of(term.startsOn()));
        for (int i = 0; i < 3; i++) {
            term = b2b.revenue().contracts().renew(term);
            starts.add(term.startsOn());
        }

        assertThat(starts)
                .containsExactly(
                        JANUARY, LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31), LocalDate.of(2027, 4, 30));
        assertThat(b2b.revenue()
                        .contracts()
                        .monthlyRecurringRevenue(LocalDate.of(2027, 3, 30), EUR, ExchangeRates.none()))
                .isEqualTo(eur("100"));
    }

    @Test
    void a_term_is_renewed_once_and_not_after_it_was_ended() {
        Contract term = contract(account("Globex"), eur("100"), JANUARY, 12);
        b2b.revenue().contracts().renew(term, eur("120"));
        Contract other = contract(account("Initech"), eur("100"), JANUARY, 12);
        Contract ended = b2b.revenue().contracts().end(other, LocalDate.of(2027, 6, 1), "moved away");

        assertThatThrownBy(() -> b2b.revenue().contracts().renew(term)).isInstanceOf(DuplicateException.class);
        assertThatThrownBy(() -> b2b.revenue().contracts().end(term, LocalDate.of(2027, 6, 1), "late"))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> b2b.revenue().contracts().renew(ended)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> b2b.revenue().contracts().save(ended.with(Contract.ENDS_ON, LocalDate.of(2029, 1, 1))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("end of the term");
    }

    @Test
    void what_is_due_for_renewal_is_told() {
        Contract due = contract(account("Globex"), eur("100"), JANUARY, 12);
        Contract renewed = contract(account("Initech"), eur("100"), JANUARY, 12);
        b2b.revenue().contracts().renew(renewed);
        Contract over = contract(account("Hooli"), eur("100"), JANUARY, 12);
        b2b.revenue().contracts().end(over, LocalDate.of(2027, 12, 31), "price");

        assertThat(b2b.revenue().contracts().findDueForRenewal(LocalDate.of(2028, 1, 1), LocalDate.of(2028, 2, 1)))
                .containsExactly(due);
        assertThat(b2b.revenue().contracts().findDueForRenewal(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1)))
                .isEmpty();
    }

    @Test
    void movements_tell_new_more_less_and_gone() {
        Account more = account("More");
        Account gone = account("Gone");
        Contract grows = contract(more, eur("100"), JANUARY, 1);
        b2b.revenue().contracts().renew(grows, eur("130"));
        contract(gone, eur("50"), JANUARY, 1);
        contract(account("New"), eur("70"), LocalDate.of(2027, 3, 1), 12);

        RevenueMovements movements = b2b.revenue()
                .contracts()
                .movements(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 3, 2), EUR, ExchangeRates.none());

        assertThat(movements.start()).isEqualTo(eur("150"));
        assertThat(movements.newRevenue()).isEqualTo(eur("70"));
        assertThat(movements.expansion()).isEqualTo(eur("30"));
        assertThat(movements.churn()).isEqualTo(eur("50"));
        assertThat(movements.end()).isEqualTo(eur("200"));
        assertThat(movements.netRetention()).hasValueCloseTo(130 / 150.0, within(1e-12));
        assertThat(movements.grossRetention()).hasValueCloseTo(100 / 150.0, within(1e-12));
        assertThat(movements.logoRetention()).hasValueCloseTo(0.5, within(1e-12));
        assertThat(b2b.revenue()
                        .contracts()
                        .annualRecurringRevenue(LocalDate.of(2027, 3, 2), EUR, ExchangeRates.none()))
                .isEqualTo(eur("2400"));
    }

    @Test
    void a_change_of_rates_is_no_movement() {
        contract(account("Globex"), usd("100"), JANUARY, 12);
        ExchangeRates rates = ExchangeRates.builder()
                .quote(CurrencyUnit.USD, EUR, LocalDate.of(2027, 1, 1), "0.9")
                .quote(CurrencyUnit.USD, EUR, LocalDate.of(2027, 3, 1), "0.5")
                .build();

        RevenueMovements movements =
                b2b.revenue().contracts().movements(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 4, 1), EUR, rates);

        assertThat(movements.netRetention()).hasValueCloseTo(1.0, within(1e-12));
        assertThatThrownBy(() -> b2b.revenue()
                        .contracts()
                        .monthlyRecurringRevenue(LocalDate.of(2027, 2, 1), EUR, ExchangeRates.none()))
                .isInstanceOf(MissingExchangeRateException.class);
    }

    @Test
    void what_does_not_fit_is_refused() {
        Account globex = account("Globex");

        assertThatThrownBy(() -> contract(globex, eur("100"), JANUARY, 0))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("term_months");
        assertThatThrownBy(() -> contract(globex, eur("-1"), JANUARY, 1))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("negative");
    }
}
