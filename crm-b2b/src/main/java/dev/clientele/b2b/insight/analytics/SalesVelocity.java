package dev.clientele.b2b.insight.analytics;

import java.util.Optional;

/**
 * How much a pipeline brings in a day: deals times their average amount times the share that is won, over the days that a deal
 * takes. Pure.
 *
 * @param deals how many are worked on, zero or more
 * @param averageAmount what one is worth on average, in units of one currency; finite
 * @param winRate the share that is won, 0 to 1
 * @param cycleDays how long a deal takes, above zero and finite
 */
public record SalesVelocity(long deals, double averageAmount, double winRate, double cycleDays) {

    /** Checks the numbers. */
    public SalesVelocity {
        if (deals < 0) {
            throw new IllegalArgumentException("deals must be zero or more, got " + deals);
        }
        if (!Double.isFinite(averageAmount)) {
            throw new IllegalArgumentException("averageAmount must be finite, got " + averageAmount);
        }
        if (!(winRate >= 0 && winRate <= 1)) {
            throw new IllegalArgumentException("winRate must be 0 to 1, got " + winRate);
        }
        if (!(cycleDays > 0 && cycleDays <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("cycleDays must be above zero and finite, got " + cycleDays);
        }
    }

    /**
     * That of the deals behind these figures: those open are worked on, and are taken to be worth what won ones were worth on
     * average, to be won as often and to take as long.
     *
     * @return empty if none was won, or all were won on the day on which they were opened
     */
    public static Optional<SalesVelocity> of(WinLoss figures) {
        double cycle = figures.wonCycles().mean().orElse(0);
        if (cycle == 0) {
            return Optional.empty();
        }
        double average = figures.wonValue().getAmount().doubleValue() / figures.won();
        return Optional.of(
                new SalesVelocity(figures.open(), average, figures.winRate().orElse(0), cycle));
    }

    /** What comes in on one day, in units of the currency. */
    public double perDay() {
        return deals * averageAmount * winRate / cycleDays;
    }
}
