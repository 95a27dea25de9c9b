package dev.clientele.b2b.pipeline;

import dev.clientele.core.CrmSession;

/**
 * Knows something about deals that gates ask for: the stakeholders, the approvals, or a host's own source. Thread-safe.
 */
@FunctionalInterface
public interface FactSource {

    /**
     * What it knows about a deal.
     *
     * @param session through which to read; in a transaction, that of the transaction
     */
    GateFacts about(CrmSession session, Opportunity deal);
}
