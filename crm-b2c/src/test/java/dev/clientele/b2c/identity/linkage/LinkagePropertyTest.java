package dev.clientele.b2c.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Order doesn't matter, reasons sum to the score, learning never goes back. */
class LinkagePropertyTest {
    private static final LinkageSettings SETTINGS = LinkageSettings.of(LinkMode.DEDUPLICATE);

    private static LinkageSource people(int seed) {
        return new SyntheticPeople(seed).withDuplicates("shop", 60, 3);
    }

    @Property(tries = 12)
    void the_order_of_records_and_sources_changes_nothing(
            @ForAll @IntRange(max = 1000) int seed, @ForAll long shuffle) {
        LinkageSource one = people(seed);
        LinkageSource other = new LinkageSource("web", people(seed + 1).records());
        List<LinkageRecord> shuffled = new ArrayList<>(one.records());
        Collections.shuffle(shuffled, new Random(shuffle));
        LinkageResult first = RecordLinker.link(SyntheticPeople.ATTRIBUTES, List.of(one, other), SETTINGS);
        LinkageResult second = RecordLinker.link(
                SyntheticPeople.ATTRIBUTES, List.of(other, new LinkageSource("shop", shuffled)), SETTINGS);

        assertThat(second.pairs()).isEqualTo(first.pairs());
        assertThat(second.clusters()).isEqualTo(first.clusters());
        assertThat(second.model().toData()).isEqualTo(first.model().toData());
    }

    @Property(tries = 8)
    void reasons_sum_to_the_score_and_scores_are_symmetric(@ForAll @IntRange(max = 1000) int seed) {
        LinkageSource source = people(seed);
        LinkageModel model = ModelTrainer.fit(SyntheticPeople.ATTRIBUTES, List.of(source), SETTINGS)
                .model();
        PairScorer scorer = model.scorer();
        List<PreparedRecord> records = source.records().stream()
                .map(record -> model.prepare("shop", record))
                .toList();
        for (int i = 1; i < records.size(); i++) {
            for (PreparedRecord b : List.of(records.get(i - 1), records.get(records.size() - 1 - i))) {
                PreparedRecord a = records.get(i);
                double score = scorer.score(a, b);
                Waterfall waterfall = scorer.explain(a, b);

                assertThat(waterfall.score()).isEqualTo(score);
                assertThat(waterfall.probability()).isBetween(0.0, 1.0);
                assertThat(waterfall.household()).isLessThanOrEqualTo(0);
                assertThat(scorer.score(b, a)).isEqualTo(score);
                assertThat(scorer.scoreAbove(score - 0.5, a, b)).isEqualTo(score);
                assertThat(scorer.scoreAbove(score + 0.5, a, b)).isLessThan(score + 0.5);
            }
        }
    }

    @Property(tries = 8)
    void each_round_of_learning_is_at_least_as_likely_as_the_one_before(@ForAll @IntRange(max = 1000) int seed) {
        TrainedModel trained = ModelTrainer.fit(
                SyntheticPeople.ATTRIBUTES,
                new SyntheticPeople(seed).households(60),
                LinkageSettings.of(LinkMode.LINK));
        List<Double> posteriors = trained.logPosteriors();

        for (int round = 1; round < posteriors.size(); round++) {
            assertThat(posteriors.get(round)).isGreaterThanOrEqualTo(posteriors.get(round - 1) - 1e-6);
        }
    }

    @Property(tries = 8)
    void shares_sum_to_one_and_the_plain_data_give_the_same_scores(@ForAll @IntRange(max = 1000) int seed) {
        LinkageSource source = people(seed);
        LinkageModel model = ModelTrainer.fit(SyntheticPeople.ATTRIBUTES, List.of(source), SETTINGS)
                .model();
        LinkageModel copy = LinkageModel.ofData(model.toData());

        for (AttributeWeights weights : model.weights()) {
            assertThat(weights.m().stream().mapToDouble(m -> m).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
            assertThat(weights.u().stream().mapToDouble(u -> u).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
        }
        assertThat(copy.toData()).isEqualTo(model.toData());
        assertThat(RecordLinker.link(copy, List.of(source), SETTINGS).pairs())
                .isEqualTo(RecordLinker.link(model, List.of(source), SETTINGS).pairs());
    }
}
