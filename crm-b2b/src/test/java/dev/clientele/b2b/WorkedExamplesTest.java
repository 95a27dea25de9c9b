package dev.clientele.b2b;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.deal.pipeline.StageHistory;
import dev.clientele.b2b.deal.stakeholder.BuyingGroup;
import dev.clientele.b2b.deal.stakeholder.EngagementLevel;
import dev.clientele.b2b.deal.stakeholder.Stakeholder;
import dev.clientele.b2b.insight.analytics.SalesVelocity;
import dev.clientele.b2b.insight.forecast.ForecastLine;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.insight.projection.MarkovChain;
import dev.clientele.b2b.insight.winning.DealFeatures;
import dev.clientele.b2b.insight.winning.NaiveBayes;
import dev.clientele.b2b.revenue.contract.RevenueMovements;
import dev.clientele.b2b.revenue.health.HealthAssessment;
import dev.clientele.b2b.revenue.health.HealthWeights;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.Allocation;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.MissingExchangeRateException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Examples worked by hand or published by others: shared/reference/b2b-worked-examples.json. */
class WorkedExamplesTest extends StoredTest {

    private static final String FILE = "reference/b2b-worked-examples.json";
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    /** The rows that there is something to try on. */
    enum Row {
        WEIGHTED_BREVO,
        WEIGHTED_FRESHWORKS,
        FORECAST_FRAPPE_798,
        BGCR,
        MARKOV_ABSORBING,
        TIME_IN_STAGE_REENTRY,
        DATED_FX,
        SPLIT_ROUNDING,
        VELOCITY,
        NAIVE_BAYES_ODOO,
        NRR_GRR,
        NRR_GRR_COHORT_SYNTHETIC,
        HEALTH_WEIGHTED
    }

    WorkedExamplesTest() {
        super(Store.MEMORY);
    }

    @ParameterizedTest
    @EnumSource(Row.class)
    void an_example_comes_out_as_worked(Row row) {
        Object example = Shared.json(FILE).get(row.name().toLowerCase(Locale.ROOT));
        switch (row) {
            case WEIGHTED_BREVO, WEIGHTED_FRESHWORKS -> weighted(map(example));
            case FORECAST_FRAPPE_798 -> months(map(example));
            case BGCR -> coverage(map(example));
            case MARKOV_ABSORBING -> markov(map(example));
            case TIME_IN_STAGE_REENTRY -> timeInStage(map(example));
            case DATED_FX -> datedRates(map(example));
            case SPLIT_ROUNDING -> split(map(example));
            case NAIVE_BAYES_ODOO -> naiveBayes(map(example));
            case NRR_GRR -> retention(map(example));
            case NRR_GRR_COHORT_SYNTHETIC -> cohort(map(example));
            case HEALTH_WEIGHTED -> health(map(example));
            case VELOCITY -> velocity(list(example));
        }
    }

    private void weighted(Map<String, Object> example) {
        Pipeline standard = Pipeline.standard();
        Pipeline pipeline =
                standard.withStage(standard.firstStage().withProbability(new BigDecimal(text(example.get("p")))));
        for (Object amount : list(example.get("amounts"))) {
            b2b.deals()
                    .open(
                            Opportunity.named("Deal")
                                    .with(Opportunity.AMOUNT, eur(text(amount)))
                                    .with(Opportunity.CLOSE_DATE, LocalDate.of(2027, 3, 1)),
                            b2b.deals().pipelines().all().first().orElse(pipeline));
        }

        var forecast =
                b2b.insight().forecast().closingIn(ForecastPeriod.ofYear(2027)).in(EUR);

        assertThat(forecast.amount()).isEqualTo(eur(text(example.get("sum"))));
        assertThat(forecast.weighted()).isEqualTo(eur(text(example.get("weighted"))));
    }

    private void months(Map<String, Object> example) {
        List<String> names = List.of("Jun", "Jul", "Aug");
        for (String month : names) {
            b2b.deals()
                    .open(
                            Opportunity.named(month)
                                    .with(Opportunity.AMOUNT, eur(text(example.get(month))))
                                    .with(Opportunity.CLOSE_DATE, LocalDate.of(2027, 6 + names.indexOf(month), 15)),
                            b2b.deals().pipelines().all().first().orElse(Pipeline.standard()));
        }

        var forecast = b2b.insight()
                .forecast()
                .closingIn(ForecastPeriod.between(Year.of(2027).atMonth(6).atDay(1), LocalDate.of(2027, 9, 1)))
                .monthly()
                .in(EUR);

        assertThat(forecast.lines())
                .extracting(ForecastLine::amount)
                .containsExactlyElementsOf(names.stream()
                        .map(month -> eur(text(example.get(month))))
                        .toList());
    }

    private void coverage(Map<String, Object> example) {
        List<BuyingRole> roles = List.of(
                BuyingRole.DECISION_MAKER,
                BuyingRole.ECONOMIC_BUYER,
                BuyingRole.CHAMPION,
                BuyingRole.TECHNICAL_EVALUATOR,
                BuyingRole.PROCUREMENT);
        assertThat(roles).hasSize(number(example.get("required")).intValue());
        List<Stakeholder> engaged = new ArrayList<>();
        for (int i = 0; i < number(example.get("engaged")).intValue(); i++) {
            engaged.add(Stakeholder.of(Id.of(new UUID(1, 1)), Id.<Contact>of(new UUID(2, i)), roles.get(i))
                    .with(Stakeholder.ENGAGEMENT, EngagementLevel.BRIEF));
        }

        BuyingGroup group = new BuyingGroup(engaged, Set.copyOf(roles), Map.of());

        assertThat(group.roleCoverage()).isCloseTo(number(example.get("ratio")).doubleValue(), within(1e-12));
    }

    private void markov(Map<String, Object> example) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        map(example.get("counts")).forEach((from, row) -> {
            Map<String, Long> moves = new LinkedHashMap<>();
            map(row).forEach((to, count) -> moves.put(to, number(count).longValue()));
            counts.put(from, moves);
        });

        MarkovChain chain = MarkovChain.of(counts, "Won");

        map(example.get("p_win"))
                .forEach((stage, expected) -> assertThat(chain.winProbability(stage))
                        .isCloseTo(number(list(expected).get(1)).doubleValue(), within(1e-12)));
        map(example.get("p_lost"))
                .forEach((stage, expected) -> assertThat(1 - chain.winProbability(stage))
                        .isCloseTo(number(expected).doubleValue(), within(1e-12)));
        map(example.get("expected_moves"))
                .forEach((stage, expected) -> assertThat(chain.expectedMoves(stage))
                        .isCloseTo(number(list(expected).get(1)).doubleValue(), within(1e-12)));
    }

    private void timeInStage(Map<String, Object> example) {
        Pipeline pipeline = Pipeline.of(
                        "worked",
                        "Worked",
                        Stage.open("qualify", "Qualify", "0.1", ForecastCategory.PIPELINE),
                        Stage.open("propose", "Propose", "0.5", ForecastCategory.PIPELINE),
                        Stage.won("won", "Won"),
                        Stage.lost("lost", "Lost"))
                .withId(Id.of(new UUID(3, 3)));
        Opportunity deal = Opportunity.named("Deal");
        Instant at = NOW;
        for (Object event : list(example.get("events"))) {
            at = LocalDate.parse(text(list(event).get(0)))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            Stage stage = pipeline.stage(text(list(event).get(1)));
            if (deal.visits().isEmpty()) {
                deal = deal.openedIn(pipeline, at);
            } else if (stage.isOpen()) {
                deal = deal.movedTo(pipeline, stage, at);
            } else {
                deal = deal.won(pipeline, at, LocalDate.of(2025, 2, 1), null);
            }
        }
        StageHistory history = deal.history();
        Instant end = at;

        map(example.get("cumulative_days"))
                .forEach((stage, days) ->
                        assertThat(history.totalTime(id(stage), end)).isEqualTo(days(days)));
        map(example.get("latest_days"))
                .forEach((stage, days) ->
                        assertThat(history.latestStay(id(stage), end)).isEqualTo(days(days)));
        map(example.get("entries"))
                .forEach((stage, times) -> assertThat(history.entryCount(id(stage)))
                        .isEqualTo(number(times).intValue()));
        assertThat(history.cycleTime(end)).isEqualTo(days(example.get("cycle_days")));
        assertThat(history.backwardMoves())
                .isEqualTo(number(example.get("backward_moves")).intValue());
    }

    private void datedRates(Map<String, Object> example) {
        ExchangeRates.Builder rates = ExchangeRates.builder();
        for (Object rate : list(example.get("rates_EUR_to_USD"))) {
            rates.quote(
                    EUR,
                    CurrencyUnit.USD,
                    LocalDate.parse(text(list(rate).get(0))),
                    text(list(rate).get(1)));
        }
        ExchangeRates table = rates.build();
        map(example.get("deal_100000_EUR")).forEach((closing, expected) -> {
            LocalDate day = LocalDate.parse(closing.substring("close ".length()));
            if (text(expected).startsWith("ERROR")) {
                assertThatThrownBy(() -> table.convert(eur("100000"), CurrencyUnit.USD, day, RoundingMode.HALF_EVEN))
                        .isInstanceOf(MissingExchangeRateException.class);
            } else {
                assertThat(table.convert(eur("100000"), CurrencyUnit.USD, day, RoundingMode.HALF_EVEN))
                        .isEqualTo(usd(text(expected)));
            }
        });
    }

    private void split(Map<String, Object> example) {
        List<BigDecimal> weights = list(example.get("pct")).stream()
                .map(share -> new BigDecimal(text(share)))
                .toList();

        List<Money> amounts = Allocation.byPercent(eur(text(example.get("amount"))), weights);

        assertThat(amounts)
                .containsExactlyElementsOf(list(example.get("amounts")).stream()
                        .map(amount -> eur(text(amount)))
                        .toList());
    }

    private void naiveBayes(Map<String, Object> example) {
        Map<String, Map<String, NaiveBayes.OutcomeCount>> counts = new LinkedHashMap<>();
        map(example.get("freq")).forEach((name, words) -> {
            Map<String, NaiveBayes.OutcomeCount> byWord = new LinkedHashMap<>();
            map(words)
                    .forEach((word, pair) -> byWord.put(
                            word,
                            new NaiveBayes.OutcomeCount(
                                    number(list(pair).get(0)).doubleValue(),
                                    number(list(pair).get(1)).doubleValue())));
            counts.put(name, byWord);
        });
        Map<String, String> lead = new LinkedHashMap<>();
        map(example.get("lead")).forEach((name, word) -> lead.put(name, text(word)));

        double percent = 100 * NaiveBayes.of(counts, "stage", "New").probability(DealFeatures.of(lead));

        double won = number(example.get("score_won")).doubleValue();
        double lost = number(example.get("score_lost")).doubleValue();
        assertThat(percent).isCloseTo(100 * won / (won + lost), within(1e-5));
        assertThat(percent).isCloseTo(number(example.get("probability_pct")).doubleValue(), within(0.005));
    }

    private void retention(Map<String, Object> example) {
        Money start = eur(text(example.get("start")));
        Money expansion = eur(text(example.get("expansion")));
        Money contraction = eur(text(example.get("contraction")));
        Money churn = eur(text(example.get("churn")));
        Money zero = Money.zero(EUR);
        Money end = start.plus(expansion).minus(contraction).minus(churn);

        assertRetention(new RevenueMovements(start, zero, expansion, contraction, churn, end, 3, 2), example);
    }

    private void cohort(Map<String, Object> example) {
        Map<String, Money> before = new LinkedHashMap<>();
        Map<String, Money> after = new LinkedHashMap<>();
        map(example.get("accounts_start_end_mrr")).forEach((account, pair) -> {
            before.put(account, eur(text(list(pair).get(0))));
            after.put(account, eur(text(list(pair).get(1))));
        });

        RevenueMovements movements = RevenueMovements.between(EUR, before, after);

        assertThat(movements.start()).isEqualTo(eur(text(example.get("start"))));
        assertThat(movements.expansion()).isEqualTo(eur(text(example.get("expansion"))));
        assertThat(movements.contraction()).isEqualTo(eur(text(example.get("contraction"))));
        assertThat(movements.churn()).isEqualTo(eur(text(example.get("churn"))));
        assertThat(movements.logoRetention())
                .hasValueCloseTo(number(example.get("logo_retention")).doubleValue(), within(1e-12));
        assertRetention(movements, example);
    }

    private static void assertRetention(RevenueMovements movements, Map<String, Object> example) {
        assertThat(movements.netRetention())
                .hasValueCloseTo(number(example.get("nrr")).doubleValue(), within(1e-12));
        assertThat(movements.grossRetention())
                .hasValueCloseTo(number(example.get("grr")).doubleValue(), within(1e-12));
    }

    private void health(Map<String, Object> example) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, Double> scores = new LinkedHashMap<>();
        map(example.get("w"))
                .forEach((name, weight) -> weights.put(name, number(weight).doubleValue()));
        map(example.get("s"))
                .forEach((name, score) -> scores.put(name, number(score).doubleValue()));

        assertThat(HealthAssessment.of(new HealthWeights(weights), scores).score())
                .hasValueCloseTo(number(example.get("score")).doubleValue(), within(1e-12));
    }

    private void velocity(List<?> examples) {
        for (Object each : examples) {
            Map<String, Object> example = map(each);
            SalesVelocity velocity = new SalesVelocity(
                    number(example.get("n")).longValue(),
                    number(example.get("avg")).doubleValue(),
                    number(example.get("win")).doubleValue(),
                    number(example.get("days")).doubleValue());

            assertThat(velocity.perDay())
                    .isCloseTo(number(example.get("per_day")).doubleValue(), within(5e-5));
        }
    }

    @Test
    void every_row_is_tried() {
        assertThat(Shared.json(FILE).keySet())
                .allSatisfy(row -> assertThat(Row.values())
                        .extracting(known -> known.name().toLowerCase(Locale.ROOT))
                        .contains(row));
    }

    private static String id(String stage) {
        return stage.toLowerCase(Locale.ROOT);
    }

    private static Duration days(Object number) {
        return Duration.ofDays(number(number).longValue());
    }

    private static BigDecimal number(Object json) {
        return new BigDecimal(text(json));
    }

    private static String text(Object json) {
        return json.toString();
    }

    @SuppressWarnings("unchecked") // a JSON object has text keys
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    private static List<?> list(Object json) {
        return (List<?>) json;
    }
}
