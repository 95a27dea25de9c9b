package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.insight.forecast.AdjustedForecast;
import dev.clientele.b2b.insight.forecast.Forecast;
import dev.clientele.b2b.insight.forecast.ForecastAdjustment;
import dev.clientele.b2b.insight.forecast.ForecastAdjustments;
import dev.clientele.b2b.insight.forecast.ForecastLine;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.insight.forecast.ForecastSnapshot;
import dev.clientele.b2b.insight.forecast.ForecastSnapshotEntry;
import dev.clientele.b2b.insight.forecast.ForecastSnapshots;
import dev.clientele.b2b.insight.forecast.Quota;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.hierarchy.Hierarchy;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.MissingExchangeRateException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenario 7, dated rates.
 *
 * <p>Mary leads Bo and Cy. Bo's deal of 100,000 euros closes on 31 March, Cy's on 1 April, when another rate comes into force, a
 * third, Mary's own, at the end of the year. The forecast is in dollars. Every total, by category and by manager, is the sum of
 * its leaves; a day without a rate is an error and not a guess; a snapshot stays as it was taken; and what managers think of it
 * stands beside what the numbers said.
 */
@ParameterizedClass
@EnumSource(Store.class)
class DatedRatesScenarioTest extends StoredTest {

    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final ForecastPeriod YEAR = ForecastPeriod.ofYear(2025);
    private static final ExchangeRates RATES = ExchangeRates.builder()
            .quote(CurrencyUnit.EUR, USD, LocalDate.of(2025, 1, 1), "1.04")
            .quote(CurrencyUnit.EUR, USD, LocalDate.of(2025, 4, 1), "1.08")
            .quote(CurrencyUnit.EUR, USD, LocalDate.of(2025, 7, 1), "1.17")
            .build();

    private SalesRep mary;
    private SalesRep bo;
    private SalesRep cy;
    private Opportunity bosDeal;

    DatedRatesScenarioTest(Store store) {
        super(store);
    }

    @BeforeEach
    void three_deals() {
        clock.set("2025-01-15");
        mary = rep("Mary");
        bo = b2b.teams().salesReps().add(SalesRep.named("Bo").with(SalesRep.MANAGER, mary.id()));
        cy = b2b.teams().salesReps().add(SalesRep.named("Cy").with(SalesRep.MANAGER, mary.id()));
        bosDeal = b2b.deals().advance(deal(bo, "2025-03-31"), "Contract");
        b2b.deals().advance(deal(cy, "2025-04-01"), "Propose");
        deal(mary, "2025-12-31");
    }

    private Opportunity deal(SalesRep owner, String closing) {
        return b2b.deals()
                .open(
                        Opportunity.named("Turbines")
                                .with(Opportunity.OWNER, owner.id())
                                .with(Opportunity.AMOUNT, eur("100000"))
                                .with(Opportunity.CLOSE_DATE, LocalDate.parse(closing)),
                        b2b.deals().pipelines().getOrCreate(Pipeline.standard()));
    }

    private Forecast<Id<SalesRep>> forecast() {
        return b2b.insight().forecast().closingIn(YEAR).by(Opportunity.OWNER).in(USD, RATES);
    }

    private Hierarchy<SalesRep> managers() {
        try (Stream<SalesRep> reps = b2b.teams().salesReps().all().stream()) {
            return Hierarchy.of(reps.toList(), SalesRep.MANAGER);
        }
    }

    private static Money sum(List<ForecastLine<Id<SalesRep>>> lines) {
        return lines.stream().map(ForecastLine::amount).reduce(Money.zero(USD), Money::plus);
    }

    @Test
    void a_deal_counts_at_the_rate_of_the_day_on_which_it_closes() {
        assertThat(forecast().forKey(bo.id()).amount()).isEqualTo(usd("104000.00"));
        assertThat(forecast().forKey(cy.id()).amount()).isEqualTo(usd("108000.00"));
        assertThat(forecast().forKey(mary.id()).amount()).isEqualTo(usd("117000.00"));
    }

    @Test
    void a_day_without_a_rate_is_an_error() {
        deal(bo, "2024-12-31");
        ForecastPeriod longer = ForecastPeriod.between(LocalDate.of(2024, 12, 1), LocalDate.of(2026, 1, 1));

        assertThatThrownBy(() -> b2b.insight().forecast().closingIn(longer).in(USD, RATES))
                .isInstanceOfSatisfying(
                        MissingExchangeRateException.class,
                        missing -> assertThat(missing.date()).isEqualTo("2024-12-31"));
        assertThatThrownBy(() -> b2b.insight().forecast().snapshots().take("all", longer, USD, RATES))
                .isInstanceOf(MissingExchangeRateException.class);
        assertThat(b2b.insight().forecast().snapshots().all().all().count()).isZero();
        assertThatThrownBy(() -> b2b.insight().forecast().closingIn(YEAR).in(USD))
                .isInstanceOf(MissingExchangeRateException.class);
    }

    @Test
    void totals_by_category_and_manager_are_the_sums_of_their_leaves() {
        Forecast<Id<SalesRep>> forecast = forecast();
        Map<Id<SalesRep>, Forecast<Id<SalesRep>>> rolledUp = Forecast.rollUp(forecast, managers());

        assertThat(forecast.amount()).isEqualTo(usd("329000.00")).isEqualTo(sum(forecast.lines()));
        assertThat(Arrays.stream(ForecastCategory.values())
                        .map(forecast::amount)
                        .reduce(Money.zero(USD), Money::plus))
                .isEqualTo(forecast.amount());
        assertThat(forecast.amount(ForecastCategory.COMMIT)).isEqualTo(usd("104000.00"));
        assertThat(forecast.bestCase()).isEqualTo(usd("212000.00"));
        assertThat(rolledUp.get(mary.id()).amount()).isEqualTo(forecast.amount());
        assertThat(rolledUp.get(bo.id()).amount()).isEqualTo(usd("104000.00"));
        // 104,000 at 90 %, 108,000 at 50 %, 117,000 at 10 %
        assertThat(rolledUp.get(mary.id()).weighted()).isEqualTo(usd("159300.00"));
    }

    @Test
    void a_snapshot_stays_as_it_was_taken() {
        ForecastSnapshots snapshots = b2b.insight().forecast().snapshots();
        ForecastSnapshot january = snapshots.take("January", YEAR, USD, RATES);
        List<ForecastSnapshotEntry> entries = snapshots.entries(january.id());

        b2b.deals().win(bosDeal.with(Opportunity.AMOUNT, eur("120000")), LocalDate.of(2025, 3, 31));
        ForecastSnapshot march = snapshots.take("March", YEAR, USD, RATES);

        assertThat(snapshots.entries(january.id())).isEqualTo(entries).hasSize(3);
        assertThatThrownBy(() -> snapshots.all().save(january.with(ForecastSnapshot.LABEL, "February")))
                .isInstanceOf(InvalidException.class);
        // 104,000 · 0.9 then, 124,800 for certain now
        var difference = snapshots.difference(january.id(), march.id());
        assertThat(difference.before()).isEqualTo(usd("159300.00"));
        assertThat(difference.after()).isEqualTo(usd("190500.00"));
    }

    @Test
    void an_adjustment_stands_beside_what_the_numbers_said_and_a_quota_beside_both() {
        ForecastAdjustments adjustments = b2b.insight().forecast().adjustments();
        Forecast<Id<SalesRep>> marys = Forecast.rollUp(forecast(), managers()).get(mary.id());
        adjustments.adjust(mary.id(), marys, usd("150000"), "Cy is new");
        b2b.insight().forecast().quotas().replace(Quota.ofRep(mary.id(), YEAR, usd("400000")));

        AdjustedForecast expected = AdjustedForecast.rollUp(forecast(), managers(), adjustments.findLatest(YEAR))
                .get(mary.id());
        assertThat(expected.original()).isEqualTo(usd("159300.00"));
        assertThat(expected.expected()).isEqualTo(usd("150000"));
        ForecastAdjustment made = adjustments.history(mary.id(), YEAR).get(0);
        assertThat(made.original()).isEqualTo(usd("159300.00"));
        assertThatThrownBy(() -> adjustments.save(made.with(ForecastAdjustment.ORIGINAL, usd("1"))))
                .isInstanceOf(InvalidException.class);
        assertThat(b2b.insight().forecast().quotas().findByRep(YEAR)).containsEntry(mary.id(), usd("400000"));
        assertThat(forecast().weighted()).isEqualTo(usd("159300.00"));
    }
}
