package dev.clientele.b2b.insight.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import dev.clientele.core.hierarchy.Hierarchy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Money is conserved: whatever a forecast is split or rolled up by, nothing is lost and nothing counted twice. */
class ForecastTotalsPropertyTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final ForecastPeriod YEAR = ForecastPeriod.ofYear(2027);
    private static final int REPS = 12;

    /** Each one's manager is one before, or nobody. */
    @Provide
    Arbitrary<Hierarchy<SalesRep>> managers() {
        return Arbitraries.integers().between(-1, REPS - 2).list().ofSize(REPS).map(managers -> {
            List<SalesRep> reps = new ArrayList<>();
            for (int i = 0; i < REPS; i++) {
                int manager = managers.get(i);
                reps.add(SalesRep.named("Rep " + i)
                        .withId(rep(i))
                        .with(SalesRep.MANAGER, manager < 0 || manager >= i ? null : rep(manager)));
            }
            return Hierarchy.of(reps, SalesRep.MANAGER);
        });
    }

    @Provide
    Arbitrary<Forecast<Id<SalesRep>>> forecasts() {
        Arbitrary<ForecastLine<Id<SalesRep>>> lines = Combinators.combine(
                        Arbitraries.integers().between(0, REPS - 1),
                        Arbitraries.of(ForecastCategory.class),
                        Arbitraries.of(YEAR.quarters()),
                        Arbitraries.longs().between(-1_000_000, 1_000_000_000),
                        Arbitraries.longs().between(-1_000_000, 1_000_000_000),
                        Arbitraries.longs().between(0, 50))
                .as((owner, category, period, amount, weighted, deals) -> new ForecastLine<>(
                        period,
                        rep(owner),
                        category,
                        deals,
                        deals / 2,
                        Money.ofMinor(EUR, amount),
                        Money.ofMinor(EUR, weighted)));
        return lines.list().ofMaxSize(60).map(all -> new Forecast<>(YEAR, EUR, all));
    }

    private static Id<SalesRep> rep(int number) {
        return Id.of(new UUID(5, number));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(EUR), Money::plus);
    }

    @Property
    void categories_keys_and_periods_each_add_up_to_the_whole(@ForAll("forecasts") Forecast<Id<SalesRep>> forecast) {
        assertThat(sum(Arrays.stream(ForecastCategory.values())
                        .map(forecast::amount)
                        .toList()))
                .isEqualTo(forecast.amount());
        assertThat(sum(forecast.keys().stream()
                        .map(key -> forecast.forKey(key).weighted())
                        .toList()))
                .isEqualTo(forecast.weighted());
        assertThat(sum(forecast.periods().stream()
                        .map(part -> forecast.forPeriod(part).amount())
                        .toList()))
                .isEqualTo(forecast.amount());
        assertThat(forecast.open().plus(forecast.closed())).isEqualTo(forecast.amount());
    }

    @Property
    void managers_on_top_have_the_whole_and_each_manager_the_own_and_those_below(
            @ForAll("forecasts") Forecast<Id<SalesRep>> forecast, @ForAll("managers") Hierarchy<SalesRep> managers) {
        Map<Id<SalesRep>, Forecast<Id<SalesRep>>> rolledUp = Forecast.rollUp(forecast, managers);

        assertThat(sum(managers.roots().stream()
                        .map(top -> rolledUp.get(top.id()).weighted())
                        .toList()))
                .isEqualTo(forecast.weighted());
        for (SalesRep rep : managers.records()) {
            Money below = sum(managers.children(rep.id()).stream()
                    .map(under -> rolledUp.get(under.id()).amount())
                    .toList());
            assertThat(rolledUp.get(rep.id()).amount())
                    .isEqualTo(forecast.forKey(rep.id()).amount().plus(below));
        }
    }

    @Property
    void adjustments_change_what_is_expected_and_never_what_the_numbers_said(
            @ForAll("forecasts") Forecast<Id<SalesRep>> forecast,
            @ForAll("managers") Hierarchy<SalesRep> managers,
            @ForAll("adjusted") Map<Integer, Long> adjusted) {
        Map<Id<SalesRep>, ForecastAdjustment> adjustments = new LinkedHashMap<>();
        adjusted.forEach((rep, cents) -> adjustments.put(
                rep(rep),
                ForecastAdjustment.of(
                        rep(rep), YEAR, 1, forecast.forKey(rep(rep)).weighted(), Money.ofMinor(EUR, cents))));

        Map<Id<SalesRep>, AdjustedForecast> expected = AdjustedForecast.rollUp(forecast, managers, adjustments);
        Map<Id<SalesRep>, AdjustedForecast> untouched = AdjustedForecast.rollUp(forecast, managers, Map.of());

        for (SalesRep rep : managers.records()) {
            AdjustedForecast expectation = expected.get(rep.id());
            assertThat(expectation.original()).isEqualTo(untouched.get(rep.id()).original());
            if (adjustments.containsKey(rep.id())) {
                assertThat(expectation.expected())
                        .isEqualTo(adjustments.get(rep.id()).adjusted());
            } else {
                assertThat(expectation.difference())
                        .isEqualTo(sum(managers.children(rep.id()).stream()
                                .map(under -> expected.get(under.id()).difference())
                                .toList()));
            }
        }
    }

    @Provide
    Arbitrary<Map<Integer, Long>> adjusted() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, REPS - 1),
                        Arbitraries.longs().between(0, 1_000_000_000))
                .ofMaxSize(4);
    }
}
