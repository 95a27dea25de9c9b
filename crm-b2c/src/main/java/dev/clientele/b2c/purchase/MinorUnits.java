package dev.clientele.b2c.purchase;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import org.joda.money.Money;

/**
 * Amounts as numbers of minor units of their currency, such as cents, of which millions are summed. What goes beyond 64 bits (some
 * 9.2·10<sup>18</sup>) is refused by a typed error; nothing wraps around.
 */
public final class MinorUnits {

    private MinorUnits() {}

    /**
     * Returns an amount in minor units.
     *
     * @throws InvalidValueException if it is beyond 64 bits
     */
    public static long of(Money amount) {
        try {
            return amount.getAmountMinorLong();
        } catch (ArithmeticException beyond) {
            throw tooLarge("amount");
        }
    }

    /**
     * Returns the sum of two.
     *
     * @throws InvalidValueException if it is beyond 64 bits
     */
    public static long add(long one, long other) {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException beyond) {
            throw tooLarge("total");
        }
    }

    /**
     * Returns the difference of two.
     *
     * @throws InvalidValueException if it is beyond 64 bits
     */
    public static long subtract(long from, long what) {
        try {
            return Math.subtractExact(from, what);
        } catch (ArithmeticException beyond) {
            throw tooLarge("total");
        }
    }

    private static InvalidValueException tooLarge(String argument) {
        return new InvalidValueException(
                new Violation(argument, ViolationCode.RANGE, "must be at most " + Long.MAX_VALUE + " minor units")
                        .with("max", Long.MAX_VALUE));
    }
}
