package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.LinkReason;
import dev.clientele.b2c.identity.resolution.LinkableRecord;
import dev.clientele.b2c.identity.resolution.MatchPolicy;
import dev.clientele.b2c.identity.resolution.ReviewPair;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Asks people about pairs that the machine doesn't decide; about each pair once. */
final class ReviewQueue {

    private final CrmSession tx;
    private final StoredGraph graph;
    private final MatchPolicy policy;

    ReviewQueue(CrmSession tx, StoredGraph graph, MatchPolicy policy) {
        this.tx = tx;
        this.graph = graph;
        this.policy = policy;
    }

    /** Adds questions about records that are new. */
    void add(Collection<ReviewPair> questions, Set<UUID> seeds) {
        List<MatchReview> asked = new ArrayList<>();
        for (ReviewPair pair : questions) {
            if (seeds.contains(pair.first()) || seeds.contains(pair.second())) {
                LinkableRecord first = record(pair.first());
                LinkableRecord second = record(pair.second());
                LinkReason reason = policy.explain(first, second);
                asked.add(MatchReview.of(Id.of(first.id()), Id.of(second.id()), reason, tx.now()));
            }
        }
        tx.repository(MatchReview.TYPE).getOrAddAll(asked);
    }

    private LinkableRecord record(UUID id) {
        return graph.records(Set.of(id)).iterator().next();
    }
}
