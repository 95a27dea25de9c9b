package dev.clientele.b2b.revenue.contract;

import dev.clientele.b2b.revenue.retention.ContractValueModel;
import dev.clientele.b2b.revenue.retention.RenewalHistory;
import dev.clientele.b2b.revenue.retention.RenewalHistory.Lifespan;
import dev.clientele.b2b.revenue.retention.RetentionModel;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.Discounting;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A query of how a tenant's contracts were renewed until a day. Immutable: every narrowing returns another; {@link
 * #history} reads. Thread-safe unless the session is that of a transaction.
 *
 * <p>Contracts that run on the day, and those within the days of grace, are there with what is known: that they were
 * renewed so often and it is open whether they are again. What happened after the day doesn't count.
 */
public final class RenewalQuery {

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
     * Counts the contracts that ended at each renewal, and those still active. Reads the terms one by one.
     *
     * @throws IllegalArgumentException if the contracts' terms aren't all of one length
     */
    public RenewalHistory history() {
        Map<Id<Contract>, Lifespan> latest = new HashMap<>();
        Set<Id<Contract>> renewed = new HashSet<>();
        Set<Long> lengths = new TreeSet<>();
        try (Stream<Contract> terms =
                session.repository(Contract.TYPE).query(where.and(Contract.STARTS_ON.atMost(asOf))).stream()) {
            terms.filter(term -> ContractLifecycle.hasBegun(term, asOf)).forEach(term -> {
                latest.put(term.id(), ContractLifecycle.lifespan(term, asOf, graceDays));
                term.find(Contract.PREVIOUS).ifPresent(renewed::add);
                lengths.add(term.require(Contract.TERM_MONTHS));
            });
        }
        if (lengths.size() > 1) {
            throw new IllegalArgumentException("renewals of terms of one length can be compared, got terms of "
                    + lengths + " months: narrow to one");
        }
        latest.keySet().removeAll(renewed);
        List<Lifespan> lifespans = new ArrayList<>(latest.values());
        return RenewalHistory.of(lifespans);
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
