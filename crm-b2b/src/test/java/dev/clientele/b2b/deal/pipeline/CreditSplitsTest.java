package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is credited with a stored deal, and what is to be done next. */
@ParameterizedClass
@EnumSource(Store.class)
class CreditSplitsTest extends StoredTest {

    private SalesRep mary;
    private SalesRep tom;
    private Opportunity deal;

    CreditSplitsTest(Store store) {
        super(store);
    }

    @BeforeEach
    void openDeal() {
        mary = rep("Mary");
        tom = rep("Tom");
        deal = b2b.deals()
                .open(
                        Opportunity.of(account("Globex"), "Turbines")
                                .with(Opportunity.OWNER, mary.id())
                                .with(Opportunity.AMOUNT, eur("100.01")),
                        Pipeline.standard());
    }

    @Test
    void a_deal_is_credited_to_several_and_found_by_each() {
        deal = b2b.deals().split(deal, CreditSplit.of(mary.id(), "50"), CreditSplit.of(tom.id(), "50"));

        assertThat(b2b.deals().get(deal.id())).isEqualTo(deal);
        assertThat(deal.credits().amounts())
                .containsEntry(mary.id(), eur("50.01"))
                .containsEntry(tom.id(), eur("50.00"));
        assertThat(b2b.deals().findCreditedTo(tom.id()).count()).isEqualTo(1);
        deal = b2b.deals().split(deal);
        assertThat(b2b.deals().findCreditedTo(tom.id()).count()).isZero();
        assertThat(deal.credits().amounts()).containsOnlyKeys(mary.id());
    }

    @Test
    void splits_that_do_not_total_a_hundred_are_never_stored() {
        assertThatThrownBy(() ->
                        b2b.deals().split(deal, CreditSplit.of(mary.id(), "50"), CreditSplit.of(tom.id(), "49.9999")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("must total 100 percent, got 99.9999");
        assertThatThrownBy(() -> b2b.deals().split(deal, CreditSplit.full(Id.of(new UUID(7, 7)))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("isn't there");
    }

    @Test
    void nobody_who_is_not_there_is_credited_by_whatever_door() {
        Id<SalesRep> nobody = Id.of(new UUID(7, 7));
        Opportunity credited = deal.withOverlays(List.of(CreditSplit.full(nobody)));

        assertThatThrownBy(() -> b2b.deals().split(deal, CreditSplit.full(nobody)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("isn't there");
        assertThatThrownBy(() -> b2b.deals().save(credited)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> session.forImportOfHistory()
                        .repository(Opportunity.TYPE)
                        .saveAll(List.of(credited)))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void whoever_is_credited_is_neither_removed_nor_merged_away() {
        deal = b2b.deals().split(deal, CreditSplit.full(tom.id()));

        assertThatThrownBy(() -> b2b.teams().salesReps().remove(tom))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("is credited with a deal");
        assertThatThrownBy(() -> b2b.merges().merge(SalesRep.TYPE, mary, tom, SurvivorshipRule.<SalesRep>standard()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("is credited with a deal");

        b2b.deals().split(deal);
        b2b.teams().salesReps().remove(tom);
    }

    @Test
    void credits_are_added_up_over_deals_and_come_to_their_total() {
        b2b.deals().split(deal, CreditSplit.of(mary.id(), "33.33"), CreditSplit.of(tom.id(), "66.67"));
        Opportunity alone = b2b.deals()
                .open(
                        Opportunity.named("Pumps")
                                .with(Opportunity.OWNER, mary.id())
                                .with(Opportunity.AMOUNT, Money.parse("JPY 7")),
                        Pipeline.standard());
        Opportunity overlaid = b2b.deals()
                .save(b2b.deals()
                        .open(
                                Opportunity.named("Valves")
                                        .with(Opportunity.OWNER, tom.id())
                                        .with(Opportunity.AMOUNT, eur("10")),
                                Pipeline.standard())
                        .withOverlays(List.of(CreditSplit.full(mary.id()))));
        b2b.deals().open(Opportunity.named("nobody's"), Pipeline.standard());

        Map<Id<SalesRep>, MoneyTotals> credits = b2b.deals().credits(Criteria.always());

        assertThat(credits)
                .containsEntry(mary.id(), MoneyTotals.of(eur("33.33"), alone.require(Opportunity.AMOUNT)))
                .containsEntry(tom.id(), MoneyTotals.of(eur("66.68"), overlaid.require(Opportunity.AMOUNT)));
        assertThat(credits.values().stream().reduce(MoneyTotals.empty(), MoneyTotals::plus))
                .isEqualTo(b2b.deals().all().sum(Opportunity.AMOUNT));
    }

    @Test
    void another_tenant_finds_no_credit() {
        b2b.deals().split(deal, CreditSplit.full(tom.id()));

        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));

        assertThat(other.deals().findCreditedTo(tom.id()).count()).isZero();
    }

    @Test
    void deals_without_a_next_step_and_with_one_that_is_overdue_are_criteria() {
        ZoneId zone = ZoneOffset.UTC;
        assertThat(b2b.deals().query(Opportunities.missingNextStep()).count()).isEqualTo(1);

        deal = b2b.deals()
                .save(deal.with(Opportunity.NEXT_STEP, "Send the offer")
                        .with(Opportunity.NEXT_STEP_DUE, LocalDate.parse("2027-01-10")));

        assertThat(b2b.deals().query(Opportunities.missingNextStep()).count()).isZero();
        assertThat(b2b.deals().query(Opportunities.overdueNextStep(zone)).count())
                .isZero();
        assertThat(b2b.deals()
                        .query(Opportunities.overdueNextStep(ZoneId.of("Pacific/Kiritimati")))
                        .count())
                .isEqualTo(1); // where it is the eleventh already
        clock.set("2027-01-11");
        assertThat(b2b.deals().query(Opportunities.overdueNextStep(zone)).stream()
                        .toList())
                .containsExactly(deal);
        b2b.deals().lose(deal, "price");
        assertThat(b2b.deals().query(Opportunities.overdueNextStep(zone)).count())
                .isZero();
    }

    @Test
    void a_day_without_a_next_step_is_refused() {
        assertThatThrownBy(() -> b2b.deals().save(deal.with(Opportunity.NEXT_STEP_DUE, LocalDate.parse("2027-01-10"))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("without a next step");
    }
}
