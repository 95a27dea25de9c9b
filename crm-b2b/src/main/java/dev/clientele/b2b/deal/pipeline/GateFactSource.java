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
}
