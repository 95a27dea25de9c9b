package dev.clientele.examples.quickstart.report;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.CrmSession;
import dev.clientele.persistence.criteria.SortDirection;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * From when to when orders were placed. The report takes the last of these days for its today, as the data end there.
 *
 * @param first the day of the first order
 * @param last the day of the last order
 */
record OrderDateRange(LocalDate first, LocalDate last) {

    static OrderDateRange of(CrmSession session) {
        return new OrderDateRange(day(session, SortDirection.ASCENDING), day(session, SortDirection.DESCENDING));
    }

    private static LocalDate day(CrmSession session, SortDirection direction) {
        return B2b.in(session)
                .deals()
                .all()
                .sortedBy(Opportunity.OPENED_AT, direction)
                .first()
                .map(deal -> deal.require(Opportunity.OPENED_AT)
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate())
                .orElseThrow();
    }
}
