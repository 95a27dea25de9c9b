package dev.clientele.b2b.deal.approval;

import dev.clientele.b2b.deal.pipeline.ApprovalRule;
import dev.clientele.b2b.deal.pipeline.ApprovalStatus;
import dev.clientele.b2b.deal.pipeline.GateFactSource;
import dev.clientele.b2b.deal.pipeline.GateFacts;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.CrmSession;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The requests for approval of the session's tenant. Thread-safe unless the session is that of a transaction.
 *
 * <p>Who may see and change requests is the access policy's matter; beyond it holds that nobody decides on a request of
 * their own, and nobody without the role that its rule names.
 */
public final class Approvals extends ForwardingRepository<Approval> {

    private final CrmSession session;

    /** Opens the approvals of a session. */
    public Approvals(CrmSession session) {
        super(session.repository(Approval.TYPE));
        this.session = session;
    }

    /** Returns the source of approval statuses for gates. */
    public static GateFactSource gateFacts() {
        return (session, deal) -> new GateFacts(Set.of(), new Approvals(session).statuses(deal));
    }

    /**
     * Requests approval of a deal as it is stored now. While the last request stands, returns that one.
     *
     * @param rule the code of an approval rule of the deal's pipeline
     * @param note the reason
     * @throws IllegalArgumentException if the pipeline has no such rule
     */
    public Approval request(Opportunity deal, String rule, String note) {
        return session.inTransaction(tx -> new Approvals(tx)
                .request(deal, tx.repository(Pipeline.TYPE).get(deal.pipeline()).approvalRule(rule), note));
    }

    /**
     * Requests approval by a rule from elsewhere, such as a discount limit; otherwise as {@link #request(Opportunity,
     * String, String)}.
     */
    public Approval request(Opportunity deal, ApprovalRule rule, String note) {
        return session.inTransaction(tx -> {
            Approvals approvals = new Approvals(tx);
            Optional<Approval> latest = approvals.latest(deal.id(), rule.code());
            if (latest.isPresent()) {
                ApprovalStatus status = latest.get().status(approvals.historyOf(deal));
                if (status == ApprovalStatus.REQUESTED || status == ApprovalStatus.APPROVED) {
                    return latest.get();
                }
            }
            long round = latest.map(Approval::round).orElse(0L) + 1;
            return approvals.add(Approval.of(deal, rule, round, tx.actor(), tx.now(), note));
        });
    }

    /**
     * Approves a request.
     *
     * @throws DeniedException if the actor has asked for it, or hasn't the role that the rule asks for
     * @throws InvalidException if it is decided already, or what it was asked for has changed
     */
    public Approval approve(Approval request, String note) {
        return session.inTransaction(tx -> {
            Approvals approvals = new Approvals(tx);
            Opportunity deal = tx.repository(Opportunity.TYPE).get(request.opportunity());
            if (request.status(approvals.historyOf(deal)) == ApprovalStatus.LAPSED) {
                throw InvalidException.of(
                        Approval.TYPE.name(),
                        Approval.DECISION.name(),
                        "has lapsed: what it was asked for has changed, so ask again");
            }
            return approvals.decide(request, ApprovalDecision.APPROVED, note);
        });
    }

    /**
     * Rejects a request.
     *
     * @param note the reason
     * @throws DeniedException if the actor has asked for it, or hasn't the role that the rule asks for
     * @throws InvalidException if it is decided already
     */
    public Approval reject(Approval request, String note) {
        return decide(request, ApprovalDecision.REJECTED, note);
    }

    private Approval decide(Approval request, ApprovalDecision decision, String note) {
        if (session.actor().toString().equals(request.get(Approval.REQUESTED_BY))) {
            throw new DeniedException(Approval.TYPE.name(), "nobody decides on a request of their own");
        }
        String role = request.get(Approval.ROLE);
        if (role != null && !session.actor().roles().contains(role)) {
            throw new DeniedException(Approval.TYPE.name(), "only an actor with the role " + role + " decides on it");
        }
        return save(request.decided(decision, session.actor(), session.now(), note));
    }

    /** Finds all requests about a deal, the latest first. */
    public List<Approval> findByDeal(Id<Opportunity> deal) {
        try (Stream<Approval> found =
                query(Approval.OPPORTUNITY.is(deal))
                        .sortedBy(Approval.REQUESTED_AT, SortDirection.DESCENDING)
                        .stream()) {
            return found.toList();
        }
    }

    /** Returns the status of a deal's latest request under each rule, by the rule's code. */
    public Map<String, ApprovalStatus> statuses(Opportunity deal) {
        Map<String, ApprovalStatus> statuses = new HashMap<>();
        Map<String, Approval> latest = new HashMap<>();
        findByDeal(deal.id())
                .forEach(request -> latest.merge(
                        request.rule(), request, (one, other) -> one.round() > other.round() ? one : other));
        if (!latest.isEmpty()) {
            List<Change> history = historyOf(deal);
            latest.forEach((rule, request) -> statuses.put(rule, request.status(history)));
        }
        return statuses;
    }

    private Optional<Approval> latest(Id<Opportunity> deal, String rule) {
        return query(Approval.OPPORTUNITY.is(deal).and(Approval.RULE.is(rule)))
                .sortedBy(Approval.ROUND, SortDirection.DESCENDING)
                .first();
    }

    private List<Change> historyOf(Opportunity deal) {
        return session.repository(Opportunity.TYPE).history(deal.id());
    }
}
