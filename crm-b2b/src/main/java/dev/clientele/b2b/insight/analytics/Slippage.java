package dev.clientele.b2b.insight.analytics;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * The slippage of many deals: how often, and how far, their close dates were pushed. Adds up. Immutable and
 * thread-safe.
 *
 * @param deals how many deals were ever expected to close on a day
 * @param slipped how many of them were pushed at least once
 * @param pushes how often deals were pushed
 * @param pushedDays by how many days altogether
 * @param pulls how often deals were pulled
 * @param pulledDays by how many days altogether
 */
public record Slippage(long deals, long slipped, long pushes, long pushedDays, long pulls, long pulledDays) {

    /** The slippage of no deal. */
    public static final Slippage NONE = new Slippage(0, 0, 0, 0, 0, 0);

    /** Checks the numbers. */
    public Slippage {
        if (slipped < 0 || slipped > deals || slipped > pushes) {
            throw new IllegalArgumentException(
                    "slipped must be 0 to deals and to pushes, got " + slipped + " of " + deals + " and " + pushes);
        }
    }

    /** Adds up the slips of deals. */
    public static Slippage of(Collection<CloseDateSlip> slips) {
        return slips.stream().map(Slippage::of).reduce(NONE, Slippage::plus);
    }

    static Slippage of(CloseDateSlip slip) {
        return new Slippage(
                1, slip.isPushed() ? 1 : 0, slip.pushes(), slip.pushedDays(), slip.pulls(), slip.pulledDays());
    }

    /** Returns this slippage with that of others added. */
    public Slippage plus(Slippage other) {
        return new Slippage(
                deals + other.deals,
                slipped + other.slipped,
                pushes + other.pushes,
                pushedDays + other.pushedDays,
                pulls + other.pulls,
                pulledDays + other.pulledDays);
    }

    /** Returns the share of deals that were pushed at least once, 0 to 1; empty without any deal. */
    public OptionalDouble rate() {
        return share(slipped, deals);
    }

    /** Returns the mean number of days of a push; empty if there was none. */
    public OptionalDouble meanPush() {
        return share(pushedDays, pushes);
    }

    /**
     * Returns the mean number of days from the first expectation to the last, over all deals; empty without any deal.
     */
    public OptionalDouble meanSlip() {
        return share(pushedDays - pulledDays, deals);
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
