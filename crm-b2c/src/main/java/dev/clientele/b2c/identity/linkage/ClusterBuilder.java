package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins matches to clusters, the surest first, by {@link AverageLinkage}. */
final class ClusterBuilder {
    private final RecordTable table;
    private final AverageLinkage linkage;
    private final List<List<Integer>> members;

    ClusterBuilder(RecordTable table, PairScorer scorer, double match) {
        this.table = table;
        this.linkage = new AverageLinkage(scorer, match);
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
        return mayMeet(one, other)
                && linkage.joins(records(one), records(other), (a, b) -> table.admits(one.get(a), other.get(b)));
    }

    /** One to one, no two of a cluster are from one source. */
    private boolean mayMeet(List<Integer> one, List<Integer> other) {
        return table.mode() != LinkMode.LINK_ONE_TO_ONE
                || first(one).stream().allMatch(a -> first(other).stream().allMatch(b -> table.admits(a, b)));
    }

    private List<PreparedRecord> records(List<Integer> members) {
        return first(members).stream().map(table::record).toList();
    }

    private static List<Integer> first(List<Integer> members) {
        return members.subList(0, Math.min(AverageLinkage.MAX_MEMBERS, members.size()));
    }
}
