package dev.clientele.core.numerics;

/** Range checks of numeric arguments; each returns its argument or throws {@link IllegalArgumentException}. */
public final class ArgumentChecks {
    private ArgumentChecks() {}

    /** Returns a time that is finite and 0 or more. */
    public static double requireTime(double time) {
        if (!(time >= 0 && time <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("time must be finite and 0 or more, was " + time);
        }
        return time;
    }

    /** Returns a rate that is finite and 0 or more. */
    public static double requireRate(double rate) {
        if (!(rate >= 0 && rate <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("rate must be finite and 0 or more, was " + rate);
        }
        return rate;
    }

    /** Returns a discount rate that is finite and above 0. */
    public static double requireDiscountRate(double rate) {
        if (!(rate > 0 && rate <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("rate must be finite and above 0, was " + rate);
        }
        return rate;
    }

    /** Returns a model parameter that is finite and above 0. */
    public static double requireParameter(String name, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
        }
        return value;
    }

    /** Returns a probability from 0 to below 1. */
    public static double requireProbability(double probability) {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException("probability must be from 0 to below 1, was " + probability);
        }
        return probability;
    }

    /** Returns a confidence level above 0 and below 1. */
    public static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be above 0 and below 1, was " + level);
        }
        return level;
    }

    /** Returns a number that is 0 or more. */
    public static int requireCount(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("number must be 0 or more, was " + number);
        }
        return number;
    }
}
