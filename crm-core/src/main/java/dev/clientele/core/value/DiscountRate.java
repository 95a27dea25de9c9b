package dev.clientele.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The yearly rate at which later money counts for less, together with the way it compounds.
 *
 * <p>Two rates are equal when they compound the same way at the same rate; 10 % annual effective and the continuous rate
 * that grows as fast are not equal, although {@link #toContinuous()} and {@link #toAnnual()} lead from one to the other.
 * Immutable and thread-safe.
 *
 * @param compounding how the rate compounds
 * @param rate the rate as a fraction, 0.10 for 10 %; finite, above −1 when annual; at most 1000 either way
 */
public record DiscountRate(Compounding compounding, double rate) {
    /** No discounting: money later is money now. */
    public static final DiscountRate ZERO = annual(0);

    private static final double MAX_RATE = 1000;
    private static final String ANNUAL_SUFFIX = "% annual";
    private static final String CONTINUOUS_SUFFIX = "% continuous";

    /** The compounding of a yearly rate. */
    public enum Compounding {
        /** After one year, 1 has grown to 1 + rate. */
        ANNUAL,
        /** After one year, 1 has grown to e to the power of rate. */
        CONTINUOUS
    }

    /** Checks the rate. */
    public DiscountRate {
        Objects.requireNonNull(compounding, "compounding");
        double above = compounding == Compounding.ANNUAL ? -1 : Math.nextDown(-MAX_RATE);
        checkArgument(
                rate > above && rate <= MAX_RATE,
                "rate must be above %s and at most %s, got %s",
                above,
                MAX_RATE,
                rate);
        rate = rate + 0.0; // one zero, so that equal rates are equal records
    }

    /** Returns an annual effective rate: {@code annual(0.10)} turns 1.00 into 1.10 after one year. */
    public static DiscountRate annual(double rate) {
        return new DiscountRate(Compounding.ANNUAL, rate);
    }

    /** Returns a continuously compounded rate, the force of interest. */
    public static DiscountRate continuous(double rate) {
        return new DiscountRate(Compounding.CONTINUOUS, rate);
    }

    /**
     * Returns the rate that compounds over each period: {@code perPeriod(0.01, 12)} is 1 % a month, 12.68 % annual effective.
     *
     * @param rate the rate of one period as a fraction, above −1
     * @param periodsPerYear periods in a year, above 0 and at most 366
     */
    public static DiscountRate perPeriod(double rate, double periodsPerYear) {
        requirePeriods(periodsPerYear);
        checkArgument(rate > -1, "rate must be above -1, got %s", rate);
        return annual(StrictMath.expm1(periodsPerYear * StrictMath.log1p(rate)));
    }

    /** Returns this rate as an annual effective rate: {@code e^r - 1} of a continuous rate. */
    public DiscountRate toAnnual() {
        return compounding == Compounding.ANNUAL ? this : annual(StrictMath.expm1(rate));
    }

    /** Returns this rate compounded continuously: {@code ln(1 + r)} of an annual rate. */
    public DiscountRate toContinuous() {
        return compounding == Compounding.CONTINUOUS ? this : continuous(StrictMath.log1p(rate));
    }

    /**
     * Computes the effective rate of one period when a year has so many: what a model that counts in weeks needs.
     *
     * @param periodsPerYear periods in a year, such as 12 or 52; above 0 and at most 366
     */
    public double effectiveRate(double periodsPerYear) {
        requirePeriods(periodsPerYear);
        return StrictMath.expm1(toContinuous().rate / periodsPerYear);
    }

    /**
     * Computes what 1 paid after so many years is worth now; above 1 for negative years.
     *
     * @param years any finite number
     * @throws ArithmeticException if the factor is too large for a {@code double}
     */
    public double discountFactor(double years) {
        if (!Double.isFinite(years)) { // no boxing where models discount every period of every customer
            throw new InvalidValueException("years", ViolationCode.FORM, "must be finite, got " + years);
        }
        double factor = switch (compounding) {
            case ANNUAL -> StrictMath.pow(1 + rate, -years);
            case CONTINUOUS -> StrictMath.exp(-rate * years);
        };
        if (!Double.isFinite(factor)) {
            throw new ArithmeticException("the factor of " + this + " over " + years + " years is not finite");
        }
        return factor;
    }

    /**
     * Reads the text form back.
     *
     * @throws InvalidValueException if the text is not of the form that {@link #toString} writes
     */
    public static DiscountRate parse(String text) {
        Objects.requireNonNull(text, "text");
        try {
            if (text.endsWith(ANNUAL_SUFFIX)) {
                return annual(number(text, ANNUAL_SUFFIX));
            }
            if (text.endsWith(CONTINUOUS_SUFFIX)) {
                return continuous(number(text, CONTINUOUS_SUFFIX));
            }
        } catch (NumberFormatException notANumber) {
            throw new InvalidValueException("", ViolationCode.FORM, expected(text));
        }
        throw new InvalidValueException("", ViolationCode.FORM, expected(text));
    }

    /** Returns the text form, such as {@code 10% annual} or {@code 9.5% continuous}. */
    @Override
    public String toString() {
        String percent = new BigDecimal(Double.toString(rate))
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        return percent + (compounding == Compounding.ANNUAL ? ANNUAL_SUFFIX : CONTINUOUS_SUFFIX);
    }

    private static double number(String text, String suffix) {
        return new BigDecimal(text.substring(0, text.length() - suffix.length()))
                .movePointLeft(2)
                .doubleValue();
    }

    private static String expected(String text) {
        return "text must be of the form '10% annual' or '9.5% continuous', got " + text;
    }

    private static void requirePeriods(double periodsPerYear) {
        checkArgument(
                periodsPerYear > 0 && periodsPerYear <= 366,
                "periodsPerYear must be above 0 and at most 366, got %s",
                periodsPerYear);
    }
}
