package dev.clientele.b2b.insight.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Close dates that were put off. */
@ParameterizedClass
@EnumSource(Store.class)
class SlippageTest extends StoredTest {

    SlippageTest(Store store) {
        super(store);
    }

    private Opportunity deal(String closing, @Nullable SalesRep owner) {
        return b2b.deals()
                .open(
                        Opportunity.named("Deal")
                                .with(Opportunity.OWNER, owner == null ? null : owner.id())
                                .with(Opportunity.CLOSE_DATE, LocalDate.parse(closing)),
                        b2b.deals().pipelines().getOrCreate(Pipeline.standard()));
    }

    private Opportunity expected(Opportunity deal, String closing) {
        return b2b.deals().save(deal.with(Opportunity.CLOSE_DATE, LocalDate.parse(closing)));
    }

    @Test
    void a_deal_tells_how_often_and_how_far_it_was_put_off() {
        Opportunity deal = deal("2027-03-01", null);
        deal = expected(deal, "2027-03-31"); // 30 days on
        deal = b2b.deals().advance(deal, "Propose"); // no matter of dates
        deal = expected(deal, "2027-03-26"); // 5 days back
        deal = expected(deal, "2027-04-05"); // 10 days on

        CloseDateSlip slip = b2b.insight().analytics().mostPushed(10).get(0);

        assertThat(slip)
                .isEqualTo(
                        new CloseDateSlip(deal.id(), LocalDate.of(2027, 3, 1), LocalDate.of(2027, 4, 5), 2, 40, 1, 5));
        assertThat(slip.days()).isEqualTo(35);
    }

    @Test
    void the_day_of_closing_is_no_expectation_and_a_reopened_deal_is_measured_against_its_last() {
        Opportunity deal = expected(deal("2027-03-01", null), "2027-03-11");
        deal = b2b.deals().win(deal, LocalDate.of(2027, 6, 1));
        assertThat(b2b.insight().analytics().slippage().pushedDays()).isEqualTo(10);

        deal = b2b.deals().reopen(deal);
        expected(deal, "2027-03-16");

        assertThat(b2b.insight().analytics().slippage()).isEqualTo(new Slippage(1, 1, 2, 15, 0, 0));
    }

    @Test
    void rates_are_told_by_owner_and_add_up() {
        SalesRep bo = rep("Bo");
        SalesRep cy = rep("Cy");
        expected(deal("2027-03-01", bo), "2027-03-31");
        deal("2027-03-01", bo);
        expected(deal("2027-03-01", cy), "2027-02-01");
        deal("2027-05-01", null);

        Map<Id<SalesRep>, Slippage> byOwner = b2b.insight().analytics().slippageBy(Opportunity.OWNER);

        assertThat(byOwner.get(bo.id()).rate()).hasValueCloseTo(0.5, within(1e-12));
        assertThat(byOwner.get(bo.id()).meanPush()).hasValueCloseTo(30.0, within(1e-12));
        assertThat(byOwner.get(bo.id()).meanSlip()).hasValueCloseTo(15.0, within(1e-12));
        assertThat(byOwner.get(cy.id()).rate()).hasValueCloseTo(0.0, within(1e-12));
        assertThat(byOwner.get(cy.id()).pulledDays()).isEqualTo(28);
        assertThat(byOwner).containsKey(null);
        assertThat(byOwner.values().stream().reduce(Slippage.NONE, Slippage::plus))
                .isEqualTo(b2b.insight().analytics().slippage());
    }

    @Test
    void deals_can_be_narrowed_and_those_that_never_had_a_day_do_not_count() {
        Opportunity won = b2b.deals().win(expected(deal("2027-03-01", null), "2027-03-31"));
        expected(deal("2027-03-01", null), "2027-03-02");
        b2b.deals().open(Opportunity.named("Undated"), b2b.deals().pipelines().getOrCreate(Pipeline.standard()));

        assertThat(b2b.insight().analytics().slippage().deals()).isEqualTo(2);
        assertThat(b2b.insight()
                        .analytics()
                        .where(Opportunity.KIND.is(StageKind.WON))
                        .mostPushed(1))
                .extracting(CloseDateSlip::deal)
                .containsExactly(won.id());
        assertThat(b2b.insight().analytics().mostPushed(1))
                .extracting(CloseDateSlip::deal)
                .containsExactly(won.id());
        assertThat(Slippage.NONE.rate()).isEmpty();
        assertThat(Slippage.NONE.meanPush()).isEmpty();
    }

    @Test
    void figures_that_do_not_agree_are_refused() {
        Id<Opportunity> deal = Id.of(new UUID(0, 1));
        LocalDate day = LocalDate.of(2027, 3, 1);

        assertThatThrownBy(() -> new CloseDateSlip(deal, day, day, 1, 5, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("latest must lie 5 days after");
        assertThatThrownBy(() -> new CloseDateSlip(deal, day, day, 1, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Slippage(1, 2, 2, 2, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> b2b.insight().analytics().mostPushed(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("most must be at least 1, got 0");
    }
}
