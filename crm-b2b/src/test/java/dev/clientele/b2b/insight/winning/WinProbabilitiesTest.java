package dev.clientele.b2b.insight.winning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Probability;
import dev.clientele.b2b.insight.projection.NotEnoughHistoryException;
import dev.clientele.core.error.InvalidException;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class WinProbabilitiesTest extends StoredTest {

    private Pipeline pipeline;

    WinProbabilitiesTest(Store store) {
        super(store);
    }

    @BeforeEach
    void storePipeline() {
        pipeline = b2b.deals().pipelines().add(Pipeline.standard());
    }

    private Opportunity open(String source) {
        return b2b.deals().open(Opportunity.named("Deal").with(Opportunity.SOURCE, source), pipeline);
    }

    private void closed(int times, String source, boolean won) {
        for (int i = 0; i < times; i++) {
            Opportunity deal = open(source);
            if (won) {
                b2b.deals().win(deal);
            } else {
                b2b.deals().lose(deal, "price");
            }
        }
    }

    private WinProbabilityModel learned() {
        closed(12, "web", true);
        closed(4, "web", false);
        closed(4, "fair", true);
        closed(12, "fair", false);
        return NaiveBayes.method().learn(b2b.insight().winProbabilities().trainingExamples(pipeline));
    }

    @Test
    void open_deals_get_what_was_learned_from_closed_ones() {
        WinProbabilityModel model = learned();
        Opportunity web = open("web");
        Opportunity fair = open("fair");

        assertThat(b2b.insight().winProbabilities().updateDeals(pipeline, model))
                .isEqualTo(2);

        assertThat(b2b.deals().get(web.id()).probability()).isGreaterThan(Probability.parse("0.7"));
        assertThat(b2b.deals().get(fair.id()).probability()).isLessThan(Probability.parse("0.3"));
        assertThat(b2b.insight().winProbabilities().updateDeals(pipeline, model))
                .isZero();
    }

    @Test
    void a_probability_set_by_hand_survives_until_it_is_cleared() {
        WinProbabilityModel model = learned();
        BigDecimal byHand = Probability.parse("0.42");
        Opportunity deal = b2b.deals().setProbability(open("web"), byHand);

        b2b.insight().winProbabilities().updateDeals(pipeline, model);
        b2b.deals().pipelines().refreshDeals(pipeline.id());
        deal = b2b.deals().get(deal.id());
        assertThat(deal.probability()).isEqualByComparingTo(byHand);
        assertThat(deal.get(Opportunity.LEARNED_PROBABILITY)).isGreaterThan(Probability.parse("0.7"));

        deal = b2b.deals().clearProbability(deal);
        assertThat(deal.probability()).isEqualByComparingTo(deal.require(Opportunity.LEARNED_PROBABILITY));
    }

    @Test
    void what_was_learned_of_a_stage_ends_with_it() {
        WinProbabilityModel model = learned();
        Opportunity deal = open("web");
        b2b.insight().winProbabilities().updateDeals(pipeline, model);

        Opportunity moved = b2b.deals().advance(b2b.deals().get(deal.id()), "propose");

        assertThat(moved.get(Opportunity.LEARNED_PROBABILITY)).isNull();
        assertThat(moved.probability())
                .isEqualByComparingTo(pipeline.stage("propose").probability());
        assertThat(b2b.deals().win(moved).probability()).isEqualByComparingTo("1");
    }

    @Test
    void the_learned_probability_and_the_one_that_counts_stay_in_step() {
        Opportunity deal = open("web");

        assertThatThrownBy(() -> b2b.deals().save(deal.with(Opportunity.LEARNED_PROBABILITY, Probability.parse("0.9"))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("learned");
    }

    @Test
    void too_little_history_is_an_error() {
        closed(3, "web", true);

        assertThatThrownBy(() -> NaiveBayes.method()
                        .learn(b2b.insight().winProbabilities().trainingExamples(pipeline)))
                .isInstanceOf(NotEnoughHistoryException.class)
                .hasMessageContaining("10 won deals are needed, got 3");
    }
}
