package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Probability;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.insight.projection.NotEnoughHistoryException;
import dev.clientele.b2b.insight.winning.CalibratedMethod;
import dev.clientele.b2b.insight.winning.LogisticRegression;
import dev.clientele.b2b.insight.winning.TrainingExample;
import dev.clientele.b2b.insight.winning.WinModelAccuracy;
import dev.clientele.b2b.insight.winning.WinModelAccuracy.Prediction;
import dev.clientele.b2b.insight.winning.WinProbabilities;
import dev.clientele.b2b.insight.winning.WinProbabilityMethod;
import dev.clientele.b2b.insight.winning.WinProbabilityModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenario 8, probabilities learned from what became of other deals.
 *
 * <p>Of 6,711 closed deals two in three are learned from and the third is foretold. A probability must mean what it says: of the
 * deals that were given about 60 per cent, about 60 per cent have to have been won. What was learned is then put on every open
 * deal but on those on which a person has put another figure. And where there is too little to learn from, the library says how
 * much is missing instead of guessing.
 */
@ParameterizedClass
@EnumSource(Store.class)
class LearnedProbabilityScenarioTest {

    @RegisterExtension
    static final SalesOnce SALES = new SalesOnce();

    private final Store store;
    private ImportedSales sales;
    private Pipeline pipeline;
    private WinProbabilities learning;

    LearnedProbabilityScenarioTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void imported() {
        sales = SALES.on(store);
        pipeline = sales.pipeline();
        learning = sales.b2b.insight().winProbabilities();
    }

    private static WinModelAccuracy accuracy(WinProbabilityModel model, List<TrainingExample> cases) {
        return WinModelAccuracy.of(cases.stream()
                .map(each -> new Prediction(model.probability(each.features()), each.won()))
                .toList());
    }

    @Test
    void what_is_foretold_comes_true_as_often_as_it_says() {
        List<TrainingExample> train = new ArrayList<>();
        List<TrainingExample> test = new ArrayList<>();
        List<TrainingExample> history = learning.trainingExamples(pipeline);
        for (int i = 0; i < history.size(); i++) {
            (i % 3 == 0 ? test : train).add(history.get(i));
        }
        assertThat(history).hasSize(4238 + 2473);

        for (WinProbabilityMethod method :
                List.of(WinProbabilities.naiveBayes(pipeline), LogisticRegression.standard())) {
            WinModelAccuracy accuracy = accuracy(new CalibratedMethod(method).learn(train), test);

            double share = (double) accuracy.won() / accuracy.cases();
            assertThat(accuracy.brier()).isLessThan(share * (1 - share) + 0.002);
            assertThat(accuracy.auc().orElseThrow()).isBetween(0.45, 0.60); // who sells to whom tells little here
            assertThat(accuracy.reliability())
                    .filteredOn(band -> band.cases() >= 200)
                    .isNotEmpty()
                    .allSatisfy(band -> assertThat(band.share()).isCloseTo(band.mean(), within(0.05)));
        }
    }

    @Test
    void every_open_deal_gets_what_was_learned_but_for_those_set_by_hand() {
        Opportunity byHand = sales.b2b
                .deals()
                .query(Opportunity.STAGE.is("engaging"))
                .first()
                .orElseThrow();
        byHand = sales.b2b.deals().setProbability(byHand, Probability.parse("0.05"));

        WinProbabilityModel model =
                new CalibratedMethod(WinProbabilities.naiveBayes(pipeline)).learn(learning.trainingExamples(pipeline));
        assertThat(learning.updateDeals(pipeline, model)).isEqualTo(2089);
        assertThat(learning.updateDeals(pipeline, model)).isZero();

        Opportunity after = sales.b2b.deals().get(byHand.id());
        assertThat(after.probability()).isEqualByComparingTo("0.05");
        assertThat(after.get(Opportunity.LEARNED_PROBABILITY)).isNotNull();
        assertThat(sales.b2b
                        .deals()
                        .query(Opportunity.KIND.is(StageKind.OPEN).and(Opportunity.LEARNED_PROBABILITY.isMissing()))
                        .count())
                .isZero();
        Opportunity cleared = sales.b2b.deals().clearProbability(after);
        assertThat(cleared.probability()).isEqualByComparingTo(cleared.require(Opportunity.LEARNED_PROBABILITY));
    }

    @Test
    void too_little_history_is_an_error_that_says_how_much_is_missing() {
        List<TrainingExample> history = learning.trainingExamples(pipeline);
        List<TrainingExample> few = new ArrayList<>();
        history.stream().filter(TrainingExample::won).limit(50).forEach(few::add);
        history.stream().filter(each -> !each.won()).limit(7).forEach(few::add);

        assertThatThrownBy(() -> WinProbabilities.naiveBayes(pipeline).learn(few))
                .isInstanceOfSatisfying(NotEnoughHistoryException.class, missing -> {
                    assertThat(missing.subject()).isEqualTo("lost deals");
                    assertThat(missing.needed() - missing.found()).isEqualTo(3);
                });
        assertThatThrownBy(() -> new CalibratedMethod(LogisticRegression.standard()).learn(few))
                .isInstanceOf(NotEnoughHistoryException.class)
                .hasMessageContaining("13 lost deals are needed, got 7");
    }
}
