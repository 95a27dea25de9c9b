package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.catalog.Discount;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.catalog.Product;
import dev.clientele.b2b.deal.approval.Approval;
import dev.clientele.b2b.deal.pipeline.ApprovalRule;
import dev.clientele.b2b.deal.pipeline.Gate;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.UnmetCondition;
import dev.clientele.b2b.deal.pipeline.UnmetConditionsException;
import dev.clientele.b2b.deal.quote.Quote;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenario 5, a discount of more than 20 %.
 *
 * <p>Alice sells turbines at 100,000 euros a piece. Whoever gives away more than a fifth of the list price needs the approval of
 * finance before the deal goes into contract. Alice offers Globex ten turbines at a quarter off. The gate says what is missing;
 * Fred of finance approves; and as soon as anything changes that he approved of (the discount, what is sold or for how much), by
 * whichever way, his approval is gone for good and Alice has to ask again.
 */
@ParameterizedClass
@EnumSource(Store.class)
class DiscountApprovalScenarioTest extends StoredTest {

    private static final BigDecimal FIFTH = new BigDecimal("0.20");
    private static final BigDecimal TEN = BigDecimal.TEN;

    private B2b finance;
    private Product turbine;
    private Opportunity deal;

    DiscountApprovalScenarioTest(Store store) {
        super(store);
    }

    @BeforeEach
    void ten_turbines_at_a_quarter_off() {
        finance = B2b.in(crm.session(TenantId.of("acme"), Actor.user("fred").withRoles("finance")));
        turbine = b2b.catalog().products().add(Product.of("T-100", "Turbine"));
        PriceBook book = b2b.catalog()
                .priceBooks()
                .add(PriceBook.of("EU-2027", "Europe 2027", CurrencyUnit.EUR).asStandard());
        b2b.catalog().prices().add(book, turbine, eur("100000"), LocalDate.of(2027, 1, 1));

        ApprovalRule overAFifth = ApprovalRule.of("discount", "more than 20 % off", Opportunity.DISCOUNT.above(FIFTH))
                .covering(Opportunity.AMOUNT)
                .covering(Opportunity.LINES)
                .covering(Opportunity.DISCOUNT)
                .withRole("finance");
        Pipeline pipeline = Pipeline.standard();
        pipeline = b2b.deals()
                .pipelines()
                .add(pipeline.withStage(
                        pipeline.stage("Contract").withEntryGate(Gate.open().requiringApproval(overAFifth))));

        deal = b2b.deals().open(account("Globex"), pipeline, "Turbines 2027", eur("750000"));
        deal = b2b.deals().lines().add(deal, turbine, TEN, line -> line.withDiscount(Discount.percent("25")));
    }

    private List<String> inTheWay() {
        return b2b.deals().canAdvance(deal, "Contract").stream()
                .map(UnmetCondition::message)
                .toList();
    }

    private void fred_approves() {
        finance.deals()
                .approvals()
                .approve(b2b.deals().approvals().request(deal, "discount", "They have a better offer."), "Go ahead.");
    }

    private Opportunity discounted(String percent) {
        return b2b.deals().lines().changeTerms(deal, 1, line -> line.withDiscount(Discount.percent(percent)));
    }

    @Test
    void the_deal_shows_what_is_given_away() {
        assertThat(deal.get(Opportunity.LIST_AMOUNT)).isEqualTo(eur("1000000"));
        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(eur("750000"));
        assertThat(deal.get(Opportunity.DISCOUNT)).isEqualByComparingTo("0.25");
    }

    @Test
    void a_fifth_off_needs_nobody() {
        deal = discounted("20");

        deal = b2b.deals().advance(deal, "Contract");

        assertThat(deal.stage()).isEqualTo("contract");
    }

    @Test
    void a_cent_more_than_a_fifth_needs_finance() {
        deal = b2b.deals().lines().changeTerms(deal, 1, line -> line.withDiscount(Discount.of(eur("200000.01"))));

        assertThat(inTheWay()).containsExactly("the approval for more than 20 % off by finance was not requested");
    }

    @Test
    void more_than_a_fifth_off_waits_for_finance() {
        assertThat(inTheWay()).containsExactly("the approval for more than 20 % off by finance was not requested");
        assertThatThrownBy(() -> b2b.deals().advance(deal, "Contract"))
                .isInstanceOfSatisfying(
                        UnmetConditionsException.class,
                        refusal -> assertThat(refusal.unmet())
                                .extracting(UnmetCondition::cause)
                                .containsExactly(UnmetCondition.UnmetCause.APPROVAL));

        Approval request = b2b.deals().approvals().request(deal, "discount", "They have a better offer.");
        assertThat(inTheWay()).containsExactly("the approval for more than 20 % off by finance is not decided yet");

        finance.deals().approvals().approve(request, "Go ahead.");
        assertThat(inTheWay()).isEmpty();
        assertThat(b2b.deals().advance(deal, "Contract").stage()).isEqualTo("contract");
    }

    @Test
    void neither_alice_herself_nor_her_manager_can_approve() {
        Approval request = b2b.deals().approvals().request(deal, "discount", "");
        B2b manager = B2b.in(crm.session(TenantId.of("acme"), Actor.user("mary").withRoles("manager")));

        assertThatThrownBy(() -> b2b.deals().approvals().approve(request, "Fine."))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> manager.deals().approvals().approve(request, "Fine."))
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("finance");
    }

    @Test
    void the_approval_dies_when_the_discount_changes() {
        fred_approves();

        deal = discounted("30");

        assertThat(inTheWay())
                .containsExactly(
                        "the approval for more than 20 % off by finance has lapsed, since what it was asked for"
                                + " has changed");
    }

    @Test
    void the_approval_dies_when_the_amount_changes() {
        fred_approves();

        deal = b2b.deals().lines().changeQuantity(deal, 1, new BigDecimal("11"));

        assertThat(deal.get(Opportunity.DISCOUNT)).isEqualByComparingTo("0.25");
        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(eur("825000"));
        assertThat(inTheWay()).first().asString().contains("has lapsed");
    }

    @Test
    void the_approval_stays_dead_when_the_amount_is_what_it_was() {
        fred_approves();

        deal = b2b.deals().lines().changeQuantity(deal, 1, new BigDecimal("11"));
        deal = b2b.deals().lines().changeQuantity(deal, 1, TEN);

        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(eur("750000"));
        assertThat(inTheWay()).first().asString().contains("has lapsed");
        fred_approves();
        assertThat(inTheWay()).isEmpty();
    }

    @Test
    void what_was_asked_for_and_has_changed_since_can_not_be_granted() {
        Approval request = b2b.deals().approvals().request(deal, "discount", "");
        deal = discounted("40");

        assertThatThrownBy(() -> finance.deals().approvals().approve(request, "Go ahead."))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("has lapsed");
    }

    @Test
    void the_amount_can_not_be_changed_behind_the_lines() {
        fred_approves();

        assertThatThrownBy(() -> b2b.deals().save(deal.with(Opportunity.AMOUNT, eur("600000"))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("must be what the deal's lines come to, EUR 750000.00");
        assertThat(inTheWay()).isEmpty();
    }

    @Test
    void the_approval_dies_when_the_customer_accepts_a_better_offer() {
        fred_approves();
        Quote quote = b2b.deals().quotes().draft(deal);
        quote = b2b.deals().quotes().save(quote.withOverallDiscount(Discount.of(eur("50000"))));
        quote = b2b.deals().quotes().present(quote, LocalDate.of(2027, 1, 31));

        b2b.deals().quotes().accept(quote);

        deal = b2b.deals().get(deal.id());
        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(eur("700000"));
        assertThat(inTheWay()).first().asString().contains("has lapsed");
    }

    @Test
    void the_approval_lives_when_the_customer_accepts_what_was_approved() {
        fred_approves();
        Quote quote = b2b.deals().quotes().present(b2b.deals().quotes().draft(deal), LocalDate.of(2027, 1, 31));

        b2b.deals().quotes().accept(quote);

        deal = b2b.deals().get(deal.id());
        assertThat(inTheWay()).isEmpty();
    }

    @Test
    void the_approval_lives_through_what_it_is_not_about() {
        fred_approves();

        deal = b2b.deals().save(deal.with(Opportunity.NEXT_STEP, "call the lawyers"));
        deal = b2b.deals().advance(deal, "Negotiate");

        assertThat(inTheWay()).isEmpty();
    }

    @Test
    void the_history_tells_who_gave_away_what() {
        deal = discounted("30");

        Change last = b2b.deals().history(deal.id()).get(2);
        assertThat(last.actor().toString()).isEqualTo("user:alice");
        assertThat(last.fields()).containsKeys("lines", "amount", "discount");
    }

    @Test
    void another_company_on_the_same_system_sees_none_of_it() {
        fred_approves();
        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve").withRoles("finance")));

        assertThat(other.deals().all().count()).isZero();
        assertThat(other.deals().approvals().all().count()).isZero();
        assertThat(other.catalog().products().all().count()).isZero();
        assertThat(other.catalog().prices().all().count()).isZero();
    }
}
