package dev.clientele.b2b.revenue.contract;

import dev.clientele.b2b.revenue.retention.ContractValueModel;
import dev.clientele.b2b.revenue.retention.RenewalHistory;
import dev.clientele.b2b.revenue.retention.RenewalHistory.Lifespan;
import dev.clientele.b2b.revenue.retention.RetentionModel;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.value.Discounting;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A query of how a tenant's contracts were renewed until a day. Immutable: every narrowing returns another; {@link
 * #history} reads. Thread-safe unless the session is that of a transaction.
 *
 * <p>Contracts that run on the day, and those within the days of grace, are there with what is known: that they were
 * renewed so often and it is open whether they are again. What happened after the day doesn't count.
 */
public final class RenewalQuery {

    private static final int PAGE = 1000;
    private static final List<Field<Contract, ?>> COLUMNS =
            List.of(Contract.STARTS_ON, Contract.ENDS_ON, Contract.RENEWALS, Contract.TERM_MONTHS);

    private final CrmSession session;
    private final LocalDate asOf;
    private final Criteria where;
    private final int graceDays;

    RenewalQuery(CrmSession session, LocalDate asOf, Criteria where, int graceDays) {
        this.session = session;
        this.asOf = asOf;
        this.where = where;
        this.graceDays = graceDays;
    }

    /** Returns a query of contracts whose terms all meet this criteria too. */
    public RenewalQuery where(Criteria criteria) {
        return new RenewalQuery(session, asOf, where.and(criteria), graceDays);
    }

    /** Returns a query of contracts with terms of so many months. */
    public RenewalQuery withTermMonths(int termMonths) {
        return where(Contract.TERM_MONTHS.is((long) termMonths));
    }

    /**
     * Returns a query that counts a contract as ended only so many days after its end.
     *
     * @param days 0 or more
     */
    public RenewalQuery withGraceDays(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days must not be negative, got " + days);
        }
        return new RenewalQuery(session, asOf, where, days);
    }

    /**
     * Counts the contracts that ended at each renewal, and those still active. Reads some columns of the terms, page by page.
     *
     * @throws IllegalArgumentException if the contracts' terms aren't all of one length
     */
    public RenewalHistory history() {
        Map<Lifespan, Long> lifespans = new HashMap<>();
        Set<Long> lengths = new TreeSet<>();
        session.inSnapshot(snapshot -> {
            Repository<Contract> contracts = snapshot.repository(Contract.TYPE);
            contracts.query(begun()).columns(COLUMNS).forEachPage(PAGE, page -> {
                Set<Id<Contract>> renewed = renewed(contracts, page);
                for (RecordColumns<Contract> term : page) {
                    if (!hasBegun(term)) {
                        continue;
                    }
                    lengths.add(term.require(Contract.TERM_MONTHS));
                    if (!renewed.contains(term.id())) {
                        lifespans.merge(lifespan(term), 1L, Long::sum);
                    }
                }
            });
            return lifespans;
        });
        if (lengths.size() > 1) {
            throw new IllegalArgumentException("renewals of terms of one length can be compared, got terms of "
                    + lengths + " months: narrow to one");
        }
        return RenewalHistory.ofCounts(lifespans);
    }

    private Criteria begun() {
        return where.and(Contract.STARTS_ON.atMost(asOf));
    }

    /** Returns those of the terms that another one renews. */
    private Set<Id<Contract>> renewed(Repository<Contract> contracts, List<RecordColumns<Contract>> terms) {
        return contracts
                .query(begun().and(Contract.PREVIOUS.in(
                        terms.stream().map(RecordColumns::id).toList())))
                .columns(List.of(Contract.PREVIOUS, Contract.STARTS_ON, Contract.ENDS_ON))
                .page(PAGE)
                .items()
                .stream()
                .filter(this::hasBegun)
                .map(next -> next.require(Contract.PREVIOUS))
                .collect(Collectors.toSet());
    }

    private boolean hasBegun(RecordColumns<Contract> term) {
        return ContractLifecycle.hasBegun(term.require(Contract.STARTS_ON), term.require(Contract.ENDS_ON), asOf);
    }

    private Lifespan lifespan(RecordColumns<Contract> term) {
        return ContractLifecycle.lifespan(
                term.require(Contract.RENEWALS), term.require(Contract.ENDS_ON), asOf, graceDays);
    }

    /**
     * Fits a model to these contracts, such as {@code fit(ShiftedBetaGeometric::fit)}.
     *
     * @throws dev.clientele.b2b.insight.projection.NotEnoughHistoryException if there is too little to learn from
     * @throws dev.clientele.b2b.revenue.retention.NoLikelihoodMaximumException if there is no best fit
     */
    public <M extends RetentionModel> M fit(Function<RenewalHistory, M> method) {
        return method.apply(history());
    }

    /**
     * Fits a model to these contracts and returns the valuation of contracts by it, which says from how many it was
     * learned.
     *
     * @param margin share of a payment that is kept; above 0, at most 1
     * @param discounting how later money counts
     * @throws dev.clientele.b2b.insight.projection.NotEnoughHistoryException as {@link #fit}
     * @throws dev.clientele.b2b.revenue.retention.NoLikelihoodMaximumException as {@link #fit}
     */
    public ContractValueModel valueModel(
            Function<RenewalHistory, ? extends RetentionModel> method, double margin, Discounting discounting) {
        RenewalHistory history = history();
        return new ContractValueModel(method.apply(history), history.customers(), margin, discounting);
    }
}
