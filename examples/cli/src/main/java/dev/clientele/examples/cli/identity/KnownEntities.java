package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.LinkMode;
import dev.clientele.b2c.identity.linkage.MatchDecision;
import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The truth: who each record is of.
 *
 * @param entities by record; records that aren't in it are not judged
 */
record KnownEntities(Map<RecordRef, String> entities) {

    /**
     * The agreement of a linkage with the truth.
     *
     * @param precision the share of matches that are true; 1 if there are none
     * @param recall the share of true pairs that are matches; 1 if there are none
     * @param f1 their harmonic mean
     * @param truePairs the true pairs that come into question
     * @param judged the matches whose records the truth knows
     */
    record LinkageAccuracy(double precision, double recall, double f1, long truePairs, long judged) {}

    /** Returns whether two records are of one person; empty if the truth doesn't know one of them. */
    Optional<Boolean> same(ScoredPair pair) {
        String first = entities.get(pair.first());
        String second = entities.get(pair.second());
        return first == null || second == null ? Optional.empty() : Optional.of(first.equals(second));
    }

    LinkageAccuracy accuracy(List<ScoredPair> pairs, LinkMode mode) {
        long judged = 0;
        long right = 0;
        for (ScoredPair pair : pairs) {
            Optional<Boolean> same = pair.decision() == MatchDecision.MATCH ? same(pair) : Optional.empty();
            judged += same.isPresent() ? 1 : 0;
            right += same.orElse(false) ? 1 : 0;
        }
        long known = truePairs(mode);
        return new LinkageAccuracy(
                judged == 0 ? 1 : (double) right / judged,
                known == 0 ? 1 : (double) right / known,
                judged + known == 0 ? 1 : 2.0 * right / (judged + known),
                known,
                judged);
    }

    private long truePairs(LinkMode mode) {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        entities.forEach((ref, entity) ->
                counts.computeIfAbsent(entity, any -> new HashMap<>()).merge(ref.source(), 1L, Long::sum));
        long pairs = 0;
        for (Map<String, Long> bySource : counts.values()) {
            long size = bySource.values().stream().mapToLong(Long::longValue).sum();
            pairs += size * (size - 1) / 2;
            if (mode != LinkMode.DEDUPLICATE) {
                pairs -= bySource.values().stream()
                        .mapToLong(n -> n * (n - 1) / 2)
                        .sum();
            }
        }
        return pairs;
    }
}
