package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.linkage.PairScorer;
import dev.clientele.b2c.identity.linkage.Waterfall;
import dev.clientele.b2c.identity.record.LinkReason;
import dev.clientele.b2c.identity.record.LinkStep;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The reasons of a match, for both of its records. */
final class MatchReasons {

    private MatchReasons() {}

    static Map<UUID, LinkReason> of(MatchPolicy policy, ScoredLink link) {
        PairScorer scorer = policy.scorer().orElseThrow();
        Waterfall waterfall =
                scorer.explain(link.first().prepared(), link.second().prepared());
        return Map.of(
                link.first().id(), reason(waterfall, link.second().id()),
                link.second().id(), reason(waterfall, link.first().id()));
    }

    static LinkReason reason(Waterfall waterfall, UUID other) {
        List<LinkStep> steps = waterfall.steps().stream()
                .map(step -> new LinkStep(step.attribute().name(), step.level(), step.weight()))
                .toList();
        return new LinkReason(
                other, LinkReason.MATCH, waterfall.prior(), steps, waterfall.household(), waterfall.probability());
    }
}
