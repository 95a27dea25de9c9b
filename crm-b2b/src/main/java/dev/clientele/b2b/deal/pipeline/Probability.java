package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * Probabilities that people set: exact decimals from 0 to 1 with at most four digits after the point, so that what is
 * weighted with them adds up exactly. What a model estimates is a {@code double} and never enters here unrounded.
 */
public final class Probability {

    /** The number of digits after the point. */
    public static final int SCALE = 4;

    /** The probability of a lost deal. */
    public static final BigDecimal NEVER = BigDecimal.ZERO.setScale(SCALE);

    /** The probability of a won deal. */
    public static final BigDecimal CERTAIN = BigDecimal.ONE.setScale(SCALE);

    private Probability() {}

    /**
     * Checks a probability and returns it with four digits after the point.
     *
     * @throws InvalidValueException if it is below 0 or above 1, or has more digits
     */
    public static BigDecimal check(String argument, BigDecimal probability) {
        Objects.requireNonNull(probability, argument);
        boolean fits = probability.signum() >= 0
                && probability.compareTo(BigDecimal.ONE) <= 0
                && probability.stripTrailingZeros().scale() <= SCALE;
        if (!fits) {
            throw new InvalidValueException(
                    argument,
                    ViolationCode.RANGE,
                    "must be 0 to 1 with at most " + SCALE + " digits after the point, got " + probability);
        }
        return probability.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    /** Returns a probability given in per cent, such as {@code percent(12.5)}; at most two digits after the point. */
    public static BigDecimal percent(double percent) {
        return check("percent", BigDecimal.valueOf(percent).movePointLeft(2));
    }

    /** Parses a probability, such as {@code "0.125"}. */
    public static BigDecimal parse(String text) {
        return check("probability", new BigDecimal(text));
    }
}
