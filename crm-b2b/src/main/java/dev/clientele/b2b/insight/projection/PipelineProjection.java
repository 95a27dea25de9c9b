package dev.clientele.b2b.insight.projection;

import com.google.common.primitives.Doubles;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The projection of a pipeline: how many of the open deals are expected to be won, and their value.
 *
 * <p>The deviations are those of deals that are won independently of each other, {@code √(Σ p(1 − p))} and {@code √(Σ
 * a²p(1 − p))}: what the method itself doesn't know comes on top, and {@link BackTest#error} tells it.
 *
 * @param method the name of the method
 * @param asOf the day whose knowledge it uses
 * @param days the number of days ahead
 * @param open how many deals were open
 * @param wins how many of them are expected to be won
 * @param winsDeviation standard deviation of that number
 * @param value the expected value of these
 * @param valueDeviation standard deviation of that
 */
public record PipelineProjection(
        String method,
        LocalDate asOf,
        int days,
        long open,
        double wins,
        double winsDeviation,
        double value,
        double valueDeviation) {

    /** Checks the numbers. */
    public PipelineProjection {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(asOf, "asOf");
        if (!Double.isFinite(wins) || !Double.isFinite(winsDeviation)) {
            throw new IllegalArgumentException("wins must be finite, got " + wins + " and " + winsDeviation);
        }
        if (!Double.isFinite(value) || !Double.isFinite(valueDeviation)) {
            throw new IllegalArgumentException("worth must be finite, got " + value + " and " + valueDeviation);
        }
    }

    /**
     * Projects a pipeline by a method.
     *
     * @param history the history; what came after the day is left out before the method sees it
     * @param days the number of days ahead, at least 1
     * @throws NotEnoughHistoryException if there is too little to learn from
     */
    public static PipelineProjection of(ProjectionMethod method, PipelineHistory history, LocalDate asOf, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("days must be at least 1, got " + days);
        }
        PipelineHistory known = history.until(asOf);
        ProjectionModel chance = method.learn(known, asOf, days);
        long open = 0;
        double wins = 0;
        double winsVariance = 0;
        double worth = 0;
        double worthVariance = 0;
        for (DealPath track : known.paths()) {
            OpenDealState standing = track.stateOn(asOf).orElse(null);
            if (standing != null) {
                double p = Doubles.constrainToRange(chance.probability(standing), 0, 1);
                open++;
                wins += p;
                winsVariance += p * (1 - p);
                worth += track.value() * p;
                worthVariance += track.value() * track.value() * p * (1 - p);
            }
        }
        return new PipelineProjection(
                method.name(), asOf, days, open, wins, Math.sqrt(winsVariance), worth, Math.sqrt(worthVariance));
    }
}
