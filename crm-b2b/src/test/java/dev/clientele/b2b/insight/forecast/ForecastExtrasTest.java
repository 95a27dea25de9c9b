package dev.clientele.b2b.insight.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Probability;
import dev.clientele.b2b.insight.forecast.SnapshotDifference.SnapshotChangeCause;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.hierarchy.Hierarchy;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.MissingExchangeRateException;
import dev.clientele.core.value.ValueInterval;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.YearQuarter;

/** Quotas, adjustments, roll-up, snapshots and intervals. */
@ParameterizedClass
@EnumSource(Store.class)
class ForecastExtrasTest extends StoredTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final ForecastPeriod Q1 = ForecastPeriod.of(YearQuarter.of(2027, 1));
    private static final LocalDate FEB = LocalDate.of(2027, 2, 10);

    private Pipeline pipeline;

    ForecastExtrasTest(Store store) {
        super(store);
    }

    @BeforeEach
    void storePipeline() {
        pipeline = b2b.deals().pipelines().add(Pipeline.standard());
    }

    private Opportunity deal(SalesRep owner, Money amount, String probability) {
        return b2b.deals()
                .add(Opportunity.named("Deal")
                        .with(Opportunity.OWNER, owner.id())
                        .with(Opportunity.AMOUNT, amount)
                        .with(Opportunity.CLOSE_DATE, FEB)
                        .openedIn(pipeline, NOW)
                        .withProbability(Probability.parse(probability)));
    }

    private SalesRep rep(String name, SalesRep manager) {
        return b2b.teams().salesReps().add(SalesRep.named(name).with(SalesRep.MANAGER, manager.id()));
    }

    private Hierarchy<SalesRep> managers() {
        try (var reps = b2b.teams().salesReps().all().stream()) {
            return Hierarchy.of(reps.toList(), SalesRep.MANAGER);
        }
    }

    private Forecast<Id<SalesRep>> byOwner() {
        return b2b.insight().forecast().closingIn(Q1).by(Opportunity.OWNER).in(EUR);
    }

    @Test
    void a_quota_is_set_once_for_each_holder_and_period() {
        SalesRep mary = rep("Mary");
        Territory north = b2b.teams().territories().add(Territory.of("N", "North"));
        Quotas quotas = b2b.insight().forecast().quotas();

        quotas.replace(Quota.ofRep(mary.id(), Q1, eur("100")));
        quotas.replace(Quota.ofRep(mary.id(), Q1, eur("200")));
        quotas.replace(Quota.ofTerritory(north.id(), Q1, eur("300")));
        quotas.replace(Quota.ofCompany(Q1, eur("900")));

        assertThat(quotas.findByRep(Q1)).containsOnly(Map.entry(mary.id(), eur("200")));
        assertThat(quotas.findOverall(Q1)).contains(eur("900"));
        assertThat(quotas.all().count()).isEqualTo(3);
        assertThatThrownBy(() -> quotas.add(Quota.ofCompany(Q1, eur("1")).with(Quota.SALES_REP, mary.id())))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("holder");
    }

    @Test
    void attainment_says_what_is_missing_and_how_far_it_is_covered() {
        SalesRep mary = rep("Mary");
        b2b.deals().win(deal(mary, eur("40"), "0.5"), FEB);
        deal(mary, eur("120"), "0.5");

        QuotaAttainment attainment = QuotaAttainment.of(eur("100"), byOwner());

        assertThat(attainment.gap()).isEqualTo(eur("60"));
        assertThat(attainment.attainedShare()).hasValueCloseTo(0.4, within(1e-12));
        assertThat(attainment.coverage()).hasValueCloseTo(2.0, within(1e-12));
        assertThat(QuotaAttainment.of(eur("40"), byOwner()).coverage()).isEqualTo(OptionalDouble.empty());
        assertThatThrownBy(() -> QuotaAttainment.of(usd("100"), byOwner()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("USD");
    }

    @Test
    void a_managers_forecast_is_that_of_the_team_and_her_own() {
        SalesRep mary = rep("Mary");
        SalesRep bob = rep("Bob", mary);
        SalesRep cy = rep("Cy", bob);
        deal(mary, eur("10"), "1");
        deal(bob, eur("20"), "1");
        deal(cy, eur("40"), "1");

        Map<Id<SalesRep>, Forecast<Id<SalesRep>>> rolled = Forecast.rollUp(byOwner(), managers());

        assertThat(rolled.get(cy.id()).amount()).isEqualTo(eur("40"));
        assertThat(rolled.get(bob.id()).amount()).isEqualTo(eur("60"));
        assertThat(rolled.get(mary.id()).amount()).isEqualTo(byOwner().amount());
    }

    @Test
    void an_adjustment_keeps_what_the_numbers_said_and_goes_up_the_line() {
        SalesRep mary = rep("Mary");
        SalesRep bob = rep("Bob", mary);
        SalesRep cy = rep("Cy", bob);
        deal(mary, eur("10"), "0.5");
        deal(bob, eur("20"), "0.5");
        deal(cy, eur("40"), "0.5");
        ForecastAdjustments adjustments = b2b.insight().forecast().adjustments();
        Forecast<Id<SalesRep>> bobs = Forecast.rollUp(byOwner(), managers()).get(bob.id());

        adjustments.adjust(bob.id(), bobs, eur("25"), "cautious");
        adjustments.adjust(bob.id(), bobs, eur("22"), "more cautious");
        Map<Id<SalesRep>, AdjustedForecast> expected =
                AdjustedForecast.rollUp(byOwner(), managers(), adjustments.findLatest(Q1));

        assertThat(expected.get(bob.id()).original()).isEqualTo(eur("30"));
        assertThat(expected.get(bob.id()).expected()).isEqualTo(eur("22"));
        assertThat(expected.get(mary.id()).original()).isEqualTo(eur("35"));
        assertThat(expected.get(mary.id()).expected()).isEqualTo(eur("27"));
        assertThat(expected.get(mary.id()).difference()).isEqualTo(eur("-8"));
        assertThat(adjustments.history(bob.id(), Q1))
                .extracting(ForecastAdjustment::original, ForecastAdjustment::adjusted)
                .containsExactly(tuple(eur("30"), eur("25")), tuple(eur("30"), eur("22")));
        ForecastAdjustment made = adjustments.history(bob.id(), Q1).get(0);
        assertThatThrownBy(() -> adjustments.save(made.with(ForecastAdjustment.REASON, "else")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("never changed");
    }

    @Test
    void a_snapshot_stays_as_it_was_while_deals_move_on() {
        SalesRep mary = rep("Mary");
        Opportunity grows = deal(mary, eur("100"), "0.5");
        Opportunity wins = deal(mary, eur("200"), "0.5");
        Opportunity loses = deal(mary, eur("400"), "0.5");
        ForecastSnapshots snapshots = b2b.insight().forecast().snapshots();
        ForecastSnapshot before = snapshots.take("monday", Q1, EUR, ExchangeRates.none());

        b2b.deals().save(grows.with(Opportunity.AMOUNT, eur("160")));
        b2b.deals().win(wins, FEB);
        b2b.deals().lose(loses, "price");
        deal(mary, eur("10"), "0.1");
        ForecastSnapshot after = snapshots.take("friday", Q1, EUR, ExchangeRates.none());
        SnapshotDifference difference = snapshots.difference(before.id(), after.id());

        assertThat(difference.before()).isEqualTo(eur("350"));
        assertThat(difference.after()).isEqualTo(eur("281"));
        assertThat(difference.effect(SnapshotChangeCause.AMOUNT)).isEqualTo(eur("30"));
        assertThat(difference.effect(SnapshotChangeCause.WON)).isEqualTo(eur("100"));
        assertThat(difference.effect(SnapshotChangeCause.REMOVED)).isEqualTo(eur("-200"));
        assertThat(difference.effect(SnapshotChangeCause.ADDED)).isEqualTo(eur("1"));
        assertThat(snapshots.entries(before.id())).hasSize(3);
        assertThatThrownBy(() -> snapshots.all().save(before.with(ForecastSnapshot.LABEL, "tuesday")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("never changes");
    }

    @Test
    void a_snapshot_with_a_missing_rate_leaves_nothing() {
        deal(rep("Mary"), usd("100"), "0.5");
        ForecastSnapshots snapshots = b2b.insight().forecast().snapshots();

        assertThatThrownBy(() -> snapshots.take("monday", Q1, EUR, ExchangeRates.none()))
                .isInstanceOf(MissingExchangeRateException.class);
        assertThat(snapshots.all().all().count()).isZero();
    }

    @Test
    void a_closed_deal_stays_at_the_rate_of_its_closing_whatever_comes_later() {
        SalesRep mary = rep("Mary");
        b2b.deals().win(deal(mary, usd("100"), "0.5"), FEB);
        ExchangeRates then = ExchangeRates.builder()
                .quote(CurrencyUnit.USD, EUR, LocalDate.of(2027, 1, 1), "0.9")
                .build();
        ExchangeRates later = then.toBuilder()
                .quote(CurrencyUnit.USD, EUR, LocalDate.of(2027, 3, 1), "0.5")
                .build();
        var closing = b2b.insight().forecast().closingIn(Q1);

        assertThat(closing.in(EUR, then).closed()).isEqualTo(eur("90"));
        assertThat(closing.in(EUR, later).closed()).isEqualTo(eur("90"));
        ForecastSnapshot snapshot = b2b.insight().forecast().snapshots().take("then", Q1, EUR, then);
        assertThat(b2b.insight()
                        .forecast()
                        .snapshots()
                        .entries(snapshot.id())
                        .get(0)
                        .value())
                .isEqualTo(eur("90"));
    }

    @Test
    void an_interval_reaches_as_far_as_the_variance_of_its_deals() {
        SalesRep mary = rep("Mary");
        for (int i = 0; i < 100; i++) {
            deal(mary, eur("10"), "0.5");
        }

        ValueInterval interval = b2b.insight().forecast().closingIn(Q1).interval(EUR, ExchangeRates.none(), 0.95);

        // 500 ± 1.959963985 · √(100 · 10² · 0.25)
        assertThat(interval.low()).isEqualTo(eur("402.00"));
        assertThat(interval.high()).isEqualTo(eur("598.00"));
        assertThatThrownBy(() -> b2b.insight().forecast().closingIn(Q1).interval(EUR, ExchangeRates.none(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("level");
    }

    @Test
    void an_interval_never_leaves_what_is_won_and_what_there_is() {
        SalesRep mary = rep("Mary");
        b2b.deals().win(deal(mary, eur("100"), "0.5"), FEB);
        deal(mary, eur("10"), "0.5");

        ValueInterval interval = b2b.insight().forecast().closingIn(Q1).interval(EUR, ExchangeRates.none(), 0.99);

        assertThat(interval.low()).isEqualTo(eur("100"));
        assertThat(interval.high()).isEqualTo(eur("110"));
    }
}
