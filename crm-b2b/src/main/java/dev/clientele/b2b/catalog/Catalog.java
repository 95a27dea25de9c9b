package dev.clientele.b2b.catalog;

import dev.clientele.core.CrmSession;
import java.util.Objects;

/**
 * Products, price books and prices. Thread-safe unless the session is that of a transaction.
 */
public final class Catalog {

    private final CrmSession session;

    /** Opens the door for a session. */
    public Catalog(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Returns the products. */
    public Products products() {
        return new Products(session);
    }

    /** Returns the price books. */
    public PriceBooks priceBooks() {
        return new PriceBooks(session);
    }

    /** Returns the prices of products in price books. */
    public Prices prices() {
        return new Prices(session);
    }
}
