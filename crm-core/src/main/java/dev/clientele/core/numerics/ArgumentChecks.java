package dev.clientele.core.numerics;

/** Checks at the public door. */
final class ArgumentChecks {
    private ArgumentChecks() {}

    static double requireTime(double time) {
        if (!(time >= 0 && time <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("time must be finite and 0 or more, was " + time);
        }
        return time;
    }

    static double requireRate(double rate) {
        if (!(rate >= 0 && rate <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("rate must be finite and 0 or more, was " + rate);
        }
        return rate;
    }

    static double requireDiscountRate(double rate) {
        if (!(rate > 0 && rate <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("rate must be finite and above 0, was " + rate);
        }
        return rate;
    }

    static double requireParameter(String name, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
        }
        return value;
    }

    static double requireProbability(double probability) {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException("probability must be from 0 to below 1, was " + probability);
        }
        return probability;
    }

    static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be above 0 and below 1, was " + level);
        }
        return level;
    }

    static int requireCount(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("number must be 0 or more, was " + number);
        }
        return number;
    }
}
