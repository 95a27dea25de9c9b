package dev.clientele.b2b.deal.approval;

import dev.clientele.b2b.deal.pipeline.ApprovalRule;
import dev.clientele.b2b.deal.pipeline.ApprovalStatus;
import dev.clientele.b2b.deal.pipeline.ApprovalTerms;
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
 * <p>Who may see and change requests is the access policy's matter; beyond it holds, by {@link FourEyesRule}, that nobody
 * decides on a request of their own, and nobody without the role that its rule names.
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
        return new GateFactSource() {
            @Override
            public GateFacts factsAbout(CrmSession session, Opportunity deal) {
                return new Approvals(session).facts(deal);
            }

            @Override
            public GateFacts factsForMove(CrmSession transaction, Opportunity deal) {
                Approvals approvals = new Approvals(transaction);
                Map<String, Approval> latest = approvals.latest(deal.id());
                latest.values().forEach(transaction::rely);
                return approvals.facts(deal, latest);
            }
        };
    }

    /**
     * Requests approval of a deal as it is stored now. While the last request stands, returns that one; so it does when two
     * ask at once.
     *
     * @param rule the code of an approval rule of the deal's pipeline
     * @param note the reason
     * @throws IllegalArgumentException if the pipeline has no such rule
     */
    public Approval request(Opportunity deal, String rule, String note) {
        return session.inTransaction(tx -> {
            Opportunity stored = tx.repository(Opportunity.TYPE).get(deal.id());
            ApprovalRule declared =
                    tx.repository(Pipeline.TYPE).get(stored.pipeline()).approvalRule(rule);
            return new Approvals(tx).request(stored, declared, note);
        });
    }

    /**
     * Requests approval by a rule from elsewhere, such as a discount limit; otherwise as {@link #request(Opportunity,
     * String, String)}.
     */
    public Approval request(Opportunity deal, ApprovalRule rule, String note) {
        return session.inTransaction(tx -> {
            Approvals approvals = new Approvals(tx);
            Opportunity stored = tx.repository(Opportunity.TYPE).get(deal.id());
            Optional<Approval> latest = approvals.latest(stored.id(), rule.code());
            if (latest.isPresent()) {
                ApprovalStatus status = approvals
                        .facts(stored, Map.of(rule.code(), latest.get()))
                        .status(rule);
                if (status == ApprovalStatus.REQUESTED || status == ApprovalStatus.APPROVED) {
                    return latest.get();
                }
            }
            long round = latest.map(Approval::round).orElse(0L) + 1;
            return approvals.getOrAdd(Approval.of(stored, rule, round, tx.actor(), tx.now(), note));
        });
    }

    /**
     * Approves a request as it is stored.
     *
     * @throws DeniedException if the actor has asked for it, or hasn't the role that the rule asks for
     * @throws InvalidException if it is decided already, or what it was asked for has changed
     * @throws dev.clientele.core.error.StaleVersionException if somebody else has changed it meanwhile
     */
    public Approval approve(Approval request, String note) {
        return decide(request, ApprovalDecision.APPROVED, note);
    }

    /**
     * Rejects a request as it is stored.
     *
     * @param note the reason
     * @throws DeniedException if the actor has asked for it, or hasn't the role that the rule asks for
     * @throws InvalidException if it is decided already
     * @throws dev.clientele.core.error.StaleVersionException if somebody else has changed it meanwhile
     */
    public Approval reject(Approval request, String note) {
        return decide(request, ApprovalDecision.REJECTED, note);
    }

    /** Decides on a request; {@link FourEyesRule} judges who and when. */
    private Approval decide(Approval request, ApprovalDecision decision, String note) {
        return session.inTransaction(tx -> {
            Approvals approvals = new Approvals(tx);
            return approvals.save(approvals.getForUpdate(request).decided(decision, tx.actor(), tx.now(), note));
        });
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
        return facts(deal).approvals();
    }

    /** Returns the statuses of a deal's latest requests with their terms. Reads only the deal's changes since the oldest of them. */
    public GateFacts facts(Opportunity deal) {
        return session.inSnapshot(snapshot -> {
            Approvals approvals = new Approvals(snapshot);
            return approvals.facts(deal, approvals.latest(deal.id()));
        });
    }

    private GateFacts facts(Opportunity deal, Map<String, Approval> latest) {
        List<Approval> standing = latest.values().stream()
                .filter(request -> request.decision() != ApprovalDecision.REJECTED && request.covers(deal))
                .toList();
        long since = standing.stream().mapToLong(Approval::dealVersion).min().orElse(deal.version());
        List<Change> changes = since >= deal.version()
                ? List.of()
                : session.repository(Opportunity.TYPE).history(deal.id(), since + 1);
        Map<String, ApprovalStatus> statuses = new HashMap<>();
        Map<String, ApprovalTerms> terms = new HashMap<>();
        latest.forEach((rule, request) -> {
            statuses.put(rule, request.status(deal, changes));
            terms.put(rule, request.terms());
        });
        return new GateFacts(Set.of(), statuses, List.of(), terms);
    }

    /** Returns the latest request under each rule, by the rule's code. */
    private Map<String, Approval> latest(Id<Opportunity> deal) {
        Map<String, Approval> latest = new HashMap<>();
        try (Stream<Approval> found = query(Approval.OPPORTUNITY.is(deal)).stream()) {
            found.forEach(request ->
                    latest.merge(request.rule(), request, (one, other) -> one.round() > other.round() ? one : other));
        }
        return latest;
    }

    private Optional<Approval> latest(Id<Opportunity> deal, String rule) {
        return query(Approval.OPPORTUNITY.is(deal).and(Approval.RULE.is(rule)))
                .sortedBy(Approval.ROUND, SortDirection.DESCENDING)
                .first();
    }
}
