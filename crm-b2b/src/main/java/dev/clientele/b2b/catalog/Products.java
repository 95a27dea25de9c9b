package dev.clientele.b2b.catalog;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Selection;
import java.util.Optional;

/** All products of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class Products extends ForwardingRepository<Product> {

    /** Those of a session. */
    public Products(CrmSession session) {
        super(session.repository(Product.TYPE));
    }

    /** The product that is known by this code. */
    public Optional<Product> findByCode(String code) {
        return query(Product.CODE.is(code)).first();
    }

    /** Everything that is still sold. */
    public Selection<Product> active() {
        return query(Product.RETIRED.isTrue().negate());
    }
}
