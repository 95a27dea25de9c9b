package dev.clientele.b2b.deal.quote;

import com.google.common.collect.Sets;
import java.util.Set;

/** The status of a quote. */
public enum QuoteStatus {
    /** A quote that is being worked on; nobody outside has seen it. */
    DRAFT,
    /** A quote that was shown to the customer, and no longer changes. */
    PRESENTED,
    /** A quote that the customer has accepted. */
    ACCEPTED,
    /** A quote that the customer has rejected, at once or after accepting it. */
    REJECTED,
    /** A quote of which a later revision was presented. */
    REPLACED,
    /** A quote that was presented, and its last day is over. The clock decides it; it is never stored. */
    EXPIRED;

    /** Returns the statuses that may follow; the same one may always stay. */
    Set<QuoteStatus> next() {
        return switch (this) {
            case DRAFT -> Sets.immutableEnumSet(PRESENTED);
            case PRESENTED -> Sets.immutableEnumSet(ACCEPTED, REJECTED, REPLACED);
            case ACCEPTED -> Sets.immutableEnumSet(REJECTED);
            default -> Set.of();
        };
    }
}
