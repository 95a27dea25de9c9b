package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.catalog.Discount;
import dev.clientele.b2b.catalog.LineItem;
import dev.clientele.b2b.catalog.MissingPriceException;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.catalog.StockedTest;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.TenantId;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class DealLinesTest extends StockedTest {

    private Opportunity deal;

    DealLinesTest(Store store) {
        super(store);
    }

    @BeforeEach
    void open_a_deal() {
        deal = b2b.deals().open(account("Globex"), Pipeline.standard(), "Turbines", eur("1"));
    }

    private Opportunity stored() {
        return b2b.deals().get(deal.id());
    }

    @Test
    void the_amount_of_a_deal_is_what_its_lines_come_to() {
        deal = b2b.deals().lines().add(deal, turbine, 10);
        deal = b2b.deals().lines().add(deal, support, 2);

        assertThat(stored()).isEqualTo(deal);
        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(eur("11200"));
        assertThat(deal.get(Opportunity.ONE_OFF_AMOUNT)).isEqualTo(eur("10000"));
        assertThat(deal.get(Opportunity.ANNUAL_AMOUNT)).isEqualTo(eur("1200"));
        assertThat(deal.lineTotals().orElseThrow().monthly()).isEqualTo(eur("100"));
    }

    @Test
    void a_discount_on_a_line_shows_on_the_deal() {
        deal = b2b.deals().lines().add(deal, turbine, decimal("10"), line -> line.withDiscount(Discount.percent("25")));
        deal = b2b.deals().lines().add(deal, support, decimal("10"), line -> line.withUnitPrice(eur("60")));

        assertThat(deal.get(Opportunity.LIST_AMOUNT)).isEqualTo(eur("16000"));
        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(eur("14700"));
        assertThat(deal.get(Opportunity.DISCOUNT)).isEqualByComparingTo("0.0813");
        assertThat(deal.get(Opportunity.MAX_LINE_DISCOUNT)).isEqualByComparingTo("0.25");
    }

    @Test
    void an_amount_by_hand_is_refused_while_there_are_lines() {
        deal = b2b.deals().lines().add(deal, turbine, 1);

        assertThatThrownBy(() -> b2b.deals().save(deal.with(Opportunity.AMOUNT, eur("5"))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("must be what the deal's lines come to, EUR 1000.00");
        assertThatThrownBy(() -> b2b.deals().save(deal.with(Opportunity.DISCOUNT, decimal("0.5"))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("in step with the lines");
        assertThatThrownBy(() -> session.repository(Opportunity.TYPE).save(deal.without(Opportunity.LINES)))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void an_amount_by_hand_may_stand_once_the_last_line_is_gone() {
        deal = b2b.deals().lines().remove(b2b.deals().lines().add(deal, turbine, 3), 1);

        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(eur("3000"));
        assertThat(deal.get(Opportunity.LIST_AMOUNT)).isNull();
        deal = b2b.deals().save(deal.with(Opportunity.AMOUNT, eur("5")));
        assertThat(stored().get(Opportunity.AMOUNT)).isEqualTo(eur("5"));
    }

    @Test
    void lines_and_amount_change_together_in_the_history() {
        deal = b2b.deals().lines().add(deal, turbine, 10);

        List<Change> history = b2b.deals().history(deal.id());
        assertThat(history).hasSize(2);
        assertThat(history.get(1).fields()).containsKeys("lines", "amount", "list_amount", "discount", "products");
    }

    @Test
    void a_larger_quantity_gets_the_price_of_its_tier() {
        deal = b2b.deals().lines().add(deal, turbine, 99);
        deal = b2b.deals().lines().changeQuantity(deal, 1, decimal("100"));

        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(eur("90000"));
    }

    @Test
    void a_line_keeps_its_list_price_until_the_deal_is_priced_again() {
        deal = b2b.deals().lines().add(deal, turbine, decimal("2"), line -> line.withDiscount(Discount.percent("10")));
        b2b.catalog().prices().add(book, turbine, eur("1100"), TODAY);
        assertThat(stored().get(Opportunity.AMOUNT)).isEqualTo(eur("1800"));

        deal = b2b.deals().lines().reprice(deal);

        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(eur("1980"));
        assertThat(b2b.deals().lines().reprice(deal)).isEqualTo(deal);
    }

    @Test
    void a_line_that_has_no_price_today_keeps_the_deal_from_being_priced_again() {
        deal = b2b.deals().lines().add(b2b.deals().lines().add(deal, turbine, 2), support, 1);
        PriceBook half = b2b.catalog().priceBooks().add(PriceBook.of("HALF", "Half", CurrencyUnit.EUR));
        b2b.catalog().prices().add(half, turbine, eur("1"), YEAR);

        assertThatThrownBy(() -> b2b.deals().lines().changePriceBook(deal, half))
                .isInstanceOf(MissingPriceException.class)
                .hasMessage("no price for 1 of S-1 holds in the book HALF on 2027-01-10");
        assertThat(stored()).isEqualTo(deal);
    }

    @Test
    void a_deal_in_another_currency_than_its_book_is_refused() {
        PriceBook dollars = b2b.catalog()
                .priceBooks()
                .add(PriceBook.of("US", "America", CurrencyUnit.USD).asStandard());

        assertThatThrownBy(() -> b2b.deals().lines().changePriceBook(deal, dollars))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("must be in EUR as the deal's amount, got US in USD");
        Opportunity inYen = b2b.deals().open(account("Hooli"), Pipeline.standard(), "More", Money.parse("JPY 5"));
        assertThatThrownBy(() -> b2b.deals().lines().add(inYen, turbine, 1))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("no standard book is there for the currency");
    }

    @Test
    void a_deal_without_an_amount_takes_the_currency_of_its_book() {
        deal = b2b.deals().save(deal.without(Opportunity.AMOUNT).with(Opportunity.PRICE_BOOK, book.id()));

        deal = b2b.deals().lines().add(deal, turbine, 1);

        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(eur("1000"));
    }

    @Test
    void a_line_without_a_price_leaves_everything_as_it_was() {
        PriceBook empty = b2b.catalog().priceBooks().add(PriceBook.of("EMPTY", "Empty", CurrencyUnit.EUR));
        deal = b2b.deals().lines().changePriceBook(deal, empty);

        assertThatThrownBy(() -> b2b.deals().lines().add(deal, turbine, 1)).isInstanceOf(MissingPriceException.class);

        assertThat(stored()).isEqualTo(deal);
    }

    @Test
    void a_deal_is_found_by_what_it_is_about() {
        deal = b2b.deals().lines().add(deal, turbine, 1);

        assertThat(b2b.deals().query(Opportunity.PRODUCTS.has("T-100")).first()).contains(deal);
        assertThat(b2b.deals().query(Opportunity.FAMILIES.has("services")).count())
                .isZero();
    }

    @Test
    void what_is_sold_is_added_up_by_product_and_by_family_never_across_currencies() {
        b2b.deals().lines().add(b2b.deals().lines().add(deal, turbine, 2), support, 1);
        PriceBook dollars = b2b.catalog()
                .priceBooks()
                .add(PriceBook.of("US", "America", CurrencyUnit.USD).asStandard());
        b2b.catalog().prices().add(dollars, turbine, usd("1100"), YEAR);
        Opportunity overseas = b2b.deals().open(account("Hooli"), Pipeline.standard(), "More", Money.parse("USD 1"));
        b2b.deals().lines().add(overseas, turbine, 1);

        assertThat(b2b.deals().lines().totalsByProduct(Opportunity.KIND.is(StageKind.OPEN)))
                .containsExactly(
                        entry("S-1", MoneyTotals.of(eur("600"))),
                        entry("T-100", MoneyTotals.of(eur("2000"), usd("1100"))));
        assertThat(b2b.deals().lines().totalsByFamily(Opportunity.AMOUNT.isInCurrency(CurrencyUnit.EUR)))
                .containsOnlyKeys("hardware", "services");
    }

    @Test
    void what_everybody_is_credited_with_follows_the_lines() {
        SalesRep anna = rep("Anna");
        SalesRep ben = rep("Ben");
        deal = b2b.deals().split(deal, CreditSplit.of(anna.id(), "60"), CreditSplit.of(ben.id(), "40"));

        deal = b2b.deals().lines().add(deal, turbine, 3);

        assertThat(deal.credits().amounts()).containsOnly(entry(anna.id(), eur("1800")), entry(ben.id(), eur("1200")));
    }

    @Test
    void the_lines_of_a_closed_deal_stay() {
        deal = b2b.deals().win(b2b.deals().lines().add(deal, turbine, 1));

        assertThatThrownBy(() -> b2b.deals().lines().remove(deal, 1))
                .isInstanceOf(UnmetConditionsException.class)
                .hasMessageContaining("reopen it first");
    }

    @Test
    void a_retired_product_is_no_longer_sold() {
        b2b.catalog().products().save(turbine.retire());

        assertThatThrownBy(() -> b2b.deals().lines().add(deal, turbine, 1))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("T-100 is sold no longer");
    }

    @Test
    void two_who_change_the_lines_at_once_do_not_overwrite_each_other() {
        b2b.deals().lines().add(deal, turbine, 1);

        assertThatThrownBy(() -> b2b.deals().lines().add(deal, support, 1)).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void a_failure_midway_leaves_nothing() {
        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    B2b.in(tx).deals().lines().add(deal, turbine, 1);
                    throw new IllegalStateException("power cut");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(stored()).isEqualTo(deal);
        assertThat(b2b.deals().history(deal.id())).hasSize(1);
    }

    @Test
    void another_tenant_can_not_sell_our_products() {
        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("bob")));
        other.catalog()
                .priceBooks()
                .add(PriceBook.of("EU", "Europe", CurrencyUnit.EUR).asStandard());
        Opportunity theirs =
                other.deals().open(Opportunity.named("Theirs").with(Opportunity.AMOUNT, eur("1")), Pipeline.standard());

        assertThatThrownBy(() -> other.deals().lines().add(theirs, turbine, 1)).isInstanceOf(NotFoundException.class);
        assertThat(other.deals().find(deal.id())).isEmpty();
    }

    @Test
    void a_line_is_changed_by_its_number() {
        deal = b2b.deals().lines().add(deal, turbine, 1);
        deal = b2b.deals().lines().add(deal, support, 1);
        deal = b2b.deals().lines().remove(deal, 1);
        deal = b2b.deals().lines().changeTerms(deal, 2, line -> line.withPeriods(24));

        assertThat(deal.lines()).extracting(LineItem::number).containsExactly(2);
        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(eur("1200"));
        assertThatThrownBy(() -> b2b.deals().lines().remove(deal, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the deal has no line 1");
        assertThat(deal.get(Opportunity.DISCOUNT)).isEqualByComparingTo(BigDecimal.ZERO);
    }
}
