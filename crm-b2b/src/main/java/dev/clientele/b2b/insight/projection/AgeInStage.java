package dev.clientele.b2b.insight.projection;

import dev.clientele.b2b.deal.pipeline.StageKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The Aalen-Johansen method by age in stage: learns the hazard of each next step on each day in a stage, from all stays
 * so far, those that still last counting up to now, and computes from it the probability of winning within a number of
 * days, by any path.
 *
 * <p>On day {@code a} of a stay the hazard of a step to {@code d} is the number of stays that ended so on that day,
 * over the number that lasted at least so long. A deal's chance follows by the product over the days ahead (O. O.
 * Aalen, S. Johansen, <i>An empirical transition matrix for non-homogeneous Markov chains based on censored
 * observations</i>, Scandinavian Journal of Statistics 5 (1978)); a step into another open stage starts that stage's
 * clock anew (a semi-Markov chain). A step on the very day of entry counts as one day in chains of several steps.
 * Beyond the longest stay ever seen nothing happens.
 */
public record AgeInStage() implements ProjectionMethod {

    @Override
    public String name() {
        return "Aalen-Johansen by age in stage";
    }

    @Override
    public ProjectionModel learn(PipelineHistory known, LocalDate asOf, int days) {
        Map<String, StageStays> stays = new HashMap<>();
        long ended = 0;
        for (DealPath track : known.paths()) {
            for (int i = 0; i < track.steps().size(); i++) {
                DealPath.StageEntry step = track.steps().get(i);
                if (step.kind() == StageKind.OPEN) {
                    DealPath.StageEntry next =
                            i + 1 < track.steps().size() ? track.steps().get(i + 1) : null;
                    int length = DealPath.days(step.on(), next == null ? asOf : next.on());
                    stays.computeIfAbsent(step.stage(), unused -> new StageStays())
                            .add(length, next);
                    ended += next == null ? 0 : 1;
                }
            }
        }
        if (ended == 0) {
            throw new NotEnoughHistoryException("stays in stages that have ended", 1, 0);
        }
        return new AgeInStageModel(stays, days);
    }

    /**
     * The probabilities of deals that have just come into each stage, for every number of days; others follow from
     * them.
     */
    private static final class AgeInStageModel implements ProjectionModel {

        private final Map<String, StageHazards> hazards = new HashMap<>();
        private final Map<String, double[]> fresh = new HashMap<>();
        private final int days;

        AgeInStageModel(Map<String, StageStays> stays, int days) {
            this.days = days;
            stays.forEach((stage, seen) -> {
                hazards.put(stage, seen.hazards());
                fresh.put(stage, new double[days + 1]);
            });
            for (int within = 0; within <= days; within++) {
                for (Map.Entry<String, StageHazards> entry : hazards.entrySet()) {
                    Objects.requireNonNull(fresh.get(entry.getKey()))[within] = chance(entry.getValue(), -1, within);
                }
            }
        }

        @Override
        public double probability(OpenDealState standing) {
            StageHazards stage = hazards.get(standing.stage());
            return stage == null ? 0 : chance(stage, standing.daysInStage(), days);
        }

        /**
         * Computes the probability of a deal that has stood {@code age} days without leaving; -1 for one that is about
         * to come in.
         */
        private double chance(StageHazards stage, int age, int within) {
            double chance = 0;
            double staying = 1;
            int first = age < 0 ? 0 : 1;
            for (int ahead = first; ahead <= within && staying > 0; ahead++) {
                int day = Math.max(age, 0) + ahead;
                if (day >= stage.length()) {
                    break;
                }
                chance += staying * stage.toWon(day);
                for (Map.Entry<String, double[]> onward : stage.onward().entrySet()) {
                    double step = onward.getValue()[day];
                    int left = within - Math.max(ahead, 1);
                    if (step > 0 && left >= 0) {
                        chance += staying * step * fresh.getOrDefault(onward.getKey(), new double[days + 1])[left];
                    }
                }
                staying *= 1 - stage.leaving(day);
            }
            return chance;
        }
    }
}
