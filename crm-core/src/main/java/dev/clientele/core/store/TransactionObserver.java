package dev.clientele.core.store;

import dev.clientele.persistence.TenantId;
import java.util.Map;

/** An observer of the transactions of this process, told on the thread that ran them. Must not throw. */
public interface TransactionObserver {

    /**
     * Tells that a transaction has committed.
     *
     * @param appended the logs to which it has appended, each with the key of one entry
     */
    void committed(TenantId tenant, Map<String, String> appended);

    /** Tells that a transaction has been given up. */
    void givenUp();
}
