package dev.clientele.b2b.catalog;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Selection;
import java.util.Optional;

/** The products of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class Products extends ForwardingRepository<Product> {

    /** Opens the products of a session. */
    public Products(CrmSession session) {
        super(session.repository(Product.TYPE));
    }

    /** Finds the product with this code. */
    public Optional<Product> findByCode(String code) {
        return query(Product.CODE.is(code)).first();
    }

    /** Selects the products that are still sold. */
    public Selection<Product> active() {
        return query(Product.RETIRED.isTrue().negate());
    }
}
