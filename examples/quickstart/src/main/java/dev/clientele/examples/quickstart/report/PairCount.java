package dev.clientele.examples.quickstart.report;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.examples.quickstart.identity.WebShopFile;
import dev.clientele.examples.quickstart.identity.WebShopRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Pairs of records in a base whose truth is known.
 *
 * @param found pairs of records of one person in the base
 * @param right those of them that are about one consumer
 * @param all pairs of records about one consumer
 */
record PairCount(long found, long right, long all) {

    static PairCount of(CrmSession base, WebShopFile file) {
        Map<String, String> truths = new HashMap<>();
        for (WebShopRecord each : file.records()) {
            truths.put(each.record().require(SourceRecord.SOURCE_KEY), each.truth());
        }
        file.known()
                .forEach(person ->
                        truths.put(SourceRecord.BY_HAND + ":" + person.id(), person.require(Person.SOURCE_KEY)));
        Map<String, List<String>> byPerson = new HashMap<>();
        try (Stream<SourceRecord> records = B2c.in(base).identity().records().all().stream()) {
            records.forEach(record -> {
                String truth = truths.get(record.require(SourceRecord.SOURCE_KEY));
                if (truth != null) {
                    byPerson.computeIfAbsent(record.person().orElseThrow().toString(), first -> new ArrayList<>())
                            .add(truth);
                }
            });
        }
        long found = 0;
        long right = 0;
        for (List<String> of : byPerson.values()) {
            found += pairs(of.size());
            right += pairsOfEqual(of);
        }
        return new PairCount(found, right, pairsOfEqual(truths.values()));
    }

    private static long pairsOfEqual(Collection<String> truths) {
        Map<String, Integer> counts = new HashMap<>();
        truths.forEach(truth -> counts.merge(Objects.requireNonNull(truth), 1, Integer::sum));
        return counts.values().stream().mapToLong(PairCount::pairs).sum();
    }

    private static long pairs(int records) {
        return (long) records * (records - 1) / 2;
    }

    double precision() {
        return (double) right / found;
    }

    double recall() {
        return (double) right / all;
    }
}
