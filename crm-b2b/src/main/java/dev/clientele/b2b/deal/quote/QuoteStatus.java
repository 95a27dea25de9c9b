package dev.clientele.b2b.deal.quote;

import com.google.common.collect.Sets;
import java.util.Set;

/** How a quote stands. */
public enum QuoteStatus {
    /** Being worked on; nobody outside has seen it. */
    DRAFT,
    /** Shown to the customer, and from then on as it is. */
    PRESENTED,
    /** The customer has agreed. */
    ACCEPTED,
    /** The customer has said no, or has gone back on a yes. */
    REJECTED,
    /** A later revision was presented. */
    REPLACED,
    /** Presented, and its last day is over. Told by the clock and never stored. */
    EXPIRED;

    /** What may come next; the same may always stay. */
    Set<QuoteStatus> next() {
        return switch (this) {
            case DRAFT -> Sets.immutableEnumSet(PRESENTED);
            case PRESENTED -> Sets.immutableEnumSet(ACCEPTED, REJECTED, REPLACED);
            case ACCEPTED -> Sets.immutableEnumSet(REJECTED);
            default -> Set.of();
        };
    }
}
