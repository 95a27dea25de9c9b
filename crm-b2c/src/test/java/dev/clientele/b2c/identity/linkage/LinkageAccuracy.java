package dev.clientele.b2c.identity.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Precision and recall of a linkage of records whose ids have the person before a dash. */
record LinkageAccuracy(double precision, double recall) {

    static LinkageAccuracy of(LinkageResult result, List<LinkageSource> sources) {
        Map<String, Long> sizes = new HashMap<>();
        for (LinkageSource source : sources) {
            source.records()
                    .forEach(record -> sizes.merge(
                            SyntheticPeople.person(new RecordRef(source.name(), record.id())), 1L, Long::sum));
        }
        double pairs = sizes.values().stream()
                .mapToDouble(size -> size * (size - 1.0) / 2)
                .sum();
        List<ScoredPair> matches = result.pairs(MatchDecision.MATCH);
        double right = matches.stream().filter(SyntheticPeople::same).count();
        return new LinkageAccuracy(right / matches.size(), right / pairs);
    }
}
