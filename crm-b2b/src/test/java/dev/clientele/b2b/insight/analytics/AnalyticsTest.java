package dev.clientele.b2b.insight.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.MissingExchangeRateException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Figures on a few deals, as pure functions. */
class AnalyticsTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final Pipeline PIPELINE = Pipeline.standard().withId(Id.of(new UUID(1, 1)));

    private static Instant day(int day) {
        return START.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Opportunity open(int number, int day, String amount) {
        return Opportunity.named("Deal " + number)
                .withId(Id.of(new UUID(2, number)))
                .with(Opportunity.AMOUNT, Money.parse(amount))
                .openedIn(PIPELINE, day(day));
    }

    private static Opportunity won(Opportunity deal, int day) {
        return deal.won(PIPELINE, day(day), START.plusDays(day), null);
    }

    private static Opportunity lost(Opportunity deal, int day) {
        return deal.lost(PIPELINE, day(day), START.plusDays(day), "price");
    }

    private static WinLoss winLoss(int day, Opportunity... deals) {
        return WinLoss.of(Stream.of(deals), START.plusDays(day), ZoneOffset.UTC, EUR, ExchangeRates.none());
    }

    @Test
    void a_deal_counts_as_it_stood_on_the_day() {
        Opportunity deal = won(open(1, 0, "EUR 10"), 30);

        assertThat(winLoss(29, deal).open()).isEqualTo(1);
        assertThat(winLoss(29, deal).winRate()).isEmpty();
        assertThat(winLoss(30, deal).won()).isEqualTo(1);
        assertThat(winLoss(30, deal).wonCycles().mean()).hasValueCloseTo(30.0, within(1e-12));
        assertThat(winLoss(30, open(2, 31, "EUR 1"))).isEqualTo(winLoss(30));
    }

    @Test
    void there_is_no_win_rate_and_no_velocity_until_a_deal_was_lost() {
        Opportunity won = won(open(1, 0, "EUR 10"), 30);

        assertThat(winLoss(40, won).winRate()).isEmpty();
        assertThat(SalesVelocity.of(winLoss(40, won, open(2, 0, "EUR 10")))).isEmpty();
        assertThat(new DealOutcomes(3, 2, 0).winRate()).isEmpty();
        assertThat(winLoss(40, won, lost(open(3, 0, "EUR 10"), 20)).winRate()).hasValue(0.5);
    }

    @Test
    void a_reopened_deal_was_lost_until_it_was_reopened() {
        Opportunity deal = lost(open(1, 0, "EUR 10"), 10);
        Opportunity reopened = won(deal.movedTo(PIPELINE, PIPELINE.firstStage(), day(20)), 40);

        assertThat(winLoss(15, reopened).lost()).isEqualTo(1);
        assertThat(winLoss(15, reopened).lostValue()).isEqualTo(Money.parse("EUR 10"));
        assertThat(winLoss(25, reopened).open()).isEqualTo(1);
        assertThat(winLoss(50, reopened).won()).isEqualTo(1);
    }

    @Test
    void figures_are_told_by_key_and_add_up() {
        List<Opportunity> deals =
                List.of(won(open(1, 0, "EUR 10"), 10), lost(open(2, 0, "EUR 20"), 10), won(open(3, 0, "EUR 40"), 20));

        Map<String, WinLoss> byName = WinLoss.by(
                deals.stream(), Opportunity::name, START.plusDays(99), ZoneOffset.UTC, EUR, ExchangeRates.none());

        assertThat(byName).hasSize(3);
        assertThat(byName.values().stream().map(WinLoss::wonValue).reduce(Money.zero(EUR), Money::plus))
                .isEqualTo(winLoss(99, deals.toArray(Opportunity[]::new)).wonValue());
    }

    @Test
    void a_missing_rate_is_an_error() {
        assertThatThrownBy(() -> winLoss(99, won(open(1, 0, "USD 10"), 10)))
                .isInstanceOf(MissingExchangeRateException.class);
    }

    @Test
    void percentiles_are_interpolated() {
        SalesCycles cycles = SalesCycles.of(List.of(40, 10, 30, 20));

        assertThat(cycles.median()).hasValueCloseTo(25.0, within(1e-12));
        assertThat(cycles.percentile(0.9)).hasValueCloseTo(37.0, within(1e-12));
        assertThat(cycles.percentile(1)).hasValueCloseTo(40.0, within(1e-12));
        assertThat(SalesCycles.of(List.of()).mean()).isEmpty();
        assertThat(SalesCycles.of(List.of()).median()).isEmpty();
        assertThatThrownBy(() -> cycles.percentile(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SalesCycles.of(List.of(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void open_deals_older_than_nearly_all_won_ones_have_stalled() {
        List<Opportunity> deals = List.of(
                won(open(1, 0, "EUR 1"), 10), won(open(2, 0, "EUR 1"), 20), open(3, 0, "EUR 1"), open(4, 85, "EUR 1"));

        StalledDeals stalled = StalledDeals.of(deals.stream(), START.plusDays(100), ZoneOffset.UTC, 1);
        StalledDeals early = StalledDeals.of(deals.stream(), START.plusDays(5), ZoneOffset.UTC, 1);

        assertThat(stalled.limitDays()).isEqualTo(20);
        assertThat(stalled.deals())
                .containsExactly(new StalledDeals.StalledDeal(
                        deals.get(2).id(), PIPELINE.firstStage().id(), 100));
        assertThat(early.limitDays()).isNaN();
        assertThat(early.deals()).isEmpty();
    }

    @Test
    void a_funnel_counts_how_far_deals_ever_came() {
        Opportunity back = open(1, 0, "EUR 1")
                .movedTo(PIPELINE, PIPELINE.stage("propose"), day(5))
                .movedTo(PIPELINE, PIPELINE.stage("qualify"), day(9));
        Opportunity lost = lost(open(2, 0, "EUR 1").movedTo(PIPELINE, PIPELINE.stage("propose"), day(5)), 9);
        Opportunity won = won(open(3, 0, "EUR 1"), 9);

        Funnel funnel = Funnel.of(Stream.of(back, lost, won), PIPELINE, START.plusDays(30), ZoneOffset.UTC);

        Funnel.FunnelStage first = funnel.steps().get(0);
        assertThat(first.reached()).isEqualTo(3);
        assertThat(first.here()).isEqualTo(1);
        assertThat(funnel.steps())
                .filteredOn(step -> step.stage().equals("propose"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.reached()).isEqualTo(3);
                    assertThat(step.lost()).isEqualTo(1);
                });
        Funnel.FunnelStage last = funnel.steps().get(funnel.steps().size() - 1);
        assertThat(last.reached()).isEqualTo(1);
        assertThat(funnel.conversion(funnel.steps().size() - 1)).isEmpty();
        assertThat(funnel.conversion(0)).hasValueCloseTo(1.0, within(1e-12));
    }

    @Test
    void velocity_takes_what_is_open_for_worth_what_was_won() {
        WinLoss figures = winLoss(
                99,
                won(open(1, 0, "EUR 10"), 10),
                won(open(2, 0, "EUR 30"), 30),
                lost(open(3, 0, "EUR 99"), 10),
                open(4, 50, "EUR 7"));

        // one deal of 20 euros, won twice in three times, after 20 days
        assertThat(SalesVelocity.of(figures).orElseThrow().perDay()).isCloseTo(20 * (2 / 3.0) / 20, within(1e-12));
        assertThat(SalesVelocity.of(winLoss(99, open(1, 0, "EUR 1")))).isEmpty();
        assertThat(SalesVelocity.of(winLoss(99, won(open(1, 0, "EUR 1"), 0)))).isEmpty();
    }
}
