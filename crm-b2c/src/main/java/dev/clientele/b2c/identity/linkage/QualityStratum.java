package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.List;

/** The pairs of one band of probability, matches and others apart. */
final class QualityStratum {
    private static final double[] BOUNDS = {0.2, 0.5, 0.8, 0.99, 0.9999};
    private static final double PRIOR_PAIRS = 1;
    private static final double MATCHES_AT_LEAST = 0.95;
    private static final double MAX_OTHERS = 0.5;

    private final List<ScoredPair> pairs;

    private QualityStratum(List<ScoredPair> pairs) {
        this.pairs = pairs;
    }

    /** The strata that aren't empty. */
    static List<QualityStratum> of(List<ScoredPair> pairs) {
        List<List<ScoredPair>> bands = new ArrayList<>();
        for (int i = 0; i < 2 * (BOUNDS.length + 1); i++) {
            bands.add(new ArrayList<>());
        }
        for (ScoredPair pair : pairs.stream().sorted().toList()) {
            int band = 0;
            while (band < BOUNDS.length && pair.probability() >= BOUNDS[band]) {
                band++;
            }
            bands.get(2 * band + (pair.decision() == MatchDecision.MATCH ? 1 : 0))
                    .add(pair);
        }
        return bands.stream()
                .filter(band -> !band.isEmpty())
                .map(QualityStratum::new)
                .toList();
    }

    List<ScoredPair> pairs() {
        return pairs;
    }

    boolean matches() {
        return pairs.get(0).decision() == MatchDecision.MATCH;
    }

    /**
     * The expected share of true pairs before any is judged: the mean probability, but that of matches is high and that of
     * others isn't, since what decides is the cluster and not the single pair.
     */
    double mean() {
        double mean =
                pairs.stream().mapToDouble(ScoredPair::probability).average().orElse(0);
        return matches() ? Math.max(MATCHES_AT_LEAST, mean) : Math.min(MAX_OTHERS, mean);
    }

    /** The number of pairs times the deviation of one, by which samples are shared out (Neyman 1934). */
    double spread() {
        double mean = mean();
        return pairs.size() * Math.sqrt(mean * (1 - mean) + 0.001);
    }

    /** The expected number of true pairs given what was judged, the expectation counting as one pair. */
    double truePairs(int judged, int judgedTrue) {
        return pairs.size() * (judgedTrue + PRIOR_PAIRS * mean()) / (judged + PRIOR_PAIRS);
    }

    /** The variance of that number; 0 where all pairs were judged. */
    double variance(int judged, int judgedTrue) {
        double share = truePairs(judged, judgedTrue) / pairs.size();
        double unknown = 1 - (double) judged / pairs.size();
        return (double) pairs.size()
                * pairs.size()
                * unknown
                * (share * (1 - share) + 1e-6)
                / (judged + PRIOR_PAIRS + 1);
    }
}
