package dev.clientele.examples.quickstart.report;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.core.CrmSession;
import dev.clientele.persistence.criteria.Direction;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * From when to when orders were placed. The report takes the last of these days for its today, as the data end there.
 *
 * @param first the day of the first order
 * @param last the day of the last order
 */
record OrderDays(LocalDate first, LocalDate last) {

    static OrderDays of(CrmSession session) {
        return new OrderDays(day(session, Direction.ASCENDING), day(session, Direction.DESCENDING));
    }

    private static LocalDate day(CrmSession session, Direction direction) {
        return B2b.in(session)
                .opportunities()
                .all()
                .sortedBy(Opportunity.OPENED_AT, direction)
                .first()
                .map(deal -> deal.require(Opportunity.OPENED_AT)
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate())
                .orElseThrow();
    }
}
