package dev.clientele.b2b.catalog;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** The price books of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class PriceBooks extends ForwardingRepository<PriceBook> {

    /** Opens the price books of a session. */
    public PriceBooks(CrmSession session) {
        super(session.repository(PriceBook.TYPE));
    }

    /** Finds the price book with this code. */
    public Optional<PriceBook> findByCode(String code) {
        return query(PriceBook.CODE.is(code)).first();
    }

    /** Finds the standard price book for a currency. */
    public Optional<PriceBook> findStandard(CurrencyUnit currency) {
        return query(PriceBook.STANDARD_FOR.is(currency)).first();
    }
}
