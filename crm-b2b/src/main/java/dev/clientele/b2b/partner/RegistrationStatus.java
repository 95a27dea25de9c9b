package dev.clientele.b2b.partner;

import java.util.EnumSet;
import java.util.Set;

/** How a deal registration stands. */
public enum RegistrationStatus {
    /** Handed in; nobody has decided. */
    SUBMITTED,
    /** Granted: the prospect is the partner's until a day. */
    APPROVED,
    /** Refused. */
    REJECTED,
    /** Granted once, but its time is over. Never stored: the clock says so. */
    EXPIRED,
    /** Given up, by the partner or by us. */
    WITHDRAWN,
    /** Has become a deal. */
    CONVERTED;

    /** What may be stored in place of this. */
    Set<RegistrationStatus> next() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(APPROVED, REJECTED, WITHDRAWN);
            case APPROVED -> EnumSet.of(WITHDRAWN, CONVERTED);
            case REJECTED, EXPIRED, WITHDRAWN, CONVERTED -> EnumSet.noneOf(RegistrationStatus.class);
        };
    }
}
