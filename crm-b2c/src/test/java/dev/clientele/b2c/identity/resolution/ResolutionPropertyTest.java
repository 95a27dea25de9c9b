package dev.clientele.b2c.identity.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.record.SourceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the order in which records arrive, change and go, the persons are those that all records at once give. */
class ResolutionPropertyTest {

    @Property(tries = 500)
    void one_record_after_the_other_gives_the_persons_of_all_at_once(@ForAll("cases") RandomRecords random) {
        MatchPolicy policy = random.policy();
        Collection<SourceRecord> records = distinct(random.records(30));
        List<HandDecision> decisions = random.decisions(List.copyOf(records));
        List<SourceRecord> arriving = shuffled(records, random);
        IdentityIndex index = new IdentityIndex(policy);

        int half = arriving.size() / 2;
        arriving.subList(0, half).forEach(index::add);
        decisions.forEach(index::decide);
        arriving.subList(half, arriving.size()).forEach(index::add);

        assertThat(persons(index))
                .isEqualTo(PlainGraph.of(records, decisions, policy).persons(policy));
    }

    @Property(tries = 300)
    void records_in_batches_give_the_same_persons(@ForAll("cases") RandomRecords random) {
        MatchPolicy policy = random.policy();
        Collection<SourceRecord> records = distinct(random.records(30));
        List<SourceRecord> arriving = shuffled(records, random);
        IdentityIndex index = new IdentityIndex(policy);

        for (int start = 0; start < arriving.size(); ) {
            int end = Math.min(arriving.size(), start + 1 + random.random().nextInt(8));
            index.addAll(arriving.subList(start, end));
            start = end;
        }

        assertThat(persons(index))
                .isEqualTo(PlainGraph.of(records, List.of(), policy).persons(policy));
    }

    @Property(tries = 500)
    void records_that_change_or_go_leave_the_persons_of_those_that_are_there(@ForAll("cases") RandomRecords random) {
        MatchPolicy policy = random.policy();
        IdentityIndex index = new IdentityIndex(policy);
        Map<RecordRef, SourceRecord> there = new LinkedHashMap<>();
        List<HandDecision> decided = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            SourceRecord record = random.record(random.random().nextInt(15));
            RecordRef ref = RandomRecords.ref(record);
            switch (random.random().nextInt(8)) {
                case 0 -> assertThat(index.remove(ref)).isEqualTo(there.remove(ref) != null);
                case 1 ->
                    random.decisions(List.of(record, random.record(1), random.record(2))).stream()
                            .filter(decision -> !decided.contains(decision))
                            .forEach(decision -> {
                                decided.add(decision);
                                index.decide(decision);
                            });
                case 2 ->
                    decided.stream().findFirst().ifPresent(decision -> {
                        decided.remove(decision);
                        index.withdraw(decision);
                    });
                default -> {
                    SourceRecord before = there.get(ref);
                    if (before == null
                            || record.statement()
                                    .saidAt()
                                    .isAfter(before.statement().saidAt())) {
                        there.put(ref, record);
                        index.add(record);
                    }
                }
            }
            assertThat(persons(index))
                    .isEqualTo(PlainGraph.of(there.values(), decided, policy).persons(policy));
        }
        assertThat(index.size()).isEqualTo(there.size());
    }

    private static Set<Set<UUID>> persons(IdentityIndex index) {
        return index.persons().stream()
                .map(refs -> refs.stream().map(IdentityIndex::idOf).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    /** The records, each once. */
    private static Collection<SourceRecord> distinct(List<SourceRecord> records) {
        Map<RecordRef, SourceRecord> distinct = new LinkedHashMap<>();
        records.forEach(record -> distinct.putIfAbsent(RandomRecords.ref(record), record));
        return distinct.values();
    }

    private static List<SourceRecord> shuffled(Collection<SourceRecord> records, RandomRecords random) {
        List<SourceRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random.random());
        return shuffled;
    }

    @Provide
    Arbitrary<RandomRecords> cases() {
        return Arbitraries.longs().map(seed -> new RandomRecords(new Random(seed)));
    }
}
