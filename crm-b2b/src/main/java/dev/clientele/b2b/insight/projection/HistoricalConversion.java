package dev.clientele.b2b.insight.projection;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.clientele.b2b.deal.pipeline.StageKind;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * The method of historical conversion: the share of closed deals that were won, among those that have been in a stage;
 * over all stages for one in which none has been. It ignores time: it estimates how many deals are won at all.
 */
public record HistoricalConversion() implements ProjectionMethod {

    @Override
    public String name() {
        return "historical conversion";
    }

    @Override
    public ProjectionModel learn(PipelineHistory known, LocalDate asOf, int days) {
        Multiset<String> closedByStage = HashMultiset.create();
        Multiset<String> wonByStage = HashMultiset.create();
        long closed = 0;
        long won = 0;
        for (DealPath track : known.paths()) {
            DealPath.StageEntry last = track.steps().get(track.steps().size() - 1);
            if (last.kind() != StageKind.OPEN) {
                Set<String> stages = new HashSet<>();
                track.steps().stream()
                        .filter(step -> step.kind() == StageKind.OPEN)
                        .forEach(step -> stages.add(step.stage()));
                closedByStage.addAll(stages);
                closed++;
                if (last.kind() == StageKind.WON) {
                    wonByStage.addAll(stages);
                    won++;
                }
            }
        }
        if (closed == 0) {
            throw new NotEnoughHistoryException("closed deals", 1, 0);
        }
        double overall = (double) won / closed;
        return standing -> {
            int ofStage = closedByStage.count(standing.stage());
            return ofStage == 0 ? overall : (double) wonByStage.count(standing.stage()) / ofStage;
        };
    }
}
