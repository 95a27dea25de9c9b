package dev.clientele.b2c.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** FEBRL 4 (Christen 2008, Febrl: A Freely Available Record Linkage System): 5,000 people and a corrupted copy of each. */
class Febrl4Test {
    private static double f1(LinkageResult result) {
        List<ScoredPair> matches = result.pairs(MatchDecision.MATCH);
        long right = matches.stream()
                .filter(pair -> pair.first()
                        .id()
                        .split("-", -1)[1]
                        .equals(pair.second().id().split("-", -1)[1]))
                .count();
        return 2.0 * right / (matches.size() + 5_000);
    }

    @Test
    void both_files_are_linked_without_labels_from_the_column_mapping_alone() {
        LinkageResult result = RecordLinker.link(
                Febrl4.ATTRIBUTES,
                List.of(Febrl4.source("dataset4a"), Febrl4.source("dataset4b")),
                LinkageSettings.of(LinkMode.LINK));

        assertThat(f1(result)).isGreaterThanOrEqualTo(0.999);
    }

    @Test
    void one_to_one_and_one_heap_of_both_files_reach_it_too() {
        List<LinkageSource> sources = List.of(Febrl4.source("dataset4a"), Febrl4.source("dataset4b"));

        assertThat(f1(RecordLinker.link(Febrl4.ATTRIBUTES, sources, LinkageSettings.of(LinkMode.LINK_ONE_TO_ONE))))
                .isGreaterThanOrEqualTo(0.999);
        assertThat(f1(RecordLinker.link(Febrl4.ATTRIBUTES, sources, LinkageSettings.of(LinkMode.DEDUPLICATE))))
                .isGreaterThanOrEqualTo(0.999);
    }
}
