package dev.clientele.examples.benchmarks.linkage;

import dev.clientele.b2c.identity.linkage.LinkageResult;
import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.b2c.identity.linkage.MatchDecision;
import dev.clientele.b2c.identity.linkage.RecordAttribute;
import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Records whose persons are known.
 *
 * @param attributes what is compared
 * @param sources the records
 * @param person the person by a record's id
 */
record LinkedPeople(List<RecordAttribute> attributes, List<LinkageSource> sources, UnaryOperator<String> person) {

    long size() {
        return sources.stream().mapToLong(source -> source.records().size()).sum();
    }

    boolean same(RecordRef one, RecordRef other) {
        return person.apply(one.id()).equals(person.apply(other.id()));
    }

    boolean same(ScoredPair pair) {
        return same(pair.first(), pair.second());
    }

    long truePairs() {
        Map<String, Long> counts = new HashMap<>();
        sources.forEach(source ->
                source.records().forEach(record -> counts.merge(person.apply(record.id()), 1L, Long::sum)));
        return counts.values().stream()
                .mapToLong(count -> count * (count - 1) / 2)
                .sum();
    }

    double f1(LinkageResult result) {
        List<ScoredPair> matches = result.pairs(MatchDecision.MATCH);
        return f1(matches.size(), matches.stream().filter(this::same).count());
    }

    double f1(long matches, long right) {
        return 2.0 * right / (matches + truePairs());
    }
}
