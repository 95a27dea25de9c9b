package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The query of close date slips: page by page, and the change log of those deals alone that have ever changed. */
final class CloseDateSlipQuery {

    private static final int PAGE = 500;

    private final Repository<Opportunity> deals;
    private final Criteria where;

    CloseDateSlipQuery(CrmSession session, Criteria where) {
        this.deals = session.repository(Opportunity.TYPE);
        this.where = where;
    }

    /** Passes on every deal that was ever expected to close on a day. */
    void forEach(BiConsumer<Opportunity, CloseDateSlip> taker) {
        Selection<Opportunity> selection = deals.query(where);
        Optional<String> next = Optional.empty();
        do {
            Page<Opportunity> page = next.isEmpty() ? selection.page(PAGE) : selection.page(PAGE, next.get());
            page.items().forEach(deal -> slip(deal).ifPresent(slip -> taker.accept(deal, slip)));
            next = page.next();
        } while (next.isPresent());
    }

    private Optional<CloseDateSlip> slip(Opportunity deal) {
        if (deal.version() > 1) {
            return CloseDateSlip.of(deal.id(), deals.history(deal.id()));
        }
        return deal.isOpen()
                ? deal.find(Opportunity.CLOSE_DATE).map(day -> CloseDateSlip.unchanged(deal.id(), day))
                : Optional.empty();
    }
}
