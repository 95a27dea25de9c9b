package dev.clientele.examples.benchmarks.selling;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.analytics.Analytics;
import dev.clientele.b2b.analytics.ClosedDeals;
import dev.clientele.b2b.analytics.Funnel;
import dev.clientele.b2b.analytics.Outcomes;
import dev.clientele.b2b.analytics.Worth;
import dev.clientele.b2b.forecast.Forecast;
import dev.clientele.b2b.forecast.ForecastPeriod;
import dev.clientele.b2b.forecast.YearQuarter;
import dev.clientele.b2b.hierarchy.RolledUp;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.Pipeline;
import dev.clientele.b2b.pipeline.StageKind;
import dev.clientele.core.CrmSession;
import dev.clientele.core.value.ExchangeRates;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The library's answers, through its public API. */
public final class LibraryFigures implements SalesFigures {

    private final B2b b2b;
    private final Pipeline pipeline;
    private final ExchangeRates monthly = Market.rates(false);
    private final ExchangeRates daily = Market.rates(true);

    /** Asks through a session. */
    public LibraryFigures(CrmSession session) {
        this.b2b = B2b.in(session);
        this.pipeline = b2b.pipelines().findByCode("direct").orElseThrow();
    }

    @Override
    public Object ask(Question question) {
        Analytics analytics = b2b.analytics();
        return switch (question) {
            case ACCOUNTS -> won().rollUpByAccount();
            case MANAGERS -> won().rollUpByManager();
            case QUARTER -> quarter(monthly);
            case QUARTER_DAILY -> quarter(daily);
            case YEAR ->
                b2b.forecast().closingIn(ForecastPeriod.ofYear(2026)).monthly().in(Market.EUR, monthly);
            case FUNNEL -> analytics.funnel(pipeline, Market.TODAY);
            case MONTHS -> analytics.closedByMonth(Market.TODAY, Market.EUR, monthly);
            case OWNERS -> analytics.outcomesBy(Opportunity.OWNER, Market.TODAY);
        };
    }

    private Analytics won() {
        return b2b.analytics().where(Opportunity.KIND.is(StageKind.WON));
    }

    private Forecast<?> quarter(ExchangeRates rates) {
        return b2b.forecast()
                .closingIn(YearQuarter.of(2026, 1))
                .by(Opportunity.OWNER)
                .in(Market.EUR, rates);
    }

    @Override
    public SortedMap<String, String> words(Question question, Object answer) {
        SortedMap<String, String> words = new TreeMap<>();
        if (answer instanceof Forecast<?> forecast) {
            forecast.lines()
                    .forEach(line -> words.put(
                            Words.key(line.period().startInclusive(), line.key(), line.category()),
                            Words.of(
                                    line.deals(),
                                    line.amount().getAmount(),
                                    line.weighted().getAmount())));
        } else if (answer instanceof Funnel funnel) {
            funnel.steps().forEach(step -> words.put(step.stage(), Words.of(step.reached(), step.here(), step.lost())));
        } else if (answer instanceof Map<?, ?> map) {
            map.forEach((key, value) -> put(key, value, words));
        }
        return words;
    }

    private static void put(Object key, Object value, SortedMap<String, String> words) {
        if (value instanceof RolledUp<?> rolledUp
                && rolledUp.own() instanceof Worth own
                && rolledUp.total() instanceof Worth total) {
            for (CurrencyUnit currency : total.amount().currencies()) {
                Money ownAmount = own.amount().in(currency);
                Money amount = total.amount().in(currency);
                words.put(Words.key(key, currency), Words.of(ownAmount.getAmount(), amount.getAmount()));
            }
            if (total.deals() > 0) {
                words.put(Words.key(key), Words.of(own.deals(), total.deals()));
            }
        } else if (value instanceof ClosedDeals figures) {
            words.put(
                    Words.key(key),
                    Words.of(
                            figures.won(),
                            figures.lost(),
                            figures.wonValue().getAmount(),
                            figures.lostValue().getAmount(),
                            Words.mean(figures.meanWonDays().orElse(0)),
                            Words.mean(figures.meanLostDays().orElse(0))));
        } else if (value instanceof Outcomes outcomes) {
            words.put(Words.key(key), Words.of(outcomes.open(), outcomes.won(), outcomes.lost()));
        }
    }

    @Override
    public String toString() {
        return "Clientele";
    }
}
