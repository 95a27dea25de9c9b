package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.MatchDecision;
import dev.clientele.b2c.identity.linkage.PairLabel;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import java.util.Map;

/**
 * Two models by what people decided. Decisions are mostly about pairs that are hard to tell, and a model may have been corrected by
 * them: the figures rank models, they don't say how good one is on all pairs.
 *
 * @param judged the pairs that people decided on, and both models can compare
 * @param right on how many of them the first model, at even odds, is of the same mind
 * @param otherRight on how many the other is
 * @param logLoss the mean of the negative logarithm of the probability that the first gave to what people decided; less is better, and
 *     0 if there are no pairs
 * @param otherLogLoss the same of the other
 */
public record ModelComparison(int judged, int right, int otherRight, double logLoss, double otherLogLoss) {

    private static final double LEAST_PROBABILITY = 1e-9;

    static ModelComparison of(JudgedPairs pairs, LinkageModel model, LinkageModel other) {
        Map<ScoredPair, PairLabel> first = pairs.scoredBy(model);
        Map<ScoredPair, PairLabel> second = pairs.scoredBy(other);
        return new ModelComparison(
                Math.min(first.size(), second.size()), right(first), right(second), logLoss(first), logLoss(second));
    }

    private static int right(Map<ScoredPair, PairLabel> judged) {
        return (int) judged.entrySet().stream()
                .filter(each -> each.getValue().same() == (each.getKey().decision() == MatchDecision.MATCH))
                .count();
    }

    private static double logLoss(Map<ScoredPair, PairLabel> judged) {
        return judged.entrySet().stream()
                .mapToDouble(each -> {
                    double probability = each.getKey().probability();
                    double given = each.getValue().same() ? probability : 1 - probability;
                    return -Math.log(Math.max(LEAST_PROBABILITY, given));
                })
                .average()
                .orElse(0);
    }
}
