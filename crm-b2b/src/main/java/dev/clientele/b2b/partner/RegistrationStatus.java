package dev.clientele.b2b.partner;

import java.util.EnumSet;
import java.util.Set;

/** The status of a deal registration. */
public enum RegistrationStatus {
    /** A registration that nobody has decided on. */
    SUBMITTED,
    /** A registration that protects the partner until a day. */
    APPROVED,
    /** A registration that was refused. */
    REJECTED,
    /** A registration that was approved and has run out. Never stored: the clock says so. */
    EXPIRED,
    /** A registration that the partner or the host gave up. */
    WITHDRAWN,
    /** A registration that was converted to a deal. */
    CONVERTED;

    /** Returns the statuses that may follow. */
    Set<RegistrationStatus> next() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(APPROVED, REJECTED, WITHDRAWN);
            case APPROVED -> EnumSet.of(WITHDRAWN, CONVERTED);
            case REJECTED, EXPIRED, WITHDRAWN, CONVERTED -> EnumSet.noneOf(RegistrationStatus.class);
        };
    }
}
