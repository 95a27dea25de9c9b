package dev.clientele.examples.benchmarks.selling;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.insight.analytics.Analytics;
import dev.clientele.b2b.insight.analytics.ClosedDeals;
import dev.clientele.b2b.insight.analytics.DealOutcomes;
import dev.clientele.b2b.insight.analytics.DealTotals;
import dev.clientele.b2b.insight.analytics.Funnel;
import dev.clientele.b2b.insight.forecast.Forecast;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.core.CrmSession;
import dev.clientele.core.hierarchy.RollUp;
import dev.clientele.core.value.ExchangeRates;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.threeten.extra.YearQuarter;

/** The library's answers, through its public API. */
public final class LibraryAnalytics implements SalesAnalytics {

    private final B2b b2b;
    private final Pipeline pipeline;
    private final ExchangeRates monthly = MarketData.rates(false);
    private final ExchangeRates daily = MarketData.rates(true);

    /** Asks through a session. */
    public LibraryAnalytics(CrmSession session) {
        this.b2b = B2b.in(session);
        this.pipeline = b2b.deals().pipelines().findByCode("direct").orElseThrow();
    }

    @Override
    public Object answer(SalesQuestion question) {
        Analytics analytics = b2b.insight().analytics();
        return switch (question) {
            case ACCOUNTS -> won().rollUpByAccount();
            case MANAGERS -> won().rollUpByManager();
            case QUARTER -> quarter(monthly);
            case QUARTER_DAILY -> quarter(daily);
            case YEAR ->
                b2b.insight()
                        .forecast()
                        .closingIn(ForecastPeriod.ofYear(2026))
                        .monthly()
                        .in(MarketData.EUR, monthly);
            case FUNNEL -> analytics.funnel(pipeline, MarketData.TODAY);
            case MONTHS -> analytics.closedByMonth(MarketData.TODAY, MarketData.EUR, monthly);
            case OWNERS -> analytics.outcomesBy(Opportunity.OWNER, MarketData.TODAY);
        };
    }

    private Analytics won() {
        return b2b.insight().analytics().where(Opportunity.KIND.is(StageKind.WON));
    }

    private Forecast<?> quarter(ExchangeRates rates) {
        return b2b.insight()
                .forecast()
                .closingIn(YearQuarter.of(2026, 1))
                .by(Opportunity.OWNER)
                .in(MarketData.EUR, rates);
    }

    @Override
    public SortedMap<String, String> describe(SalesQuestion question, Object answer) {
        SortedMap<String, String> words = new TreeMap<>();
        if (answer instanceof Forecast<?> forecast) {
            forecast.lines()
                    .forEach(line -> words.put(
                            AnswerText.key(line.period().startInclusive(), line.key(), line.category()),
                            AnswerText.of(
                                    line.deals(),
                                    line.amount().getAmount(),
                                    line.weighted().getAmount())));
        } else if (answer instanceof Funnel funnel) {
            funnel.steps()
                    .forEach(step -> words.put(step.stage(), AnswerText.of(step.reached(), step.here(), step.lost())));
        } else if (answer instanceof Map<?, ?> map) {
            map.forEach((key, value) -> put(key, value, words));
        }
        return words;
    }

    private static void put(Object key, Object value, SortedMap<String, String> words) {
        if (value instanceof RollUp<?> rolledUp
                && rolledUp.own() instanceof DealTotals own
                && rolledUp.total() instanceof DealTotals total) {
            for (CurrencyUnit currency : total.amount().currencies()) {
                Money ownAmount = own.amount().amountIn(currency);
                Money amount = total.amount().amountIn(currency);
                words.put(AnswerText.key(key, currency), AnswerText.of(ownAmount.getAmount(), amount.getAmount()));
            }
            if (total.deals() > 0) {
                words.put(AnswerText.key(key), AnswerText.of(own.deals(), total.deals()));
            }
        } else if (value instanceof ClosedDeals figures) {
            words.put(
                    AnswerText.key(key),
                    AnswerText.of(
                            figures.won(),
                            figures.lost(),
                            figures.wonValue().getAmount(),
                            figures.lostValue().getAmount(),
                            AnswerText.mean(figures.meanWonDays().orElse(0)),
                            AnswerText.mean(figures.meanLostDays().orElse(0))));
        } else if (value instanceof DealOutcomes outcomes) {
            words.put(AnswerText.key(key), AnswerText.of(outcomes.open(), outcomes.won(), outcomes.lost()));
        }
    }

    @Override
    public String toString() {
        return "Clientele";
    }
}
