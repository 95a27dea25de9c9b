package dev.clientele.b2b.insight.projection;

import dev.clientele.b2b.deal.pipeline.StageKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Of the closed deals that have been in a stage, the share that was won; over all stages for one in which none has been.
 * Doesn't look at time: it tells how many deals are won at all.
 */
public record HistoricalConversion() implements ProjectionMethod {

    @Override
    public String name() {
        return "historical conversion";
    }

    @Override
    public ProjectionModel learn(PipelineHistory known, LocalDate asOf, int days) {
        Map<String, long[]> byStage = new HashMap<>();
        long[] all = new long[2];
        for (DealPath track : known.paths()) {
            DealPath.StageEntry last = track.steps().get(track.steps().size() - 1);
            if (last.kind() != StageKind.OPEN) {
                int won = last.kind() == StageKind.WON ? 1 : 0;
                Set<String> stages = new HashSet<>();
                track.steps().stream()
                        .filter(step -> step.kind() == StageKind.OPEN)
                        .forEach(step -> stages.add(step.stage()));
                stages.forEach(stage -> count(byStage.computeIfAbsent(stage, unused -> new long[2]), won));
                count(all, won);
            }
        }
        if (all[1] == 0) {
            throw new NotEnoughHistoryException("closed deals", 1, 0);
        }
        return standing -> {
            long[] counts = byStage.getOrDefault(standing.stage(), all);
            return (double) counts[0] / counts[1];
        };
    }

    private static void count(long[] counts, int won) {
        counts[0] += won;
        counts[1]++;
    }
}
