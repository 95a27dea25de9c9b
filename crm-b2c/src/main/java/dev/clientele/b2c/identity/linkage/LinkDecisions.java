package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the decisions on pairs agree with the clusters: a pair is a match exactly if both records are in one cluster. One
 * that clustering took apart goes to review; one that belongs together only through a third record is added with its own
 * score.
 */
final class LinkDecisions {
    /** The largest cluster whose pairs are added. */
    private static final int MAX_MEMBERS = 60;

    private final RecordTable table;
    private final PairScorer scorer;
    private final double match;

    LinkDecisions(RecordTable table, PairScorer scorer, double match) {
        this.table = table;
        this.scorer = scorer;
        this.match = match;
    }

    LinkageResult decide(LinkageModel model, List<CandidateLink> links) {
        List<CandidateLink> certain = new ArrayList<>();
        for (CandidateLink link : links) {
            if (link.score() >= match && usable(model, link)) {
                certain.add(link);
            }
        }
        List<List<Integer>> clusters = new ClusterBuilder(table, scorer, match).build(certain);
        int[] clusterOf = new int[table.size()];
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            for (int member : clusters.get(cluster)) {
                clusterOf[member] = cluster;
            }
        }
        List<ScoredPair> pairs = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        for (CandidateLink link : links) {
            boolean together = clusterOf[link.first()] == clusterOf[link.second()];
            if (together && clusters.get(clusterOf[link.first()]).size() > 2) {
                known.add(place(link.first(), link.second()));
            }
            pairs.add(pair(link.first(), link.second(), link.score(), together));
        }
        for (List<Integer> cluster : clusters) {
            addImplied(cluster, known, pairs);
        }
        pairs.sort(null);
        return new LinkageResult(
                model, pairs, clusters.stream().map(this::cluster).toList());
    }

    private void addImplied(List<Integer> cluster, Set<Long> known, List<ScoredPair> pairs) {
        if (cluster.size() < 3 || cluster.size() > MAX_MEMBERS) {
            return;
        }
        for (int i = 0; i < cluster.size(); i++) {
            for (int j = i + 1; j < cluster.size(); j++) {
                int first = cluster.get(i);
                int second = cluster.get(j);
                if (table.admits(first, second) && !known.contains(place(first, second))) {
                    pairs.add(pair(first, second, scorer.score(table.record(first), table.record(second)), true));
                }
            }
        }
    }

    private ScoredPair pair(int first, int second, double score, boolean together) {
        MatchDecision decision = together ? MatchDecision.MATCH : MatchDecision.REVIEW;
        return new ScoredPair(table.record(first).ref(), table.record(second).ref(), score, decision);
    }

    private RecordCluster cluster(List<Integer> members) {
        return new RecordCluster(
                members.stream().map(member -> table.record(member).ref()).toList());
    }

    private boolean usable(LinkageModel model, CandidateLink link) {
        return model.isUsable(table.record(link.first())) && model.isUsable(table.record(link.second()));
    }

    /** A number for each pair; one that hashes well, since members of a cluster often have indexes that are close. */
    private long place(int first, int second) {
        return (long) first * table.size() + second;
    }
}
