package dev.clientele.core.store;

/**
 * How serving a lane has ended.
 *
 * @param retryNanos when it may be tried again, in nanoseconds from now; 0 for at once
 */
record DeliveryOutcome(Ending ending, long retryNanos) {

    enum Ending {
        /** All has been delivered that the log shows. */
        SERVED,
        /** All has been delivered that the log shows, and it holds something back that has committed. */
        HELD_BACK,
        /** The budget is used up. */
        BUDGET_SPENT,
        /** The listener has failed, or is in its pause after that. */
        FAILED,
        /** Another process serves the lane. */
        LEASED
    }

    static DeliveryOutcome of(Ending ending) {
        return new DeliveryOutcome(ending, 0);
    }

    /** Returns whether the end of the log was reached. */
    boolean isAtEnd() {
        return ending == Ending.SERVED || ending == Ending.HELD_BACK;
    }

    /** Returns whether there may be something to deliver that no occasion of this lane will bring. */
    boolean isUnsettled() {
        return ending == Ending.HELD_BACK || ending == Ending.LEASED;
    }
}
