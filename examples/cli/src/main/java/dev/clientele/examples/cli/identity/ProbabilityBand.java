package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.MatchDecision;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of like probability.
 *
 * @param from the least probability
 * @param to the probability below which they are; the last band has those of 1 too
 * @param matches how many of them are matches
 * @param review how many are for review
 * @param meanProbability their mean probability; 0 if there are none
 * @param judged how many the truth knows
 * @param trueShare the share of those that are true; 0 if there are none
 */
record ProbabilityBand(
        double from, double to, long matches, long review, double meanProbability, long judged, double trueShare) {

    private static final double[] BOUNDS = {0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99, 0.999, 1};

    /** Such as {@code 5 % to 10 %}. */
    String name() {
        return LinkageCharts.percent(from) + " to " + LinkageCharts.percent(to);
    }

    /** Its lower bound in per cent. */
    String shortName() {
        return LinkageCharts.percent(from).replace(" %", "");
    }

    /** All bands from 0 to 1. */
    static List<ProbabilityBand> of(List<ScoredPair> pairs, @Nullable KnownEntities truth) {
        int bands = BOUNDS.length - 1;
        long[] matches = new long[bands];
        long[] review = new long[bands];
        double[] sums = new double[bands];
        long[] judged = new long[bands];
        long[] same = new long[bands];
        for (ScoredPair pair : pairs) {
            int band = 0;
            while (band < bands - 1 && pair.probability() >= BOUNDS[band + 1]) {
                band++;
            }
            matches[band] += pair.decision() == MatchDecision.MATCH ? 1 : 0;
            review[band] += pair.decision() == MatchDecision.MATCH ? 0 : 1;
            sums[band] += pair.probability();
            Optional<Boolean> known = truth == null ? Optional.empty() : truth.same(pair);
            judged[band] += known.isPresent() ? 1 : 0;
            same[band] += known.orElse(false) ? 1 : 0;
        }
        List<ProbabilityBand> all = new ArrayList<>();
        for (int i = 0; i < bands; i++) {
            all.add(new ProbabilityBand(
                    BOUNDS[i],
                    BOUNDS[i + 1],
                    matches[i],
                    review[i],
                    sums[i] / Math.max(1, matches[i] + review[i]),
                    judged[i],
                    (double) same[i] / Math.max(1, judged[i])));
        }
        return all;
    }
}
