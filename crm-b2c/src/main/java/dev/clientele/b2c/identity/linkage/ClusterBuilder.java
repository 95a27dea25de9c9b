package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Joins matches to clusters by average linkage (Sokal and Michener 1958, A Statistical Method for Evaluating Systematic
 * Relationships), the surest first: two clusters become one only if the mean score of all pairs between them is a match, so
 * that a chain of lucky pairs can't join records that contradict each other.
 *
 * <p>A single score counts at most {@value #MAX_INFLUENCE} either way, and of a large cluster at most {@value #MAX_MEMBERS}
 * members are asked.
 */
final class ClusterBuilder {
    private static final double MAX_INFLUENCE = 10;
    private static final int MAX_MEMBERS = 12;

    private final RecordTable table;
    private final PairScorer scorer;
    private final double match;
    private final List<List<Integer>> members;

    ClusterBuilder(RecordTable table, PairScorer scorer, double match) {
        this.table = table;
        this.scorer = scorer;
        this.match = match;
        this.members = new ArrayList<>(table.size());
        for (int record = 0; record < table.size(); record++) {
            members.add(List.of(record));
        }
    }

    List<List<Integer>> build(List<CandidateLink> links) {
        for (CandidateLink link : links) {
            List<Integer> one = members.get(link.first());
            List<Integer> other = members.get(link.second());
            if (one != other && belongTogether(one, other)) {
                List<Integer> joined = new ArrayList<>(one);
                joined.addAll(other);
                joined.sort(Comparator.naturalOrder());
                joined.forEach(member -> members.set(member, joined));
            }
        }
        List<List<Integer>> clusters = new ArrayList<>();
        for (int record = 0; record < members.size(); record++) {
            if (members.get(record).get(0) == record) {
                clusters.add(members.get(record));
            }
        }
        return clusters;
    }

    private boolean belongTogether(List<Integer> one, List<Integer> other) {
        double sum = 0;
        int pairs = 0;
        for (int a : one.subList(0, Math.min(MAX_MEMBERS, one.size()))) {
            for (int b : other.subList(0, Math.min(MAX_MEMBERS, other.size()))) {
                if (table.admits(a, b)) {
                    double score = scorer.score(table.record(a), table.record(b));
                    sum += Math.max(-MAX_INFLUENCE, Math.min(MAX_INFLUENCE, score));
                    pairs++;
                } else if (table.mode() == LinkMode.LINK_ONE_TO_ONE) {
                    return false;
                }
            }
        }
        return pairs > 0 && sum / pairs >= Math.min(match, MAX_INFLUENCE);
    }
}
