package dev.clientele.b2b.revenue.contract;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.revenue.retention.ContractHistory;
import dev.clientele.b2b.revenue.retention.RenewalHistory.Lifespan;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.CashFlow;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A contract over all its terms, the first one first. Immutable and thread-safe; pure.
 *
 * <p>A term that was ended on its first day never began: it counts as if it weren't there.
 *
 * @param terms at least one, each renewing the one before
 */
public record ContractLifecycle(List<Contract> terms) {

    /** Copies the list, and checks that the terms follow each other. */
    public ContractLifecycle {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("terms must not be empty");
        }
        for (int i = 1; i < terms.size(); i++) {
            if (!terms.get(i - 1).findId().equals(terms.get(i).find(Contract.PREVIOUS))) {
                throw new IllegalArgumentException(
                        "each of the terms must renew the one before, not so the one at " + i);
            }
        }
    }

    /** Groups terms into lifecycles, in the order of the days on which the contracts began. */
    public static List<ContractLifecycle> of(Collection<Contract> contracts) {
        Map<Id<Contract>, List<Contract>> lives = new LinkedHashMap<>();
        Map<Id<Contract>, List<Contract>> byTerm = new HashMap<>();
        contracts.stream().sorted(Comparator.comparing(Contract::startsOn)).forEach(term -> {
            List<Contract> life = term.find(Contract.PREVIOUS).map(byTerm::get).orElse(null);
            if (life == null) {
                life = new ArrayList<>();
                lives.put(term.id(), life);
            }
            life.add(term);
            byTerm.put(term.id(), life);
        });
        return lives.values().stream().map(ContractLifecycle::new).toList();
    }

    /** Returns the account. */
    public Id<Account> account() {
        return terms.get(0).account();
    }

    /** Returns the number of months in a term. */
    public int termMonths() {
        return terms.get(0).require(Contract.TERM_MONTHS).intValue();
    }

    /** Returns the latest term that had begun by a day; empty before the first. */
    public Optional<Contract> latestTerm(LocalDate asOf) {
        return startedTerms(asOf).stream().reduce((earlier, later) -> later);
    }

    /** Returns the terms that had begun by a day. */
    public List<Contract> startedTerms(LocalDate asOf) {
        return terms.stream().filter(term -> hasBegun(term, asOf)).toList();
    }

    /**
     * Returns the lifespan: the number of renewals, and whether the contract has ended; empty before it began.
     *
     * @param asOf the day on which that is known
     * @param graceDays for so many days after its end it isn't known yet whether a contract is renewed; 0 or more
     */
    public Optional<Lifespan> lifespan(LocalDate asOf, int graceDays) {
        return latestTerm(asOf).map(term -> lifespan(term.require(Contract.RENEWALS), term.endsOn(), asOf, graceDays));
    }

    private static boolean hasBegun(Contract term, LocalDate asOf) {
        return hasBegun(term.startsOn(), term.endsOn(), asOf);
    }

    static boolean hasBegun(LocalDate startsOn, LocalDate endsOn, LocalDate asOf) {
        return !startsOn.isAfter(asOf) && endsOn.isAfter(startsOn);
    }

    /** Returns the lifespan of a contract whose latest term ends on a day. */
    static Lifespan lifespan(long renewals, LocalDate endsOn, LocalDate asOf, int graceDays) {
        return new Lifespan((int) renewals, !asOf.isBefore(endsOn.plusDays(graceDays)));
    }

    /** Returns the payments by a day: each term is paid in advance, on its first day. */
    public List<CashFlow> payments(LocalDate asOf) {
        return startedTerms(asOf).stream()
                .map(term -> CashFlow.of(term.startsOn(), perTerm(term)))
                .toList();
    }

    /**
     * Returns the history by which the years ahead are valued, at the amount of the latest term; empty before the
     * contract began.
     *
     * @param asOf the day on which that is known
     */
    public Optional<ContractHistory> history(LocalDate asOf) {
        return latestTerm(asOf)
                .map(term -> new ContractHistory(
                        term.require(Contract.FIRST_TERM_START),
                        Period.ofMonths(termMonths()),
                        perTerm(term),
                        asOf.isBefore(term.endsOn()) ? null : term.endsOn(),
                        Money.zero(term.monthly().getCurrencyUnit())));
    }

    /** Returns the cost of winning the customer, as its first term says, in whichever currency. */
    public Optional<Money> acquisitionCost() {
        return terms.get(0).find(Contract.ACQUISITION_COST);
    }

    private static Money perTerm(Contract term) {
        return term.monthly().multipliedBy(term.require(Contract.TERM_MONTHS));
    }
}
