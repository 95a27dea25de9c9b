package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Probability;
import dev.clientele.b2b.deal.pipeline.StageVisit;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.value.ExchangeRates;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.YearQuarter;

/**
 * Scenario 6, what is true of won and of lost deals.
 *
 * <p>A deal that is lost says why, and no longer once it is open again. What is won is certain and what is lost is not, whatever
 * somebody guessed before. A closed deal is worth what it was worth on the day it closed, however rates move on. And a
 * probability that a person has set stays through moves, mass updates and what a model says, until the person clears it.
 */
@ParameterizedClass
@EnumSource(Store.class)
class WonLostScenarioTest extends StoredTest {

    private static final LocalDate FEB = LocalDate.of(2027, 2, 10);
    private static final ForecastPeriod Q1 = ForecastPeriod.of(YearQuarter.of(2027, 1));
    private static final CurrencyUnit USD = CurrencyUnit.USD;

    private Opportunity deal;

    WonLostScenarioTest(Store store) {
        super(store);
    }

    @BeforeEach
    void a_deal() {
        deal = b2b.deals().open(account("Globex"), Pipeline.standard(), "Turbines", eur("100000"));
    }

    private Opportunity stored() {
        return b2b.deals().get(deal.id());
    }

    @Test
    void losing_needs_a_reason() {
        assertThatThrownBy(() -> b2b.deals().lose(deal, " ")).isInstanceOf(InvalidException.class);
        assertThat(stored().isOpen()).isTrue();

        assertThat(b2b.deals().lose(deal, "price", "Hammer & Sons").get(Opportunity.CLOSE_REASON))
                .isEqualTo("price");
        assertThatThrownBy(() -> b2b.deals().save(stored().without(Opportunity.CLOSE_REASON)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("close_reason");
    }

    @Test
    void the_reason_is_gone_after_reopening_and_stays_in_the_history() {
        Opportunity open = b2b.deals().reopen(b2b.deals().lose(deal, "price", "Hammer & Sons"));

        assertThat(stored().get(Opportunity.CLOSE_REASON)).isNull();
        assertThat(stored().get(Opportunity.COMPETITOR)).isNull();
        assertThat(stored().get(Opportunity.CLOSED_AT)).isNull();
        assertThat(stored().visits()).extracting(StageVisit::reason).containsExactly(null, "price", null);
        assertThat(b2b.deals().query(Opportunity.CLOSE_REASON.is("price")).count())
                .isZero();
        assertThatThrownBy(() -> b2b.deals().save(open.with(Opportunity.CLOSE_REASON, "price")))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void won_is_certain_and_lost_is_not_whatever_was_guessed() {
        Opportunity guessed = b2b.deals().setProbability(deal, Probability.parse("0.42"));

        Opportunity won = b2b.deals().win(guessed);
        assertThat(won.probability()).isEqualByComparingTo("1");
        assertThat(won.get(Opportunity.CATEGORY)).isEqualTo(ForecastCategory.CLOSED);
        assertThat(b2b.deals().setProbability(won, Probability.parse("0.3")).probability())
                .isEqualByComparingTo("1");
        assertThatThrownBy(() -> b2b.deals().save(stored().with(Opportunity.PROBABILITY, Probability.NEVER)))
                .isInstanceOf(InvalidException.class);

        Opportunity lost = b2b.deals().lose(b2b.deals().reopen(stored()), "price");
        assertThat(lost.probability()).isZero();
        assertThat(lost.get(Opportunity.CATEGORY)).isEqualTo(ForecastCategory.OMITTED);
    }

    @Test
    void a_closed_deal_keeps_the_rate_of_its_day() {
        b2b.deals().win(deal, FEB);
        ExchangeRates then = ExchangeRates.builder()
                .quote(CurrencyUnit.EUR, USD, LocalDate.of(2027, 1, 1), "1.04")
                .build();
        ExchangeRates today = then.toBuilder()
                .quote(CurrencyUnit.EUR, USD, FEB.plusDays(1), "1.30")
                .build();

        for (ExchangeRates rates : List.of(then, today)) {
            assertThat(b2b.insight().forecast().closingIn(Q1).in(USD, rates).closed())
                    .isEqualTo(usd("104000.00"));
            assertThat(b2b.insight()
                            .analytics()
                            .winLoss(LocalDate.of(2027, 12, 31), USD, rates)
                            .wonValue())
                    .isEqualTo(usd("104000.00"));
        }
    }

    @Test
    void a_probability_set_by_hand_survives_moves_and_mass_updates_until_it_is_cleared() {
        Opportunity other = b2b.deals().open(account("Initech"), Pipeline.standard(), "Printers", eur("1"));
        b2b.deals().setProbability(deal, Probability.parse("0.42"));

        // a move
        b2b.deals().advance(stored(), "Propose");
        b2b.deals().advance(other, "Propose");
        assertThat(stored().probability()).isEqualByComparingTo("0.42");

        // the pipeline's stages become likelier, and all its deals with them
        Pipeline pipeline = b2b.deals().pipelines().get(deal.pipeline());
        pipeline = b2b.deals()
                .pipelines()
                .save(pipeline.withStage(pipeline.stage("Propose").withProbability(Probability.parse("0.6"))));
        assertThat(b2b.deals().pipelines().refreshDeals(pipeline.id())).isEqualTo(1);
        assertThat(stored().probability()).isEqualByComparingTo("0.42");
        assertThat(b2b.deals().get(other.id()).probability()).isEqualByComparingTo("0.6");

        // a model has learned better
        b2b.insight().winProbabilities().updateDeals(pipeline, known -> 0.77);
        assertThat(stored().probability()).isEqualByComparingTo("0.42");
        assertThat(b2b.deals().get(other.id()).probability()).isEqualByComparingTo("0.77");

        // lost, and open again
        b2b.deals().reopen(b2b.deals().lose(stored(), "price"));
        assertThat(stored().probability()).isEqualByComparingTo("0.42");

        // cleared
        b2b.deals().clearProbability(stored());
        assertThat(stored().probability()).isEqualByComparingTo("0.6");
    }
}
