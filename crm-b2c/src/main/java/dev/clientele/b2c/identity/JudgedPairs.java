package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.MatchDecision;
import dev.clientele.b2c.identity.linkage.PairLabel;
import dev.clientele.b2c.identity.linkage.PairScorer;
import dev.clientele.b2c.identity.linkage.PreparedRecord;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import dev.clientele.b2c.identity.linkage.Thresholds;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.MatchPolicy;
import dev.clientele.b2c.identity.resolution.StatementValues;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Decisions of people that they have not taken back, as judgements of pairs: answers and decisions about persons alike. Of persons with several
 * records it is the pair that a model finds likeliest that counts, once a decision.
 */
final class JudgedPairs {

    /** The latest decisions count. */
    private static final int MAX_DECISIONS = 5_000;

    /** The most records of a side that are looked at. */
    private static final int MAX_RECORDS = 20;

    private final CrmSession session;
    private final List<IdentityDecision> decisions;

    JudgedPairs(CrmSession session) {
        this.session = session;
        this.decisions = session.repository(IdentityDecision.TYPE)
                .query(IdentityDecision.IN_FORCE.isTrue())
                .sortedBy(IdentityDecision.DECIDED_AT, SortDirection.DESCENDING)
                .page(MAX_DECISIONS)
                .items();
    }

    /** Returns the judged pairs that a model can compare, each with whether it is one person; the pairs have its scores. */
    Map<ScoredPair, PairLabel> scoredBy(LinkageModel model) {
        PairScorer scorer = model.scorer();
        Map<ScoredPair, PairLabel> judged = new LinkedHashMap<>();
        for (IdentityDecision decision : decisions) {
            List<PreparedRecord> others = prepared(decision.otherRecords(), model);
            prepared(decision.records(), model).stream()
                    .flatMap(one -> others.stream()
                            .filter(other -> !other.ref().equals(one.ref()))
                            .map(other -> scored(scorer, one, other)))
                    .min(Comparator.naturalOrder())
                    .ifPresent(pair -> judged.putIfAbsent(
                            pair, new PairLabel(pair.first(), pair.second(), decision.kind() == DecisionKind.SAME)));
        }
        return judged;
    }

    private static ScoredPair scored(PairScorer scorer, PreparedRecord one, PreparedRecord other) {
        boolean inOrder = one.ref().compareTo(other.ref()) < 0;
        double score = scorer.score(one, other);
        MatchDecision decision = score >= Thresholds.standard().matchScore() ? MatchDecision.MATCH : MatchDecision.NONE;
        return new ScoredPair(inOrder ? one.ref() : other.ref(), inOrder ? other.ref() : one.ref(), score, decision);
    }

    private List<PreparedRecord> prepared(Set<UUID> ids, LinkageModel model) {
        List<Id<SourceRecord>> some = ids.stream()
                .sorted()
                .limit(MAX_RECORDS)
                .map(Id::<SourceRecord>of)
                .toList();
        List<PreparedRecord> prepared = new ArrayList<>();
        for (SourceRecord record : session.repository(SourceRecord.TYPE).findAll(some)) {
            PreparedRecord ready = model.prepare(
                    record.source(), StatementValues.of(record, model.attributes(), MatchPolicy.IDENTITY));
            if (!record.isSighting() && model.isUsable(ready)) {
                prepared.add(ready);
            }
        }
        return prepared;
    }
}
