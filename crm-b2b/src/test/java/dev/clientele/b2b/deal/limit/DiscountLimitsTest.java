package dev.clientele.b2b.deal.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.catalog.Discount;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.catalog.StockedTest;
import dev.clientele.b2b.deal.approval.Approval;
import dev.clientele.b2b.deal.pipeline.Gate;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.UnmetCondition;
import dev.clientele.b2b.deal.pipeline.UnmetConditionsException;
import dev.clientele.b2b.deal.quote.Quote;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.Crm;
import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A turbine at 25 % off for 7,500 and support at list price for 600 a year: 23.59 % off in all, rounded up. */
@ParameterizedClass
@EnumSource(Store.class)
class DiscountLimitsTest extends StockedTest {

    private Opportunity deal;

    DiscountLimitsTest(Store store) {
        super(store);
    }

    @BeforeEach
    void open_a_deal_with_a_discount() {
        Pipeline standard = Pipeline.standard();
        Pipeline pipeline = b2b.deals()
                .pipelines()
                .add(standard.withStage(
                        standard.stage("contract").withEntryGate(Gate.open().withinLimits())));
        deal = b2b.deals().open(account("Globex"), pipeline, "Turbines", eur("1"));
        deal = b2b.deals().lines().add(deal, turbine, decimal("10"), line -> line.withDiscount(Discount.percent("25")));
        deal = b2b.deals().lines().add(deal, support, 1);
    }

    private B2b actor(String name, String... roles) {
        return B2b.in(crm.session(TenantId.of("acme"), Actor.user(name).withRoles(roles)));
    }

    private static List<String> unmet(B2b actor, Opportunity deal) {
        return actor.deals().canAdvance(deal, "Contract").stream()
                .map(UnmetCondition::message)
                .toList();
    }

    private void limit(DiscountLimit limit) {
        b2b.deals().discountLimits().add(limit);
    }

    @Test
    void without_limits_everything_may_be_given_away() {
        assertThat(unmet(b2b, deal)).isEmpty();
    }

    @Test
    void a_limit_on_everything_is_about_the_deal_as_a_whole() {
        limit(DiscountLimit.of("overall", "0.20"));

        assertThat(unmet(b2b, deal)).containsExactly("the approval for 23.59 % off, more than 20 % was not requested");
    }

    @Test
    void a_discount_of_just_the_limit_is_within_it() {
        limit(DiscountLimit.of("hardware", "0.25").forFamily("hardware"));

        assertThat(unmet(b2b, deal)).isEmpty();
    }

    @Test
    void limits_on_families_hold_beside_that_on_everything() {
        limit(DiscountLimit.of("overall", "0.20").withApproverRole("finance"));
        limit(DiscountLimit.of("hardware", "0.15").forFamily("hardware"));
        limit(DiscountLimit.of("services", "0").forFamily("services"));

        assertThat(unmet(b2b, deal))
                .containsExactlyInAnyOrder(
                        "the approval for 23.59 % off, more than 20 % by finance was not requested",
                        "the approval for 25 % off hardware, more than 15 % was not requested");
    }

    @Test
    void a_role_may_give_away_more_than_everybody() {
        limit(DiscountLimit.of("overall", "0.10"));
        limit(DiscountLimit.of("seniors", "0.30").forRole("senior"));

        assertThat(unmet(actor("bob", "senior"), deal)).isEmpty();
        assertThat(unmet(actor("carl"), deal)).hasSize(1);
    }

    @Test
    void of_several_roles_the_most_generous_limit_holds() {
        limit(DiscountLimit.of("juniors", "0.05").forRole("junior"));
        limit(DiscountLimit.of("seniors", "0.30").forRole("senior"));

        assertThat(unmet(actor("bob", "senior", "junior"), deal)).isEmpty();
        assertThat(unmet(actor("carl", "junior"), deal)).hasSize(1);
    }

    @Test
    void a_limit_for_one_sales_rep_goes_before_the_others() {
        SalesRep dora = rep("Dora");
        limit(DiscountLimit.of("overall", "0.50"));
        limit(DiscountLimit.of("dora", "0.05").forOwner(dora.id()));
        assertThat(unmet(b2b, deal)).isEmpty();

        deal = b2b.deals().save(deal.with(Opportunity.OWNER, dora.id()));

        assertThat(unmet(b2b, deal)).containsExactly("the approval for 23.59 % off, more than 5 % was not requested");
    }

    @Test
    void a_limit_for_a_price_book_is_about_deals_of_that_book() {
        PriceBook other = b2b.catalog().priceBooks().add(PriceBook.of("EU-PARTNER", "Partners", CurrencyUnit.EUR));
        limit(DiscountLimit.of("partners", "0.01").forPriceBook(other));

        assertThat(unmet(b2b, deal)).isEmpty();
        limit(DiscountLimit.of("standard", "0.01").forPriceBook(book));
        assertThat(unmet(b2b, deal)).hasSize(1);
    }

    @Test
    void a_limit_may_be_for_some_deals_only() {
        limit(DiscountLimit.of("small", "0.01").withCondition("up to 1,000", Opportunity.AMOUNT.atMost(eur("1000"))));

        assertThat(unmet(b2b, deal)).isEmpty();
    }

    @Test
    void more_than_the_limit_goes_through_once_the_role_named_has_approved() {
        limit(DiscountLimit.of("overall", "0.20").withApproverRole("finance"));
        List<Approval> requests = b2b.deals().discountLimits().requestApprovals(deal, "They have a better offer.");
        assertThat(requests).hasSize(1);
        assertThatThrownBy(() -> actor("mary").deals().approvals().approve(requests.get(0), "Fine."))
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("only an actor with the role finance decides");

        actor("fred", "finance").deals().approvals().approve(requests.get(0), "Fine.");

        assertThat(unmet(b2b, deal)).isEmpty();
        assertThat(b2b.deals().advance(deal, "Contract").stage()).isEqualTo("contract");
    }

    @Test
    void what_was_approved_lapses_with_any_line() {
        limit(DiscountLimit.of("overall", "0.20"));
        actor("fred")
                .deals()
                .approvals()
                .approve(b2b.deals().discountLimits().requestApprovals(deal, "").get(0), "");

        deal = b2b.deals().lines().changeQuantity(deal, 2, decimal("2"));

        assertThat(unmet(b2b, deal)).first().asString().contains("has lapsed");
    }

    @Test
    void a_retired_limit_holds_no_longer() {
        limit(DiscountLimit.of("overall", "0.20").with(DiscountLimit.RETIRED, true));

        assertThat(unmet(b2b, deal)).isEmpty();
    }

    @Test
    void a_deal_without_lines_is_judged_by_the_discount_that_was_put_down() {
        limit(DiscountLimit.of("overall", "0.20"));
        deal = b2b.deals().lines().remove(b2b.deals().lines().remove(deal, 1), 2);
        assertThat(unmet(b2b, deal)).isEmpty();

        deal = b2b.deals().save(deal.with(Opportunity.DISCOUNT, decimal("0.3")));

        assertThat(unmet(b2b, deal)).hasSize(1);
    }

    @Test
    void what_can_not_be_a_limit_is_refused() {
        assertThatThrownBy(() -> limit(DiscountLimit.of("overall", "1.5")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("must be 0 to 1");
        assertThatThrownBy(() -> limit(DiscountLimit.of("Over All", "0.5"))).isInstanceOf(InvalidException.class);
    }

    @Test
    void another_tenants_limits_are_not_ours() {
        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("bob")));
        other.deals().discountLimits().add(DiscountLimit.of("overall", "0"));

        assertThat(unmet(b2b, deal)).isEmpty();
    }

    @Test
    void a_limit_that_the_actor_may_not_read_binds_all_the_same() {
        limit(DiscountLimit.of("overall", "0.20"));
        AccessPolicy blind = new AccessPolicy() {
            @Override
            public Criteria readable(Actor actor, String type) {
                return type.equals(DiscountLimit.TYPE.name()) ? Criteria.never() : Criteria.always();
            }

            @Override
            public Criteria writable(Actor actor, String type) {
                return Criteria.always();
            }
        };
        B2b carl = B2b.in(Crm.on(storage)
                .types(B2b.types())
                .clock(clock)
                .policy(blind)
                .build()
                .session(TenantId.of("acme"), Actor.user("carl")));

        assertThatThrownBy(() -> carl.deals().advance(deal, "Contract")).isInstanceOf(UnmetConditionsException.class);
        Quote draft = carl.deals().quotes().draft(deal);
        assertThatThrownBy(() -> carl.deals().quotes().present(draft, TODAY))
                .isInstanceOf(UnmetConditionsException.class);
    }

    @Test
    void a_condition_in_another_currency_or_on_an_amount_that_is_not_known_does_not_lift_a_limit() {
        limit(DiscountLimit.of("small", "0.01").withCondition("up to 1,000", Opportunity.AMOUNT.atMost(usd("1000"))));
        assertThat(unmet(b2b, deal)).hasSize(1);

        Opportunity unknown = b2b.deals()
                .open(
                        Opportunity.named("Pumps").with(Opportunity.DISCOUNT, decimal("0.5")),
                        b2b.deals().pipelines().get(deal.pipeline()));
        assertThat(unmet(b2b, unknown)).hasSize(1);
    }

    @Test
    void without_lines_a_discount_counts_for_every_family() {
        limit(DiscountLimit.of("hardware", "0.15").forFamily("hardware"));
        Opportunity bare = b2b.deals()
                .open(
                        Opportunity.named("Pumps").with(Opportunity.DISCOUNT, decimal("0.5")),
                        b2b.deals().pipelines().get(deal.pipeline()));

        assertThatThrownBy(() -> b2b.deals().advance(bare, "Contract")).isInstanceOf(UnmetConditionsException.class);
    }
}
