package dev.clientele.b2b.insight.winning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.insight.projection.NotEnoughHistoryException;
import dev.clientele.b2b.insight.winning.WinModelAccuracy.Prediction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WinProbabilityMethodTest {

    private static List<TrainingExample> times(int times, DealFeatures known, boolean won) {
        List<TrainingExample> cases = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            cases.add(known.toExample(won));
        }
        return cases;
    }

    private static DealFeatures source(String source) {
        return DealFeatures.of(Map.of("source", source));
    }

    /** 30 of 40 from the web won, 20 of 60 from fairs. */
    private static List<TrainingExample> history() {
        List<TrainingExample> cases = new ArrayList<>(times(30, source("web"), true));
        cases.addAll(times(10, source("web"), false));
        cases.addAll(times(20, source("fair"), true));
        cases.addAll(times(40, source("fair"), false));
        return cases;
    }

    /** Cases whose log-odds are a straight line in a number and a step for a word. */
    private static List<TrainingExample> simulated(int size, long seed) {
        Random random = new Random(seed);
        List<TrainingExample> cases = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double number = random.nextGaussian();
            boolean web = random.nextBoolean();
            double odds = -0.5 + 1.2 * number + (web ? 0.8 : -0.8);
            DealFeatures known = new DealFeatures(Map.of("source", web ? "web" : "fair"), Map.of("score", number));
            cases.add(known.toExample(random.nextDouble() < 1 / (1 + Math.exp(-odds))));
        }
        return cases;
    }

    private static WinModelAccuracy accuracy(WinProbabilityModel model, List<TrainingExample> cases) {
        return WinModelAccuracy.of(cases.stream()
                .map(each -> new Prediction(model.probability(each.features()), each.won()))
                .toList());
    }

    @Test
    void naive_bayes_puts_counts_together() {
        WinProbabilityModel model = NaiveBayes.method().learn(history());

        // prior 50.1 : 50.1, web 30.1/50.2 against 10.1/50.2
        assertThat(model.probability(source("web"))).isCloseTo(30.1 / 40.2, within(1e-12));
        assertThat(model.probability(source("new"))).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void naive_bayes_counts_a_won_deal_for_every_stage_and_a_lost_one_up_to_where_it_was_lost() {
        List<TrainingExample> cases = new ArrayList<>(times(10, DealFeatures.of(Map.of("stage", "b")), true));
        cases.addAll(times(20, DealFeatures.of(Map.of("stage", "a")), false));
        cases.addAll(times(10, DealFeatures.of(Map.of("stage", "b")), false));

        WinProbabilityModel model =
                NaiveBayes.method("stage", List.of("a", "b")).learn(cases);

        assertThat(model.probability(DealFeatures.of(Map.of("stage", "a")))).isCloseTo(10.1 / 40.2, within(1e-12));
        double won = 10.1 / 40.2;
        double lost = 30.1 / 40.2 * 10.1 / 30.1;
        assertThat(model.probability(DealFeatures.of(Map.of("stage", "b"))))
                .isCloseTo(won / (won + lost), within(1e-12));
    }

    @Test
    void naive_bayes_tells_a_deal_with_a_tag_that_decides_from_one_without() {
        DealFeatures tagged = DealFeatures.of(Map.of("tag urgent", "urgent"));
        DealFeatures bare = DealFeatures.of(Map.of());
        List<TrainingExample> cases = new ArrayList<>(times(40, tagged, true));
        cases.addAll(times(10, tagged, false));
        cases.addAll(times(10, bare, true));
        cases.addAll(times(40, bare, false));
        WinProbabilityModel model = NaiveBayes.method().learn(cases);

        // P(tag | won) = 40.1/50.2, P(tag | lost) = 10.1/50.2, as many won as lost
        assertThat(model.probability(tagged)).isCloseTo(40.1 / 50.2, within(1e-12));
        assertThat(model.probability(bare)).isCloseTo(10.1 / 50.2, within(1e-12));
    }

    @Test
    void naive_bayes_takes_a_blank_cell_for_a_value() {
        List<TrainingExample> cases = new ArrayList<>(history());
        cases.addAll(times(2, DealFeatures.of(Map.of()), true));
        cases.addAll(times(48, DealFeatures.of(Map.of()), false));
        WinProbabilityModel model = NaiveBayes.method().learn(cases);

        assertThat(model.probability(DealFeatures.of(Map.of()))).isCloseTo(2.1 / (2.1 + 48.1), within(2e-3));
        assertThat(model.probability(source("radio")))
                .isCloseTo(52.1 / 150.2, within(1e-12)); // never seen, says nothing
    }

    @Test
    void naive_bayes_counts_a_deal_lost_from_a_retired_stage_for_no_stage() {
        List<TrainingExample> cases = new ArrayList<>(times(10, DealFeatures.of(Map.of("stage", "b")), true));
        cases.addAll(times(20, DealFeatures.of(Map.of("stage", "a")), false));
        cases.addAll(times(10, DealFeatures.of(Map.of("stage", "b")), false));
        WinProbabilityMethod method = NaiveBayes.method("stage", List.of("a", "b"));
        double before = odds(method.learn(cases), "b") / odds(method.learn(cases), "a");
        cases.addAll(times(30, DealFeatures.of(Map.of("stage", "gone")), false));
        WinProbabilityModel model = method.learn(cases);

        assertThat(odds(model, "b") / odds(model, "a")).isCloseTo(before, within(1e-9));
        assertThat(model.probability(DealFeatures.of(Map.of("stage", "gone")))).isCloseTo(10.1 / 70.2, within(1e-12));
    }

    private static double odds(WinProbabilityModel model, String stage) {
        double probability = model.probability(DealFeatures.of(Map.of("stage", stage)));
        return probability / (1 - probability);
    }

    @Test
    void naive_bayes_gives_the_same_bits_whatever_the_order_of_a_deals_words() {
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, String> reversed = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            words.put("name " + i, "word " + i % 7);
            reversed.put("name " + (29 - i), "word " + (29 - i) % 7);
        }
        List<TrainingExample> cases = new ArrayList<>(history());
        cases.addAll(times(7, DealFeatures.of(words), true));
        cases.addAll(times(3, DealFeatures.of(reversed), false));
        WinProbabilityModel model = NaiveBayes.method().learn(cases);

        assertThat(model.probability(DealFeatures.of(words))).isEqualTo(model.probability(DealFeatures.of(reversed)));
    }

    @Test
    void logistic_regression_without_a_ridge_to_speak_of_gives_the_shares() {
        WinProbabilityModel model = new LogisticRegression(1e-9).learn(history());

        assertThat(model.probability(source("web"))).isCloseTo(0.75, within(1e-6));
        assertThat(model.probability(source("fair"))).isCloseTo(1 / 3.0, within(1e-6));
    }

    @Test
    void logistic_regression_finds_the_weights_that_made_the_data() {
        WinProbabilityModel model = LogisticRegression.standard().learn(simulated(20_000, 7));
        double middle = odds(model, "web", 0);

        assertThat(middle).isCloseTo(0.3, within(0.1));
        assertThat(odds(model, "web", 1) - middle).isCloseTo(1.2, within(0.1));
        assertThat(middle - odds(model, "fair", 0)).isCloseTo(1.6, within(0.1));
    }

    private static double odds(WinProbabilityModel model, String source, double number) {
        double p = model.probability(new DealFeatures(Map.of("source", source), Map.of("score", number)));
        return Math.log(p / (1 - p));
    }

    @Test
    void calibration_makes_overconfident_probabilities_come_true() {
        // the same word under six names: naive Bayes counts it six times
        List<TrainingExample> repeated = new ArrayList<>();
        for (TrainingExample each : simulated(4000, 3)) {
            String word = each.features().categories().get("source");
            repeated.add(DealFeatures.of(Map.of("a", word, "b", word, "c", word, "d", word, "e", word, "f", word))
                    .toExample(each.won()));
        }
        List<TrainingExample> train = repeated.subList(0, 2000);
        List<TrainingExample> test = repeated.subList(2000, 4000);

        WinModelAccuracy raw = accuracy(NaiveBayes.method().learn(train), test);
        WinModelAccuracy calibrated = accuracy(new CalibratedMethod(NaiveBayes.method()).learn(train), test);

        assertThat(calibrated.brier()).isLessThan(raw.brier() - 0.01);
        assertThat(calibrated.auc().orElseThrow()).isCloseTo(raw.auc().orElseThrow(), within(1e-9));
        assertThat(calibrated.reliability())
                .allSatisfy(band -> assertThat(band.share()).isCloseTo(band.mean(), within(0.08)));
    }

    @Test
    void a_model_says_more_on_deals_it_has_not_seen_than_chance() {
        WinProbabilityModel model = new CalibratedMethod(LogisticRegression.standard()).learn(simulated(2000, 1));

        WinModelAccuracy accuracy = accuracy(model, simulated(2000, 2));

        assertThat(accuracy.auc().orElseThrow()).isGreaterThan(0.75);
        assertThat(accuracy.brier()).isLessThan(0.21);
    }

    @Test
    void too_little_history_is_an_error_that_says_how_much_is_missing() {
        assertThatThrownBy(() -> LogisticRegression.standard().learn(times(50, source("web"), true)))
                .isInstanceOf(NotEnoughHistoryException.class)
                .hasMessage("not enough history: 10 lost deals are needed, got 0");
        assertThatThrownBy(() -> new CalibratedMethod(NaiveBayes.method()).learn(times(12, source("web"), true)))
                .isInstanceOf(NotEnoughHistoryException.class)
                .hasMessageContaining("13 won deals are needed, got 12");
    }

    @Test
    void accuracy_is_worked_by_hand() {
        WinModelAccuracy accuracy = WinModelAccuracy.of(List.of(
                new Prediction(0.9, true),
                new Prediction(0.6, false),
                new Prediction(0.6, true),
                new Prediction(0.1, false)));

        assertThat(accuracy.brier()).isCloseTo((0.01 + 0.36 + 0.16 + 0.01) / 4, within(1e-12));
        assertThat(accuracy.auc()).hasValueCloseTo(3.5 / 4, within(1e-12));
        assertThat(accuracy.reliability()).hasSize(3);
        assertThat(WinModelAccuracy.of(List.of(new Prediction(1, true))).auc()).isEmpty();
        assertThatThrownBy(() -> WinModelAccuracy.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Prediction(Double.NaN, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
