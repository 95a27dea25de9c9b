package dev.clientele.b2b.revenue.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Terms follow each other, by whatever door they come. */
@ParameterizedClass
@EnumSource(Store.class)
class ContractTermRuleTest extends StoredTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    private Contracts contracts;
    private Contract contract;

    ContractTermRuleTest(Store store) {
        super(store);
    }

    @BeforeEach
    void a_contract() {
        contracts = b2b.revenue().contracts();
        contract =
                contracts.add(Contract.of(account("Globex").id(), "Support", eur("100"), LocalDate.of(2027, 1, 1), 12));
    }

    private Contract ended(Contract term) {
        return term.with(Contract.ENDS_ON, DAY).with(Contract.END_REASON, "moved");
    }

    @Test
    void an_ended_term_is_not_renewed_by_a_plain_add() {
        contracts.save(ended(contract));

        assertThatThrownBy(() -> contracts.add(contract.renewed(eur("1")))).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> contracts.renew(contract)).isInstanceOf(InvalidException.class);
    }

    @Test
    void a_renewed_term_is_not_ended_by_a_plain_save() {
        contracts.renew(contract);

        assertThatThrownBy(() -> contracts.save(ended(contracts.get(contract.id()))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("renewed already");
        assertThatThrownBy(() -> contracts.renew(contract)).isInstanceOf(DuplicateException.class);
    }

    @Test
    void a_term_follows_from_the_one_that_it_renews() {
        Contract other = contracts.add(
                Contract.of(account("Initech").id(), "Support", eur("100"), LocalDate.of(2026, 1, 1), 12));
        Contract next = other.renewed(eur("1"));

        assertThatThrownBy(() -> contracts.add(next.with(Contract.PREVIOUS, contract.id())))
                .isInstanceOf(InvalidException.class);
        Contract renewed = contracts.add(next);
        assertThatThrownBy(() -> contracts.save(renewed.with(Contract.PREVIOUS, contract.id())))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void what_a_renewed_term_is_counted_by_stays() {
        contracts.renew(contract);
        Contract longer = Contract.of(contract.account(), "Support", eur("100"), LocalDate.of(2027, 1, 1), 24);

        assertThatThrownBy(() -> contracts.save(
                        contract.with(Contract.TERM_MONTHS, 24L).with(Contract.ENDS_ON, longer.endsOn())))
                .isInstanceOf(InvalidException.class);
        assertThat(contracts.save(contract.with(Contract.MONTHLY, eur("90"))).monthly())
                .isEqualTo(eur("90"));
    }
}
