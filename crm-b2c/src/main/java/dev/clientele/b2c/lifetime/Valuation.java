package dev.clientele.b2c.lifetime;

import dev.clientele.core.value.DayCount;
import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.Discounting;
import dev.clientele.core.value.Horizon;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * How persons are valued. Immutable and thread-safe.
 *
 * @param horizon how far ahead
 * @param asOf the day on which the value stands; today, by the session's clock in the policy's zone, if not said
 * @param discounting how later money is discounted
 * @param margin share of the spend that counts as value, above 0 and at most 1
 * @param acquisitionCost what winning a person cost; nothing if not said
 */
public record Valuation(
        Horizon horizon,
        Optional<LocalDate> asOf,
        Discounting discounting,
        BigDecimal margin,
        Optional<Money> acquisitionCost) {

    /** Checks the margin. */
    public Valuation {
        Objects.requireNonNull(horizon, "horizon");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(discounting, "discounting");
        Objects.requireNonNull(acquisitionCost, "acquisitionCost");
        if (margin.signum() <= 0 || margin.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("margin must be above 0 and at most 1, got " + margin);
        }
    }

    /** Over this horizon from today, without discounting, all spend counted, no acquisition cost. */
    public static Valuation over(Horizon horizon) {
        return new Valuation(horizon, Optional.empty(), Discounting.NONE, BigDecimal.ONE, Optional.empty());
    }

    /** The same as of another day. */
    public Valuation asOf(LocalDate day) {
        return new Valuation(horizon, Optional.of(day), discounting, margin, acquisitionCost);
    }

    /** The same discounted at this rate, years counted as 365 days. */
    public Valuation discountedAt(DiscountRate rate) {
        return discountedBy(Discounting.at(rate, DayCount.ACT_365F));
    }

    /** The same discounted in this way. */
    public Valuation discountedBy(Discounting way) {
        return new Valuation(horizon, asOf, way, margin, acquisitionCost);
    }

    /** The same of this share of the spend. */
    public Valuation withMargin(BigDecimal share) {
        return new Valuation(horizon, asOf, discounting, share, acquisitionCost);
    }

    /** The same less this cost of winning the person. */
    public Valuation withAcquisitionCost(Money cost) {
        return new Valuation(horizon, asOf, discounting, margin, Optional.of(cost));
    }
}
