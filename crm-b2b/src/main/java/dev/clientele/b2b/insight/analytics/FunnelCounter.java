package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.deal.pipeline.StageHistory;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.entity.Field;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The counter of a funnel. Not thread-safe. */
final class FunnelCounter {

    private static final List<Field<Opportunity, ?>> KEYS =
            List.of(Opportunity.KIND, Opportunity.STAGE, Opportunity.FURTHEST_STAGE, Opportunity.CLOSED_FROM);

    private final Pipeline pipeline;
    private final List<String> stages;
    private final long[] reached;
    private final long[] here;
    private final long[] lost;

    FunnelCounter(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.stages =
                pipeline.stages().stream().filter(Stage::isOpen).map(Stage::id).toList();
        this.reached = new long[stages.size() + 1];
        this.here = new long[stages.size() + 1];
        this.lost = new long[stages.size() + 1];
    }

    /** Counts in the database whatever can be counted there. */
    Funnel over(DealsAsOf deals) {
        Criteria inPipeline = Opportunity.PIPELINE.is(pipeline.id());
        Criteria besides = Criteria.never();
        for (Group group : deals.figures(inPipeline, KEYS, Measure.count())) {
            StageKind kind =
                    Objects.requireNonNull(Opportunity.KIND.valueOf(group.keys().get(0)));
            String closedFrom = Opportunity.CLOSED_FROM.valueOf(group.keys().get(3));
            if (kind == StageKind.LOST && closedFrom == null) {
                // Never in an open stage, or stored before that was kept.
                besides = inPipeline.and(Opportunity.KIND.is(kind)).and(Opportunity.CLOSED_FROM.isMissing());
            } else {
                String stage = Objects.requireNonNull(
                        Opportunity.STAGE.valueOf(group.keys().get(1)));
                add(kind, stage, Opportunity.FURTHEST_STAGE.valueOf(group.keys().get(2)), closedFrom, group.count(0));
            }
        }
        deals.forEachOther(besides, this::add);
        return result();
    }

    /** Counts a deal, unless it was in another pipeline then. */
    void add(DealAsOf deal) {
        if (deal.last().pipeline().equals(pipeline.id())) {
            StageHistory history = deal.history();
            add(
                    deal.kind(),
                    deal.last().stage(),
                    history.furthestOpen(pipeline.id()).orElse(null),
                    history.closedFrom().orElse(null),
                    1);
        }
    }

    private void add(StageKind kind, String stage, @Nullable String furthest, @Nullable String closedFrom, long deals) {
        boolean won = kind == StageKind.WON;
        int far = won ? stages.size() : place(furthest);
        for (int i = 0; i <= far; i++) {
            reached[i] += deals;
        }
        switch (kind) {
            case WON -> here[stages.size()] += deals;
            case OPEN -> here[place(stage)] += deals;
            case LOST -> lost[Math.max(0, place(closedFrom))] += deals;
        }
    }

    Funnel result() {
        List<Funnel.FunnelStage> steps = new ArrayList<>();
        for (int i = 0; i <= stages.size(); i++) {
            String stage =
                    i < stages.size() ? stages.get(i) : pipeline.wonStage().id();
            steps.add(new Funnel.FunnelStage(stage, reached[i], here[i], lost[i]));
        }
        return new Funnel(steps);
    }

    private int place(@Nullable String stage) {
        if (stage == null) {
            return -1;
        }
        int place = stages.indexOf(stage);
        if (place < 0) {
            throw new IllegalArgumentException("stage must be one of the pipeline's, got " + stage);
        }
        return place;
    }
}
