package dev.clientele.b2b.deal.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.catalog.Discount;
import dev.clientele.b2b.catalog.StockedTest;
import dev.clientele.b2b.deal.approval.Approval;
import dev.clientele.b2b.deal.limit.DiscountLimit;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.UnmetCondition;
import dev.clientele.b2b.deal.pipeline.UnmetConditionsException;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.TenantId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A deal of ten turbines for 10,000 and support for 600 a year. */
@ParameterizedClass
@EnumSource(Store.class)
class QuotesTest extends StockedTest {

    private static final LocalDate LAST_DAY = TODAY.plusDays(30);

    private Opportunity deal;

    QuotesTest(Store store) {
        super(store);
    }

    @BeforeEach
    void open_a_deal() {
        deal = dealOf("Globex");
    }

    private Opportunity dealOf(String account) {
        Opportunity opened = b2b.deals().open(account(account), Pipeline.standard(), "Turbines", eur("1"));
        return b2b.deals().lines().add(b2b.deals().lines().add(opened, turbine, 10), support, 1);
    }

    private Quote presented() {
        return b2b.deals().quotes().present(b2b.deals().quotes().draft(deal), LAST_DAY);
    }

    private Opportunity storedDeal() {
        return b2b.deals().get(deal.id());
    }

    @Test
    void a_draft_offers_what_the_deal_consists_of() {
        Quote draft = b2b.deals().quotes().draft(deal);

        assertThat(draft.number()).isEqualTo("Q-000001");
        assertThat(draft.revision()).isEqualTo(1);
        assertThat(draft.status()).isEqualTo(QuoteStatus.DRAFT);
        assertThat(draft.lineItems()).isEqualTo(deal.lines());
        assertThat(draft.net()).isEqualTo(eur("10600"));
        assertThat(b2b.deals().quotes().get(draft.id())).isEqualTo(draft);
    }

    @Test
    void numbers_go_up_by_one_in_each_series() {
        assertThat(b2b.deals().quotes().draft(deal).number()).isEqualTo("Q-000001");
        assertThat(b2b.deals().quotes().draft(deal).number()).isEqualTo("Q-000002");
        assertThat(b2b.deals().quotes().draft(deal, "2027").number()).isEqualTo("2027-000001");
        assertThat(b2b.deals().quotes().draft(deal).number()).isEqualTo("Q-000003");
    }

    @Test
    void a_quote_that_is_not_stored_in_the_end_gives_its_number_back() {
        b2b.deals().quotes().draft(deal);

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    B2b.in(tx).deals().quotes().draft(deal);
                    throw new IllegalStateException("power cut");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(b2b.deals().quotes().draft(deal).number()).isEqualTo("Q-000002");
    }

    @Test
    void a_deal_without_lines_has_nothing_to_offer() {
        Opportunity empty = b2b.deals().open(account("Hooli"), Pipeline.standard(), "Later", eur("5"));

        assertThatThrownBy(() -> b2b.deals().quotes().draft(empty))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("the deal has no lines");
        assertThat(b2b.deals().quotes().draft(deal).number()).isEqualTo("Q-000001");
    }

    @Test
    void a_discount_on_the_whole_is_divided_to_the_cent_and_tax_comes_after() {
        Quote draft = b2b.deals().quotes().draft(deal);

        draft = b2b.deals()
                .quotes()
                .save(draft.withOverallDiscount(Discount.of(eur("100"))).withTaxRate(decimal("0.19")));

        assertThat(draft.lines()).extracting(QuoteLine::net).containsExactly(eur("9905.66"), eur("594.34"));
        assertThat(draft.lines()).extracting(QuoteLine::tax).containsExactly(eur("1882.08"), eur("112.92"));
        assertThat(draft.net()).isEqualTo(eur("10500"));
        assertThat(draft.tax()).isEqualTo(eur("1995"));
        assertThat(draft.total()).isEqualTo(eur("12495"));
    }

    @Test
    void totals_out_of_step_with_the_lines_are_refused() {
        Quote draft = b2b.deals().quotes().draft(deal);

        assertThatThrownBy(() -> b2b.deals().quotes().save(draft.with(Quote.TOTAL, eur("1"))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("in step with the lines");
    }

    @Test
    void what_is_presented_stays_as_it_is() {
        Quote quote = presented();
        b2b.catalog().prices().add(book, turbine, eur("2000"), TODAY);
        deal = b2b.deals().lines().reprice(deal);

        assertThat(b2b.deals().quotes().get(quote.id()).net()).isEqualTo(eur("10600"));
        assertThatThrownBy(() -> b2b.deals().quotes().save(quote.withOverallDiscount(Discount.percent("5"))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("stays once the quote is presented");
        assertThatThrownBy(() -> b2b.deals().quotes().save(quote.with(Quote.VALID_UNTIL, LAST_DAY.plusDays(1))))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void a_draft_follows_the_deal_when_asked_to() {
        Quote draft = b2b.deals().quotes().draft(deal);
        draft = b2b.deals().quotes().save(draft.withTaxRate(decimal("0.19")));
        b2b.deals().lines().remove(deal, 2);

        draft = b2b.deals().quotes().refresh(draft);

        assertThat(draft.net()).isEqualTo(eur("10000"));
        assertThat(draft.total()).isEqualTo(eur("11900"));
    }

    @Test
    void a_quote_expires_by_the_clock_alone() {
        Quote quote = presented();

        clock.set(NOW.plus(Duration.ofDays(30)));
        assertThat(quote.statusOn(LAST_DAY)).isEqualTo(QuoteStatus.PRESENTED);
        clock.set(NOW.plus(Duration.ofDays(31)));

        assertThat(b2b.deals().quotes().get(quote.id()).statusOn(LAST_DAY.plusDays(1)))
                .isEqualTo(QuoteStatus.EXPIRED);
        assertThat(b2b.deals()
                        .quotes()
                        .query(Quote.expired(LAST_DAY.plusDays(1)))
                        .first())
                .contains(quote);
        assertThatThrownBy(() -> b2b.deals().quotes().accept(quote))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("must be PRESENTED, got EXPIRED");
        assertThat(storedDeal()).isEqualTo(deal);
    }

    @Test
    void an_accepted_quote_is_what_the_deal_consists_of() {
        Quote draft = b2b.deals().quotes().draft(deal);
        draft = b2b.deals()
                .quotes()
                .save(draft.withOverallDiscount(Discount.percent("10")).withTaxRate(decimal("0.19")));
        Quote quote = b2b.deals().quotes().accept(b2b.deals().quotes().present(draft, LAST_DAY));

        assertThat(quote.status()).isEqualTo(QuoteStatus.ACCEPTED);
        assertThat(storedDeal().lines()).isEqualTo(quote.lineItems());
        assertThat(storedDeal().get(Opportunity.AMOUNT)).isEqualTo(eur("9540"));
        assertThat(storedDeal().get(Opportunity.DISCOUNT)).isEqualByComparingTo("0.1");
        assertThat(storedDeal().get(Opportunity.ANNUAL_AMOUNT)).isEqualTo(eur("540"));
        assertThat(b2b.deals().quotes().findAccepted(deal.id())).contains(quote);
    }

    @Test
    void the_next_quote_for_such_a_deal_offers_the_same_again() {
        Quote draft = b2b.deals().quotes().draft(deal);
        draft = b2b.deals().quotes().save(draft.withOverallDiscount(Discount.percent("10")));
        Quote quote = b2b.deals().quotes().accept(b2b.deals().quotes().present(draft, LAST_DAY));

        Quote next = b2b.deals().quotes().draft(storedDeal());

        assertThat(next.lineItems()).isEqualTo(quote.lineItems());
        assertThat(next.net()).isEqualTo(quote.net());
    }

    @Test
    void a_quote_for_a_deal_that_has_changed_its_currency_can_not_be_accepted() {
        Quote quote = presented();
        deal = b2b.deals().lines().remove(b2b.deals().lines().remove(deal, 1), 2);
        b2b.deals().save(deal.with(Opportunity.AMOUNT, usd("5")));

        assertThatThrownBy(() -> b2b.deals().quotes().accept(quote))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("must be in USD as the deal's amount");
    }

    @Test
    void a_quote_beyond_a_limit_is_presented_once_the_deal_is_approved_so() {
        b2b.deals().discountLimits().add(DiscountLimit.of("overall", "0.20").withApproverRole("finance"));
        Quote draft =
                b2b.deals().quotes().save(b2b.deals().quotes().draft(deal).withOverallDiscount(Discount.percent("30")));
        assertThat(b2b.deals().quotes().canPresent(draft))
                .extracting(UnmetCondition::message)
                .containsExactly("the approval for 30 % off, more than 20 % by finance was not requested");
        assertThatThrownBy(() -> b2b.deals().quotes().present(draft, LAST_DAY))
                .isInstanceOf(UnmetConditionsException.class);

        deal = b2b.deals().quotes().applyToDeal(draft);
        Approval request = b2b.deals()
                .discountLimits()
                .requestApprovals(deal, "They have a better offer.")
                .get(0);
        B2b.in(crm.session(TenantId.of("acme"), Actor.user("fred").withRoles("finance")))
                .deals()
                .approvals()
                .approve(request, "Go ahead.");

        assertThat(b2b.deals().quotes().present(draft, LAST_DAY).net()).isEqualTo(eur("7420"));
    }

    @Test
    void an_approval_of_less_does_not_let_a_quote_pass() {
        b2b.deals().discountLimits().add(DiscountLimit.of("overall", "0.20"));
        Quote draft =
                b2b.deals().quotes().save(b2b.deals().quotes().draft(deal).withOverallDiscount(Discount.percent("30")));
        deal = b2b.deals().quotes().applyToDeal(draft);
        Approval request =
                b2b.deals().discountLimits().requestApprovals(deal, "").get(0);
        B2b.in(crm.session(TenantId.of("acme"), Actor.user("fred")))
                .deals()
                .approvals()
                .approve(request, "");

        Quote more = b2b.deals().quotes().save(draft.withOverallDiscount(Discount.percent("40")));

        assertThat(b2b.deals().quotes().canPresent(more)).hasSize(1);
    }

    @Test
    void only_one_quote_for_a_deal_is_accepted() {
        Quote one = presented();
        Quote other = presented();
        b2b.deals().quotes().accept(one);

        assertThatThrownBy(() -> b2b.deals().quotes().accept(other))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("is another quote's already: Q-000001 revision 1");
        b2b.deals().quotes().reject(b2b.deals().quotes().get(one.id()), "went back on it");
        b2b.deals().quotes().accept(other);
    }

    @Test
    void a_quote_for_a_closed_deal_can_not_be_accepted() {
        Quote quote = presented();
        b2b.deals().lose(deal, "price");

        assertThatThrownBy(() -> b2b.deals().quotes().accept(quote)).isInstanceOf(UnmetConditionsException.class);
        assertThat(b2b.deals().quotes().get(quote.id()).status()).isEqualTo(QuoteStatus.PRESENTED);
    }

    @Test
    void a_later_revision_replaces_the_earlier_one_when_it_is_presented() {
        Quote first = presented();
        Quote second = b2b.deals().quotes().revise(first);
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.revision()).isEqualTo(2);
        assertThat(b2b.deals().quotes().get(first.id()).status()).isEqualTo(QuoteStatus.PRESENTED);

        b2b.deals().quotes().present(second.withOverallDiscount(Discount.percent("5")), LAST_DAY);

        assertThat(b2b.deals().quotes().findByDeal(deal.id()))
                .extracting(Quote::status)
                .containsExactly(QuoteStatus.REPLACED, QuoteStatus.PRESENTED);
        assertThatThrownBy(
                        () -> b2b.deals().quotes().accept(b2b.deals().quotes().get(first.id())))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void a_second_draft_of_one_number_is_refused() {
        Quote first = presented();
        b2b.deals().quotes().revise(first);

        assertThatThrownBy(() -> b2b.deals().quotes().revise(first))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("revision 2 is a draft still");
    }

    @Test
    void a_rejected_quote_says_why_and_stays_rejected() {
        Quote quote = b2b.deals().quotes().reject(presented(), "too dear");

        assertThat(quote.get(Quote.REJECT_REASON)).isEqualTo("too dear");
        assertThatThrownBy(() -> b2b.deals().quotes().accept(quote)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(
                        () -> b2b.deals().quotes().reject(b2b.deals().quotes().draft(deal), "not yet shown"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("can't become REJECTED where it is DRAFT");
    }

    @Test
    void the_last_day_can_not_be_over_when_a_quote_is_presented() {
        Quote draft = b2b.deals().quotes().draft(deal);

        assertThatThrownBy(() -> b2b.deals().quotes().present(draft, TODAY.minusDays(1)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("must not be before today");
        assertThat(b2b.deals().quotes().present(draft, TODAY).statusOn(TODAY)).isEqualTo(QuoteStatus.PRESENTED);
    }

    @Test
    void a_failure_midway_through_accepting_leaves_nothing() {
        Quote quote = presented();
        deal = b2b.deals().lines().remove(deal, 2);

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    B2b.in(tx).deals().quotes().accept(quote);
                    throw new IllegalStateException("power cut");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(b2b.deals().quotes().get(quote.id())).isEqualTo(quote);
        assertThat(storedDeal()).isEqualTo(deal);
        assertThat(b2b.deals().quotes().history(quote.id())).hasSize(2);
    }

    @Test
    void another_tenant_sees_no_quotes_and_counts_its_own() {
        b2b.deals().quotes().draft(deal);
        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("bob")));

        assertThat(other.deals().quotes().all().count()).isZero();
        assertThat(other.deals().quotes().revisions("Q-000001")).isEqualTo(List.of());
        assertThat(session.repository(QuoteNumberSeries.TYPE).all().count()).isEqualTo(1);
    }
}
