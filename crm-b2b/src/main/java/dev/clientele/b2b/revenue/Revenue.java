package dev.clientele.b2b.revenue;

import dev.clientele.b2b.revenue.contract.Contracts;
import dev.clientele.b2b.revenue.health.AccountSurveys;
import dev.clientele.b2b.revenue.health.HealthChecks;
import dev.clientele.b2b.revenue.order.Orders;
import dev.clientele.b2b.revenue.whitespace.InstalledBase;
import dev.clientele.core.CrmSession;
import java.util.Objects;

/**
 * Revenue of existing customers: contracts and renewals, orders, installed products, account health and surveys. Thread-safe
 * unless the session is that of a transaction.
 */
public final class Revenue {

    private final CrmSession session;

    /** Opens the revenue of a session. */
    public Revenue(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Returns the contracts, with renewals and recurring revenue. */
    public Contracts contracts() {
        return new Contracts(session);
    }

    /** Returns the orders. */
    public Orders orders() {
        return new Orders(session);
    }

    /** Returns the products that accounts own, and the whitespace beside them. */
    public InstalledBase installedBase() {
        return new InstalledBase(session);
    }

    /** Returns the health checks of accounts. */
    public HealthChecks healthChecks() {
        return HealthChecks.in(session);
    }

    /** Returns the surveys and their responses. */
    public AccountSurveys surveys() {
        return new AccountSurveys(session);
    }
}
