package dev.clientele.core.value;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.util.Objects;

/** Keeps decimals that come from outside to a size at which exact arithmetic stays cheap. */
final class DecimalLimits {
    private static final int MAX_DIGITS = 38;

    private DecimalLimits() {}

    /** Returns the same number without trailing zeros; refused beyond 38 digits on either side of the point. */
    static BigDecimal requireBounded(String argument, BigDecimal number) {
        Objects.requireNonNull(number, argument);
        if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
            throw new InvalidValueException(
                    argument,
                    ViolationCode.DIGITS,
                    "must have at most " + MAX_DIGITS + " digits and decimal places, got " + number.precision()
                            + " digits at scale " + number.scale());
        }
        return number.stripTrailingZeros();
    }
}
