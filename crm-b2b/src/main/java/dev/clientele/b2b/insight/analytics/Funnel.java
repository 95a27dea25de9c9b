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
 * How many deals come how far in a pipeline. Immutable and thread-safe.
 *
 * @param steps the open stages in order, and then the won one
 */
public record Funnel(List<FunnelStage> steps) {

    /**
     * One stage.
     *
     * @param stage its id
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

    /** The share of the deals that reached a stage which reached the next; empty for the last, or if none reached it. */
    public OptionalDouble conversion(int step) {
        if (step + 1 >= steps.size() || steps.get(step).reached() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                (double) steps.get(step + 1).reached() / steps.get(step).reached());
    }

    /**
     * Of the deals of a pipeline as they stood at the end of a day. A deal is counted as far as it ever came, by the
     * places that the stages had then, even if it went back; of one that came from another pipeline the stages there don't count.
     *
     * @param deals closed by the caller; those in other pipelines are left out
     * @param zone in which days are counted
     */
    public static Funnel of(Stream<Opportunity> deals, Pipeline pipeline, LocalDate day, ZoneId zone) {
        FunnelCounter count = new FunnelCounter(pipeline);
        deals.forEach(deal -> DealAsOf.of(deal, day, zone).ifPresent(count::add));
        return count.result();
    }
}
