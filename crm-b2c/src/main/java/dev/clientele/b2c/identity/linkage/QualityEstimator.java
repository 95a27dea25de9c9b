package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.Fingerprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates precision and recall without truth, from a sample stratified by probability that a person judges (Neyman 1934,
 * On the Two Different Aspects of the Representative Method, JRSS 97(4), 558-625).
 */
public final class QualityEstimator {
    private static final int LEAST_JUDGED = 4;

    private QualityEstimator() {}

    /** Returns about {@code count} pairs to judge, drawn by hash within each band: more where a band is large and unsure. */
    public static List<ScoredPair> sample(List<ScoredPair> pairs, int count) {
        List<QualityStratum> strata = QualityStratum.of(pairs);
        double spread = strata.stream().mapToDouble(QualityStratum::spread).sum();
        List<ScoredPair> sample = new ArrayList<>();
        for (QualityStratum stratum : strata) {
            long share = Math.max(LEAST_JUDGED, Math.round(count * stratum.spread() / spread));
            stratum.pairs().stream()
                    .sorted(Comparator.comparingLong(QualityEstimator::draw).thenComparing(Comparator.naturalOrder()))
                    .limit(share)
                    .forEach(sample::add);
        }
        return sample;
    }

    /** Returns the estimate from labels of pairs that {@link #sample} drew; labels of other pairs don't count. */
    public static QualityEstimate estimate(List<ScoredPair> pairs, List<PairLabel> labels) {
        Map<List<RecordRef>, PairLabel> byPlace = new HashMap<>();
        labels.forEach(label -> byPlace.put(List.of(label.first(), label.second()), label));
        double matches = 0;
        double trueMatches = 0;
        double trueOthers = 0;
        double varianceMatches = 0;
        double varianceOthers = 0;
        int allJudged = 0;
        for (QualityStratum stratum : QualityStratum.of(pairs)) {
            int judged = 0;
            int judgedTrue = 0;
            for (ScoredPair pair : stratum.pairs()) {
                PairLabel label = byPlace.get(List.of(pair.first(), pair.second()));
                judged += label != null ? 1 : 0;
                judgedTrue += label != null && label.same() ? 1 : 0;
            }
            allJudged += judged;
            if (stratum.matches()) {
                matches += stratum.pairs().size();
                trueMatches += stratum.truePairs(judged, judgedTrue);
                varianceMatches += stratum.variance(judged, judgedTrue);
            } else {
                trueOthers += stratum.truePairs(judged, judgedTrue);
                varianceOthers += stratum.variance(judged, judgedTrue);
            }
        }
        double all = trueMatches + trueOthers;
        double recallDeviation = all == 0
                ? 1
                : Math.sqrt(trueOthers * trueOthers * varianceMatches + trueMatches * trueMatches * varianceOthers)
                        / (all * all);
        return new QualityEstimate(
                ShareEstimate.of(
                        matches == 0 ? 1 : trueMatches / matches,
                        matches == 0 ? 1 : Math.sqrt(varianceMatches) / matches),
                ShareEstimate.of(all == 0 ? 1 : trueMatches / all, recallDeviation),
                allJudged);
    }

    private static long draw(ScoredPair pair) {
        return Fingerprint.of(
                Fingerprint.of(pair.first().id()), Fingerprint.of(pair.second().id()));
    }
}
