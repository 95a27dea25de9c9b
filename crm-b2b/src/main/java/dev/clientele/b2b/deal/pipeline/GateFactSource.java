package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.CrmSession;

/**
 * Knows something about deals that gates ask for: the stakeholders, the approvals, or a host's own source. Thread-safe.
 */
@FunctionalInterface
public interface GateFactSource {

    /**
     * What it knows about a deal.
     *
     * @param session through which to read; in a transaction, that of the transaction
     */
    GateFacts factsAbout(CrmSession session, Opportunity deal);
}
