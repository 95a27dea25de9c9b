package dev.clientele.b2c.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records in the shapes of sets that are published, linked with a mapping of columns and nothing else. */
class PublicShapesTest {

    private static LinkageAccuracy link(List<RecordAttribute> attributes, List<LinkageSource> sources, LinkMode mode) {
        return LinkageAccuracy.of(RecordLinker.link(attributes, sources, LinkageSettings.of(mode)), sources);
    }

    @ParameterizedTest
    @EnumSource
    void restaurants_of_two_guides(LinkMode mode) {
        LinkageAccuracy accuracy = link(SyntheticSets.RESTAURANT, new SyntheticSets(1).restaurants(), mode);

        assertThat(accuracy.precision()).isGreaterThan(0.97);
        assertThat(accuracy.recall()).isGreaterThan(0.97);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 1_000, 4_000})
    void people_of_the_past_with_five_records_each(int persons) {
        List<LinkageSource> sources = List.of(new SyntheticSets(2).historical(persons));
        LinkageAccuracy accuracy = link(SyntheticSets.HISTORICAL, sources, LinkMode.DEDUPLICATE);

        assertThat(accuracy.precision()).isGreaterThan(0.95);
        assertThat(accuracy.recall()).isGreaterThan(0.85);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 5_000})
    void people_with_few_e_mail_addresses(int persons) {
        List<LinkageSource> sources = List.of(new SyntheticSets(3).subscribers(persons));
        LinkageAccuracy accuracy = link(SyntheticSets.SUBSCRIBER, sources, LinkMode.DEDUPLICATE);

        assertThat(accuracy.precision()).isGreaterThan(0.95);
        assertThat(accuracy.recall()).isGreaterThan(0.9);
    }

    @Test
    void records_of_which_none_belong_together() {
        List<LinkageSource> sources = new SyntheticSets(4).restaurants();
        List<LinkageSource> one = List.of(sources.get(0));
        LinkageResult result =
                RecordLinker.link(SyntheticSets.RESTAURANT, one, LinkageSettings.of(LinkMode.DEDUPLICATE));

        assertThat(result.pairs(MatchDecision.MATCH)).hasSizeLessThan(3);
    }
}
