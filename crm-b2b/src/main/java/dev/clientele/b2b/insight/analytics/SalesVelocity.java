package dev.clientele.b2b.insight.analytics;

import java.util.Optional;

/**
 * The sales velocity: the number of deals times their average amount times the win rate, over the days of a sales
 * cycle. Pure.
 *
 * @param deals the number of open deals, zero or more
 * @param averageAmount the average amount of a deal, in units of one currency; finite
 * @param winRate the share that is won, 0 to 1
 * @param cycleDays the days that a deal takes, above zero and finite
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
     * Computes the velocity from wins and losses: open deals are taken to have the average amount of won ones, their
     * win rate and their sales cycle.
     *
     * @return empty until one was lost, since there is no win rate before; if none was won; or if all were won on the day on which
     *     they were opened
     */
    public static Optional<SalesVelocity> of(WinLoss figures) {
        double cycle = figures.wonCycles().mean().orElse(0);
        if (cycle == 0 || figures.winRate().isEmpty()) {
            return Optional.empty();
        }
        double average = figures.wonValue().getAmount().doubleValue() / figures.won();
        return Optional.of(
                new SalesVelocity(figures.open(), average, figures.winRate().getAsDouble(), cycle));
    }

    /** Returns the amount won in a day, in units of the currency. */
    public double perDay() {
        return deals * averageAmount * winRate / cycleDays;
    }
}
