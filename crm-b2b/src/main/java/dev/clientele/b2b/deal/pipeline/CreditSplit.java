package dev.clientele.b2b.deal.pipeline;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A sales representative's share of the credit for a deal. Immutable and thread-safe.
 *
 * @param rep the sales representative
 * @param percent the share in percent, above 0 and at most 100, with at most four digits after the point
 */
public record CreditSplit(Id<SalesRep> rep, BigDecimal percent) {

    /** The most digits after the point of a percentage. */
    public static final int SCALE = 4;

    private static final BigDecimal WHOLE = new BigDecimal(100);

    /** Checks the percentage. */
    public CreditSplit {
        Objects.requireNonNull(rep, "rep");
        percent = percent.stripTrailingZeros();
        if (percent.scale() < 0) {
            percent = percent.setScale(0);
        }
        if (percent.signum() <= 0 || percent.compareTo(WHOLE) > 0 || percent.scale() > SCALE) {
            throw new InvalidValueException(
                    "percent",
                    ViolationCode.RANGE,
                    "must be above 0 and at most 100 with at most " + SCALE + " digits after the point, got "
                            + percent);
        }
    }

    /** Returns a share, such as {@code "33.33"}. */
    public static CreditSplit of(Id<SalesRep> rep, String percent) {
        return new CreditSplit(rep, new BigDecimal(percent));
    }

    /** Returns all of the credit. */
    public static CreditSplit full(Id<SalesRep> rep) {
        return new CreditSplit(rep, WHOLE);
    }
}
