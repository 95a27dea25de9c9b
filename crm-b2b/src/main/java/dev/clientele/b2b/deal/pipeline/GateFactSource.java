package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.CrmSession;

/** A source of facts about deals for gates: the stakeholders, the approvals, or a host's own source. Thread-safe. */
@FunctionalInterface
public interface GateFactSource {

    /**
     * Returns the facts about a deal.
     *
     * @param session the session to read through; in a transaction, that of the transaction
     */
    GateFacts factsAbout(CrmSession session, Opportunity deal);

    /**
     * Returns the facts for a move that a transaction makes. A source that reads records {@linkplain CrmSession#rely relies}
     * on them, so that one that is changed or removed before the commit is noticed. Unless overridden, as {@link
     * #factsAbout}.
     *
     * @param transaction the session of the transaction that writes; it sees all records of the tenant
     * @param deal the deal as it is about to be stored, but for what the move itself changes
     */
    default GateFacts factsForMove(CrmSession transaction, Opportunity deal) {
        return factsAbout(transaction, deal);
    }
}
