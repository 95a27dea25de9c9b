package dev.clientele.b2b.revenue.contract;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.criteria.Criteria;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The contracts of the session's tenant, with renewals and recurring revenue. Thread-safe unless the session is that of
 * a transaction.
 *
 * <p>A contract is never both terminated and renewed, and renewed once at most, whoever does it at the same time: {@link
 * ContractTermRule}.
 */
public final class Contracts extends ForwardingRepository<Contract> {

    private static final int MONTHS = 12;

    private final CrmSession session;

    /** Opens the contracts of a session. */
    public Contracts(CrmSession session) {
        super(session.repository(Contract.TYPE));
        this.session = session;
    }

    /** Renews a contract for another term at its present amount. */
    public Contract renew(Contract contract) {
        return session.inTransaction(tx -> {
            Contracts contracts = new Contracts(tx);
            return contracts.renew(contract, contracts.get(contract.id()).monthly());
        });
    }

    /**
     * Renews a contract for another term.
     *
     * @param monthly the amount of each month in the new term
     * @throws InvalidException if it was ended
     * @throws dev.clientele.core.error.DuplicateException if it was renewed already
     */
    public Contract renew(Contract contract, Money monthly) {
        return session.inTransaction(tx -> {
            Contracts contracts = new Contracts(tx);
            return contracts.add(contracts.getForUpdate(contract.id()).renewed(monthly));
        });
    }

    /**
     * Terminates a contract before its term is over.
     *
     * @param day the first on which it no longer runs, within its term
     * @param reason the reason
     * @throws InvalidException if the day doesn't lie in its term, or it was renewed already
     * @throws dev.clientele.core.error.StaleVersionException if somebody else has changed it meanwhile
     */
    public Contract end(Contract contract, LocalDate day, String reason) {
        return session.inTransaction(tx -> {
            Contracts contracts = new Contracts(tx);
            return contracts.save(
                    contracts.getForUpdate(contract).with(Contract.ENDS_ON, day).with(Contract.END_REASON, reason));
        });
    }

    /**
     * Finds the contracts whose term is over in a time and that were neither renewed nor terminated, by the day of
     * renewal.
     */
    public List<Contract> findDueForRenewal(LocalDate startInclusive, LocalDate endExclusive) {
        return session.inSnapshot(snapshot -> {
            Contracts contracts = new Contracts(snapshot);
            Set<Id<Contract>> renewed = new HashSet<>();
            List<Contract> over = contracts.read(
                    Contract.ENDS_ON.between(startInclusive, endExclusive).and(Contract.END_REASON.isMissing()));
            Set<Id<Contract>> ids = new HashSet<>();
            over.forEach(contract -> ids.add(contract.id()));
            contracts.read(Contract.PREVIOUS.in(ids)).forEach(next -> renewed.add(next.require(Contract.PREVIOUS)));
            return over.stream()
                    .filter(contract -> !renewed.contains(contract.id()))
                    .toList();
        });
    }

    /**
     * Starts a query of renewals until a day, as far as they were known then: the data that retention is learned from.
     *
     * @param asOf the day
     */
    public RenewalQuery renewals(LocalDate asOf) {
        return new RenewalQuery(session, asOf, Criteria.always(), 0);
    }

    /** Returns all contracts of an account over all their terms, as {@link ContractPortfolioModel} values them. */
    public List<ContractLifecycle> lifecycles(Id<Account> account) {
        return ContractLifecycle.of(read(Contract.ACCOUNT.is(account)));
    }

    /** Computes the monthly recurring revenue of each account on a day. */
    public Map<Id<Account>, MoneyTotals> monthlyRecurringRevenue(LocalDate day) {
        Map<Id<Account>, MoneyTotals> totals = new LinkedHashMap<>();
        for (Contract contract : read(Contract.activeOn(day))) {
            totals.merge(contract.account(), MoneyTotals.of(contract.monthly()), MoneyTotals::plus);
        }
        return totals;
    }

    /**
     * Computes the monthly recurring revenue of all contracts on a day.
     *
     * @throws dev.clientele.core.value.MissingExchangeRateException if a rate for the day is missing
     */
    public Money monthlyRecurringRevenue(LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        return converted(monthlyRecurringRevenue(day), day, currency, rates).values().stream()
                .reduce(Money.zero(currency), Money::plus);
    }

    /**
     * Computes the annual recurring revenue of all contracts on a day: twelve times {@link
     * #monthlyRecurringRevenue(LocalDate, CurrencyUnit, ExchangeRates)}.
     */
    public Money annualRecurringRevenue(LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        return monthlyRecurringRevenue(day, currency, rates).multipliedBy(MONTHS);
    }

    /**
     * Computes the movements of recurring revenue between two days. Both are converted at the rates of the first, so
     * that a change of rates doesn't look like one of revenue.
     *
     * @throws dev.clientele.core.value.MissingExchangeRateException if a rate for the first day is missing
     */
    public RevenueMovements movements(LocalDate from, LocalDate to, CurrencyUnit currency, ExchangeRates rates) {
        return session.inSnapshot(snapshot -> {
            Contracts contracts = new Contracts(snapshot);
            return RevenueMovements.between(
                    currency,
                    converted(contracts.monthlyRecurringRevenue(from), from, currency, rates),
                    converted(contracts.monthlyRecurringRevenue(to), from, currency, rates));
        });
    }

    private static Map<Id<Account>, Money> converted(
            Map<Id<Account>, MoneyTotals> totals, LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        Map<Id<Account>, Money> amounts = new LinkedHashMap<>();
        totals.forEach(
                (account, total) -> amounts.put(account, total.convert(currency, day, rates, RoundingMode.HALF_EVEN)));
        return amounts;
    }

    private List<Contract> read(Criteria criteria) {
        try (Stream<Contract> found = query(criteria).sortedBy(Contract.ENDS_ON).stream()) {
            return found.toList();
        }
    }
}
