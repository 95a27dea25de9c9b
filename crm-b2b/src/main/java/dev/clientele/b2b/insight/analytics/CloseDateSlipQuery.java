package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.CrmSession;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The query of close date slips: page by page, and the changes of those deals alone that have ever changed, for a page at once. */
final class CloseDateSlipQuery {

    private static final int PAGE = 500;
    private static final List<Field<Opportunity, ?>> CHANGED = List.of(Opportunity.KIND, Opportunity.CLOSE_DATE);

    private final Repository<Opportunity> deals;
    private final Criteria where;
    private final List<Field<Opportunity, ?>> columns = new ArrayList<>(CHANGED);

    /** Creates the query of deals, each with these columns. */
    CloseDateSlipQuery(CrmSession session, Criteria where, List<? extends Field<Opportunity, ?>> more) {
        this.deals = session.repository(Opportunity.TYPE);
        this.where = where;
        this.columns.addAll(more);
    }

    /** Passes on every deal that was ever expected to close on a day. */
    void forEach(BiConsumer<RecordColumns<Opportunity>, CloseDateSlip> taker) {
        deals.query(where).columns(columns).forEachPage(PAGE, page -> {
            List<Id<Opportunity>> changed = page.stream()
                    .filter(deal -> deal.version() > 1)
                    .map(RecordColumns::id)
                    .toList();
            Map<Id<Opportunity>, List<Change>> histories =
                    changed.isEmpty() ? Map.of() : deals.histories(changed, CHANGED);
            page.forEach(deal -> slip(deal, histories).ifPresent(slip -> taker.accept(deal, slip)));
        });
    }

    private static Optional<CloseDateSlip> slip(
            RecordColumns<Opportunity> deal, Map<Id<Opportunity>, List<Change>> histories) {
        if (deal.version() > 1) {
            return CloseDateSlip.of(deal.id(), histories.getOrDefault(deal.id(), List.of()));
        }
        return deal.require(Opportunity.KIND) == StageKind.OPEN
                ? deal.find(Opportunity.CLOSE_DATE).map(day -> CloseDateSlip.unchanged(deal.id(), day))
                : Optional.empty();
    }
}
