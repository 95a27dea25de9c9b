package dev.clientele.b2b.catalog;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** All price books of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class PriceBooks extends ForwardingRepository<PriceBook> {

    /** Those of a session. */
    public PriceBooks(CrmSession session) {
        super(session.repository(PriceBook.TYPE));
    }

    /** The book that is known by this code. */
    public Optional<PriceBook> findByCode(String code) {
        return query(PriceBook.CODE.is(code)).first();
    }

    /** The standard book for a currency. */
    public Optional<PriceBook> findStandard(CurrencyUnit currency) {
        return query(PriceBook.STANDARD_FOR.is(currency)).first();
    }
}
