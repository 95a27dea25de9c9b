package dev.clientele.b2c.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.core.error.InvalidException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class RecordLinkerTest {
    private static final LinkageSettings DEDUPLICATE = LinkageSettings.of(LinkMode.DEDUPLICATE);

    private static LinkageResult deduplicate(LinkageSource source) {
        return RecordLinker.link(SyntheticPeople.ATTRIBUTES, List.of(source), DEDUPLICATE);
    }

    private static double f1(LinkageResult result, long truePairs) {
        List<ScoredPair> matches = result.pairs(MatchDecision.MATCH);
        long found = matches.stream().filter(SyntheticPeople::same).count();
        return 2.0 * found / (matches.size() + truePairs);
    }

    @Test
    void people_recorded_up_to_four_times_are_found_without_labels() {
        LinkageSource source = new SyntheticPeople(1).withDuplicates("shop", 600, 4);

        assertThat(f1(deduplicate(source), truePairs(source))).isGreaterThan(0.97);
    }

    private static long truePairs(LinkageSource source) {
        List<RecordRef> refs = source.records().stream()
                .map(record -> new RecordRef("", record.id()))
                .toList();
        long pairs = 0;
        for (RecordRef one : refs) {
            for (RecordRef other : refs) {
                pairs += one.compareTo(other) < 0 && SyntheticPeople.person(one).equals(SyntheticPeople.person(other))
                        ? 1
                        : 0;
            }
        }
        return pairs;
    }

    @Test
    void namesakes_with_mailboxes_made_of_their_names_are_not_taken_for_one_person() {
        LinkageSource source = new SyntheticPeople(9).withDuplicates("shop", 4_000, 2);

        assertThat(f1(deduplicate(source), truePairs(source))).isGreaterThan(0.98);
    }

    @Test
    void members_of_a_household_are_not_taken_for_one_person() {
        List<LinkageSource> sources = new SyntheticPeople(2).households(600);
        LinkageResult result =
                RecordLinker.link(SyntheticPeople.ATTRIBUTES, sources, LinkageSettings.of(LinkMode.LINK));

        assertThat(f1(result, sources.get(1).records().size())).isGreaterThan(0.97);
        assertThat(result.model().households().prior()).isPositive();
    }

    @Test
    void one_to_one_gives_each_record_at_most_one_partner() {
        LinkageSource one = new SyntheticPeople(3).withDuplicates("one", 300, 2);
        LinkageSource other = new LinkageSource("other", one.records());
        LinkageResult result = RecordLinker.link(
                SyntheticPeople.ATTRIBUTES, List.of(one, other), LinkageSettings.of(LinkMode.LINK_ONE_TO_ONE));

        Set<RecordRef> partnered = new HashSet<>();
        for (ScoredPair pair : result.pairs()) {
            assertThat(partnered.add(pair.first())).isTrue();
            assertThat(partnered.add(pair.second())).isTrue();
        }
        assertThat(result.clusters()).allMatch(cluster -> cluster.records().size() <= 2);
    }

    @Test
    void a_pair_is_a_match_exactly_if_both_records_are_in_one_cluster() {
        LinkageResult result = deduplicate(new SyntheticPeople(4).withDuplicates("shop", 300, 4));
        Set<List<RecordRef>> together = new HashSet<>();
        for (RecordCluster cluster : result.clusters()) {
            for (RecordRef a : cluster.records()) {
                cluster.records().stream().filter(b -> a.compareTo(b) < 0).forEach(b -> together.add(List.of(a, b)));
            }
        }

        assertThat(result.pairs(MatchDecision.MATCH))
                .extracting(pair -> List.of(pair.first(), pair.second()))
                .containsExactlyInAnyOrderElementsOf(together);
    }

    @Test
    void a_record_without_name_and_identifier_is_never_matched() {
        LinkageSource people = new SyntheticPeople(5).withDuplicates("shop", 200, 2);
        List<LinkageRecord> records = new ArrayList<>(people.records());
        for (String id : List.of("x-1", "x-2")) {
            records.add(new LinkageRecord(id, Arrays.asList(null, " ", "1984-03-01", "12 odd lane", "nowhere", "n/a")));
            records.add(new LinkageRecord(id + "empty", Arrays.asList(null, "", "unknown", "-", null, "?")));
        }
        LinkageResult result = deduplicate(new LinkageSource("shop", records));

        assertThat(result.pairs(MatchDecision.MATCH))
                .noneMatch(pair -> pair.first().id().startsWith("x"));
        assertThat(result.clusters()).contains(new RecordCluster(List.of(new RecordRef("shop", "x-1"))));
    }

    @Test
    void a_hostile_record_costs_bounded_time() {
        LinkageSource people = new SyntheticPeople(6).withDuplicates("shop", 200, 2);
        List<LinkageRecord> records = new ArrayList<>(people.records());
        for (int i = 0; i < 400; i++) {
            String name = "ab ".repeat(3_000) + "a".repeat(1_000) + i % 3;
            records.add(new LinkageRecord("x-" + i, Arrays.asList(name, name, name, name, name, name)));
        }

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> deduplicate(new LinkageSource("shop", records)));
    }

    @Test
    void a_fitted_model_links_other_records() {
        LinkageModel model = deduplicate(new SyntheticPeople(7).withDuplicates("shop", 600, 3))
                .model();
        LinkageSource fresh = new SyntheticPeople(8).withDuplicates("shop", 50, 2);

        assertThat(f1(RecordLinker.link(model, List.of(fresh), DEDUPLICATE), truePairs(fresh)))
                .isGreaterThan(0.9);
    }

    @Test
    void too_few_records_and_equal_ids_are_refused() {
        LinkageRecord record = new LinkageRecord("1", List.of("ana"));
        List<RecordAttribute> name = List.of(RecordAttribute.of(AttributeKind.NAME));

        assertThatThrownBy(() -> RecordLinker.link(name, List.of(new LinkageSource("s", List.of(record))), DEDUPLICATE))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("two records");
        assertThatThrownBy(() ->
                        RecordLinker.link(name, List.of(new LinkageSource("s", List.of(record, record))), DEDUPLICATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different ids");
        assertThatThrownBy(() -> RecordLinker.link(
                        SyntheticPeople.ATTRIBUTES, List.of(new LinkageSource("s", List.of(record))), DEDUPLICATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 values");
    }
}
