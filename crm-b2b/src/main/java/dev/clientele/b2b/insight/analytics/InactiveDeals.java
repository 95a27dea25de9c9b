package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.entity.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The open deals without an interaction with the customer for a time. Immutable and thread-safe.
 *
 * @param since the start of that time
 * @param deals those that were open by then and have had no interaction since, in the order given
 */
public record InactiveDeals(Instant since, List<Id<Opportunity>> deals) {

    /** Copies the list. */
    public InactiveDeals {
        Objects.requireNonNull(since, "since");
        deals = List.copyOf(deals);
    }

    /**
     * Finds the inactive ones of these deals. Pure.
     *
     * @param deals closed by the caller; those that are closed, or were opened since, are left out
     * @param touched the ids of what the interactions since then were about
     */
    public static InactiveDeals of(Stream<Opportunity> deals, Collection<UUID> touched, Instant since) {
        return new InactiveDeals(
                since,
                deals.filter(deal -> deal.isOpen()
                                && deal.require(Opportunity.OPENED_AT).isBefore(since)
                                && !touched.contains(deal.id().value()))
                        .map(Opportunity::id)
                        .toList());
    }
}
