package dev.clientele.b2c.scoring;

import dev.clientele.core.value.DayCount;
import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.Discounting;
import dev.clientele.core.value.Horizon;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;

/**
 * The terms on which persons are valued. Immutable and thread-safe.
 *
 * @param horizon how far ahead
 * @param asOf the day on which the value stands; today, by the session's clock in the policy's zone, if not said
 * @param discounting how later money is discounted
 * @param margin share of the spend that counts as value, above 0 and at most 1
 * @param acquisitionCost what winning a person cost; nothing if not said
 * @param intervalLevel with which probability the interval of a lifetime value covers the true expectation, between 0 and 1; no
 *     interval if not said. Scores have none; a prediction, which is of what happens, has 0.95 if not said
 */
public record Valuation(
        Horizon horizon,
        Optional<LocalDate> asOf,
        Discounting discounting,
        BigDecimal margin,
        Optional<Money> acquisitionCost,
        OptionalDouble intervalLevel) {

    /** Checks the margin. */
    public Valuation {
        Objects.requireNonNull(horizon, "horizon");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(discounting, "discounting");
        Objects.requireNonNull(acquisitionCost, "acquisitionCost");
        double level = intervalLevel.orElse(0.5);
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("intervalLevel must be above 0 and below 1, got " + level);
        }
        if (margin.signum() <= 0 || margin.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("margin must be above 0 and at most 1, got " + margin);
        }
    }

    /**
     * Creates a valuation over this horizon from today, without discounting, all spend counted, no acquisition cost.
     */
    public static Valuation over(Horizon horizon) {
        return new Valuation(
                horizon, Optional.empty(), Discounting.NONE, BigDecimal.ONE, Optional.empty(), OptionalDouble.empty());
    }

    /** Returns a copy as of another day. */
    public Valuation asOf(LocalDate day) {
        return new Valuation(horizon, Optional.of(day), discounting, margin, acquisitionCost, intervalLevel);
    }

    /** Returns a copy discounted at this rate, years counted as 365 days. */
    public Valuation withDiscountRate(DiscountRate rate) {
        return withDiscounting(Discounting.of(rate, DayCount.ACT_365F));
    }

    /** Returns a copy discounted in this way. */
    public Valuation withDiscounting(Discounting way) {
        return new Valuation(horizon, asOf, way, margin, acquisitionCost, intervalLevel);
    }

    /** Returns a copy that counts this share of the spend. */
    public Valuation withMargin(BigDecimal share) {
        return new Valuation(horizon, asOf, discounting, share, acquisitionCost, intervalLevel);
    }

    /** Returns a copy less this cost of winning the person. */
    public Valuation withAcquisitionCost(Money cost) {
        return new Valuation(horizon, asOf, discounting, margin, Optional.of(cost), intervalLevel);
    }

    /**
     * Returns a copy with an interval about the lifetime value, see {@link
     * dev.clientele.b2c.scoring.value.PurchaseLifetimeValue#withInterval}.
     *
     * @param level between 0 and 1, such as 0.95
     */
    public Valuation withInterval(double level) {
        return new Valuation(horizon, asOf, discounting, margin, acquisitionCost, OptionalDouble.of(level));
    }
}
