package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The sales funnel of a pipeline: how many deals reached each stage. Immutable and thread-safe.
 *
 * @param steps the open stages in order, and then the won one
 */
public record Funnel(List<FunnelStage> steps) {

    /**
     * A stage of a funnel.
     *
     * @param stage the stage's id
     * @param reached how many deals have been in it, or passed it by
     * @param here how many are in it
     * @param lost how many were lost from it
     */
    public record FunnelStage(String stage, long reached, long here, long lost) {

        /** Refuses null. */
        public FunnelStage {
            Objects.requireNonNull(stage, "stage");
        }
    }

    /** Copies the list. */
    public Funnel {
        steps = List.copyOf(steps);
    }

    /**
     * Returns the share of the deals that reached a stage which reached the next; empty for the last, or if none
     * reached it.
     */
    public OptionalDouble conversion(int step) {
        if (step + 1 >= steps.size() || steps.get(step).reached() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                (double) steps.get(step + 1).reached() / steps.get(step).reached());
    }

    /**
     * Computes the funnel of a pipeline's deals as they were at the end of a day. A deal counts up to the farthest
     * stage it ever reached, by the order that the stages had then, even if it went back; of one that came from another
     * pipeline the stages there don't count.
     *
     * @param deals closed by the caller; those in other pipelines are left out
     * @param zone in which days are counted
     * @throws IllegalArgumentException if the visits of a deal until the day have left its record; {@link Analytics} reads them
     */
    public static Funnel of(Stream<Opportunity> deals, Pipeline pipeline, LocalDate day, ZoneId zone) {
        FunnelCounter count = new FunnelCounter(pipeline);
        deals.forEach(deal -> DealAsOf.of(deal, day, zone).ifPresent(count::add));
        return count.result();
    }
}
