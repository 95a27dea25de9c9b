package dev.clientele.b2b.insight.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Probability;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class ForecastPropertyTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final ForecastPeriod YEAR = ForecastPeriod.ofYear(2027);
    private static final List<CurrencyUnit> CURRENCIES = List.of(CurrencyUnit.EUR, CurrencyUnit.USD, CurrencyUnit.JPY);

    /** A deal in short. */
    record Deal(int cents, int currency, int perMille, int day) {
        Money amount() {
            CurrencyUnit unit = CURRENCIES.get(currency);
            return Money.of(unit, BigDecimal.valueOf(cents, unit.getDecimalPlaces()));
        }

        BigDecimal probability() {
            return Probability.check("probability", BigDecimal.valueOf(perMille, 3));
        }

        LocalDate closing() {
            return START.plusDays(day);
        }
    }

    @Provide
    Arbitrary<List<Deal>> deals() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 364))
                .as(Deal::new)
                .list()
                .ofMaxSize(40);
    }

    /** Rates that change every so many days, the yen's only known the other way around. */
    @Provide
    Arbitrary<ExchangeRates> rates() {
        return Arbitraries.integers().between(1, 90).map(step -> {
            ExchangeRates.Builder rates = ExchangeRates.builder().allowInverse();
            for (int day = 0; day < 365; day += step) {
                rates.quote(CurrencyUnit.USD, CurrencyUnit.EUR, START.plusDays(day), new BigDecimal("0.9" + (day % 7)));
                rates.quote(CurrencyUnit.EUR, CurrencyUnit.JPY, START.plusDays(day), new BigDecimal(150 + day % 11));
            }
            return rates.build();
        });
    }

    private static Forecasts forecasts(List<Deal> deals) {
        B2b b2b = B2b.in(Crm.on(MemoryStorage.create())
                .types(B2b.types())
                .build()
                .session(TenantId.of("acme"), Actor.process("test")));
        Pipeline pipeline = b2b.deals().pipelines().add(Pipeline.standard());
        b2b.deals()
                .addAll(deals.stream()
                        .map(deal -> Opportunity.named("Deal")
                                .with(Opportunity.AMOUNT, deal.amount())
                                .with(Opportunity.CLOSE_DATE, deal.closing())
                                .openedIn(pipeline, Instant.EPOCH)
                                .withProbability(deal.probability()))
                        .toList());
        return b2b.insight().forecast();
    }

    @Property(tries = 60)
    void what_the_database_adds_up_is_what_deal_by_deal_adds_up(
            @ForAll("deals") List<Deal> deals, @ForAll("rates") ExchangeRates rates) {
        Forecast<Void> forecast = forecasts(deals).closingIn(YEAR).in(CurrencyUnit.EUR, rates);

        assertThat(forecast.weighted()).isEqualTo(exact(deals, rates, true));
        assertThat(forecast.amount()).isEqualTo(exact(deals, rates, false));
        assertThat(forecast.deals()).isEqualTo(deals.size());
    }

    @Property(tries = 30)
    void months_differ_from_the_year_by_less_than_a_cent_each(
            @ForAll("deals") List<Deal> deals, @ForAll("rates") ExchangeRates rates) {
        Forecasts forecasts = forecasts(deals);

        Money year = forecasts.closingIn(YEAR).in(CurrencyUnit.EUR, rates).weighted();
        Money months =
                forecasts.closingIn(YEAR).monthly().in(CurrencyUnit.EUR, rates).weighted();

        assertThat(year.minus(months).abs()).isLessThanOrEqualTo(Money.parse("EUR 0.12"));
    }

    /** To 60 digits, rounded once: all open deals here are in one category. */
    private static Money exact(List<Deal> deals, ExchangeRates rates, boolean weighted) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Deal deal : deals) {
            BigDecimal rate = rates.rate(deal.amount().getCurrencyUnit(), CurrencyUnit.EUR, deal.closing())
                    .toDecimal(new MathContext(60));
            sum = sum.add(deal.amount()
                    .getAmount()
                    .multiply(weighted ? deal.probability() : BigDecimal.ONE)
                    .multiply(rate));
        }
        // A tie can't be told apart from what 60 digits make of a third; 40 decimal places settle it.
        return Money.of(
                CurrencyUnit.EUR, sum.setScale(40, RoundingMode.HALF_EVEN).setScale(2, RoundingMode.HALF_EVEN));
    }
}
