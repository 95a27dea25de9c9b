package dev.clientele.examples.benchmarks.memory;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.insight.winning.CalibratedMethod;
import dev.clientele.b2b.insight.winning.LogisticRegression;
import dev.clientele.b2b.insight.winning.TrainingExample;
import dev.clientele.b2b.insight.winning.WinProbabilities;
import dev.clientele.b2b.insight.winning.WinProbabilityMethod;
import dev.clientele.core.CrmSession;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.examples.benchmarks.selling.MarketData;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.threeten.extra.YearQuarter;

/** The library's answers over deals. */
final class SellingAnswers {

    private static final ForecastPeriod YEAR = ForecastPeriod.ofYear(2026);

    private final B2b b2b;
    private final Pipeline pipeline;

    SellingAnswers(CrmSession session) {
        this.b2b = B2b.in(session);
        this.pipeline = b2b.deals().pipelines().findByCode("direct").orElseThrow();
    }

    String answer(MemoryQuestion question) {
        return switch (question) {
            case FORECAST -> forecast();
            case ROLL_UP ->
                String.format(
                        Locale.ROOT,
                        "%,d accounts",
                        b2b.insight()
                                .analytics()
                                .where(Opportunity.KIND.is(StageKind.WON))
                                .rollUpByAccount()
                                .size());
            case TRAINING -> training();
            case INACTIVE ->
                String.format(
                        Locale.ROOT,
                        "%,d deals",
                        b2b.insight().analytics().inactiveDeals(30).deals().size());
            case PURCHASES -> throw new IllegalArgumentException("not of deals: " + question);
        };
    }

    private String forecast() {
        ExchangeRates monthly = MarketData.rates(false);
        var forecasts = b2b.insight().forecast();
        return String.format(
                Locale.ROOT,
                "%,d deals in a quarter, %,d in a year, %s",
                forecasts
                        .closingIn(YearQuarter.of(2026, 1))
                        .by(Opportunity.OWNER)
                        .in(MarketData.EUR, MarketData.rates(true))
                        .deals(),
                forecasts.closingIn(YEAR).monthly().in(MarketData.EUR, monthly).deals(),
                forecasts.closingIn(YEAR).interval(MarketData.EUR, monthly, 0.9));
    }

    private String training() {
        List<TrainingExample> examples = b2b.insight().winProbabilities().trainingExamples(pipeline);
        StringJoiner chances = new StringJoiner(", ");
        for (WinProbabilityMethod method : List.of(
                WinProbabilities.naiveBayes(pipeline),
                LogisticRegression.standard(),
                new CalibratedMethod(WinProbabilities.naiveBayes(pipeline)))) {
            double chance = method.learn(examples).probability(examples.get(0).features());
            chances.add(String.format(Locale.ROOT, "%s %.4f", method.name(), chance));
        }
        return String.format(Locale.ROOT, "%,d examples; %s", examples.size(), chances);
    }
}
