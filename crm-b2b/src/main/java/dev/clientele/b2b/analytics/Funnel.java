package dev.clientele.b2b.analytics;

import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.Pipeline;
import dev.clientele.b2b.pipeline.Stage;
import dev.clientele.b2b.pipeline.StageKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How many deals come how far in a pipeline. Immutable and thread-safe.
 *
 * @param steps the open stages in order, and then the won one
 */
public record Funnel(List<Step> steps) {

    /**
     * One stage.
     *
     * @param stage its id
     * @param reached how many deals have been in it, or passed it by
     * @param here how many are in it
     * @param lost how many were lost from it
     */
    public record Step(String stage, long reached, long here, long lost) {

        /** Refuses null. */
        public Step {
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
     * Of the deals of a pipeline as they stood at the end of a day. A deal is counted as far as it ever came, even if it went
     * back; of one that came from another pipeline the stages there don't count.
     *
     * @param deals closed by the caller; those in other pipelines are left out
     * @param zone in which days are counted
     */
    public static Funnel of(Stream<Opportunity> deals, Pipeline pipeline, LocalDate day, ZoneId zone) {
        List<Stage> stages = pipeline.stages().stream().filter(Stage::isOpen).toList();
        int size = stages.size();
        long[] reached = new long[size + 1];
        long[] here = new long[size + 1];
        long[] lost = new long[size + 1];
        deals.forEach(deal -> DealOn.of(deal, day, zone)
                .filter(then -> then.last().pipeline().equals(pipeline.id()))
                .ifPresent(then -> {
                    boolean won = then.kind() == StageKind.WON;
                    int furthest = won ? size : furthest(then, pipeline, stages);
                    for (int i = 0; i <= furthest; i++) {
                        reached[i]++;
                    }
                    if (won) {
                        here[size]++;
                    } else if (then.kind() == StageKind.OPEN) {
                        here[place(then.last().stage(), stages)]++;
                    } else {
                        lost[Math.max(0, lastOpen(then, pipeline, stages))]++;
                    }
                }));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i <= size; i++) {
            String stage = i < size ? stages.get(i).id() : pipeline.wonStage().id();
            steps.add(new Step(stage, reached[i], here[i], lost[i]));
        }
        return new Funnel(steps);
    }

    private static int furthest(DealOn deal, Pipeline pipeline, List<Stage> stages) {
        return deal.visits().stream()
                .filter(visit ->
                        visit.kind() == StageKind.OPEN && visit.pipeline().equals(pipeline.id()))
                .mapToInt(visit -> place(visit.stage(), stages))
                .max()
                .orElse(-1);
    }

    private static int lastOpen(DealOn deal, Pipeline pipeline, List<Stage> stages) {
        int last = -1;
        for (var visit : deal.visits()) {
            if (visit.kind() == StageKind.OPEN && visit.pipeline().equals(pipeline.id())) {
                last = place(visit.stage(), stages);
            }
        }
        return last;
    }

    private static int place(String stage, List<Stage> stages) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).id().equals(stage)) {
                return i;
            }
        }
        throw new IllegalArgumentException("stage must be one of the pipeline's, got " + stage);
    }
}
