package dev.clientele.b2c.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final LinkageSettings SETTINGS = LinkageSettings.of(LinkMode.LINK);

    private final List<LinkageSource> sources = new SyntheticPeople(11).households(400);
    private final LinkageResult result = RecordLinker.link(SyntheticPeople.ATTRIBUTES, sources, SETTINGS);

    private List<PairLabel> labels(int count, boolean same) {
        return LabelSelection.choose(result.pairs(), count).stream()
                .map(pair -> new PairLabel(pair.second(), pair.first(), same))
                .toList();
    }

    @Test
    void the_least_sure_pairs_are_asked_for_and_no_record_twice() {
        List<ScoredPair> asked = LabelSelection.choose(result.pairs(), 10);
        Set<RecordRef> records = new HashSet<>();

        assertThat(asked).hasSize(10);
        assertThat(asked).allMatch(pair -> records.add(pair.first()) && records.add(pair.second()));
        assertThat(Math.abs(asked.get(0).score()))
                .isLessThan(Math.abs(asked.get(9).score()));
    }

    @Test
    void without_labels_the_model_stays_as_it_is() {
        LinkageModel calibrated = ScoreCalibrator.calibrate(result.model(), result.pairs(), List.of());

        assertThat(calibrated.calibration()).isEqualTo(ScoreCalibration.none());
        assertThat(calibrated.version()).isEqualTo(2);
    }

    @Test
    void labels_move_the_scores_towards_what_people_say() {
        LinkageModel lower = ScoreCalibrator.calibrate(result.model(), result.pairs(), labels(20, false));
        LinkageModel higher = ScoreCalibrator.calibrate(result.model(), result.pairs(), labels(20, true));

        assertThat(RecordLinker.link(lower, sources, SETTINGS).pairs(MatchDecision.MATCH))
                .hasSizeLessThan(result.pairs(MatchDecision.MATCH).size());
        assertThat(RecordLinker.link(higher, sources, SETTINGS).pairs(MatchDecision.MATCH))
                .hasSizeGreaterThan(result.pairs(MatchDecision.MATCH).size());
    }

    @Test
    void true_labels_keep_what_was_right() {
        List<PairLabel> labels = LabelSelection.choose(result.pairs(), 30).stream()
                .map(pair -> new PairLabel(pair.first(), pair.second(), SyntheticPeople.same(pair)))
                .toList();
        LinkageModel model = ScoreCalibrator.calibrate(result.model(), result.pairs(), labels);
        List<ScoredPair> matches = RecordLinker.link(model, sources, SETTINGS).pairs(MatchDecision.MATCH);
        long right = matches.stream().filter(SyntheticPeople::same).count();

        assertThat(2.0 * right / (matches.size() + sources.get(1).records().size()))
                .isGreaterThan(0.97);
    }

    @Test
    void precision_and_recall_are_estimated_from_a_judged_sample_with_an_interval() {
        List<ScoredPair> pairs = result.pairs();
        List<PairLabel> judged = QualityEstimator.sample(pairs, 100).stream()
                .map(pair -> new PairLabel(pair.first(), pair.second(), SyntheticPeople.same(pair)))
                .toList();
        QualityEstimate estimate = QualityEstimator.estimate(pairs, judged);
        List<ScoredPair> matches = result.pairs(MatchDecision.MATCH);
        double right = matches.stream().filter(SyntheticPeople::same).count();
        double all = pairs.stream().filter(SyntheticPeople::same).count();

        assertThat(estimate.judged()).isEqualTo(judged.size());
        assertThat(right / matches.size())
                .isBetween(
                        estimate.precision().low() - 0.005, estimate.precision().high() + 0.005);
        assertThat(right / all)
                .isBetween(estimate.recall().low() - 0.005, estimate.recall().high() + 0.005);
    }

    @Test
    void a_sample_that_judges_everything_has_no_interval() {
        List<PairLabel> judged = result.pairs().stream()
                .map(pair -> new PairLabel(pair.first(), pair.second(), SyntheticPeople.same(pair)))
                .toList();
        QualityEstimate estimate = QualityEstimator.estimate(result.pairs(), judged);

        assertThat(estimate.precision().high()).isEqualTo(estimate.precision().low());
    }
}
