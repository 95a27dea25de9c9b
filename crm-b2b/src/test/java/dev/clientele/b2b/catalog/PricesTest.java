package dev.clientele.b2b.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.core.Crm;
import dev.clientele.core.TypeSet;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class PricesTest extends StoredTest {

    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2027, 7, 1);

    private Product turbine;
    private PriceBook book;

    PricesTest(Store store) {
        super(store);
    }

    @BeforeEach
    void stock() {
        turbine = b2b.catalog().products().add(Product.of("T-100", "Turbine").with(Product.FAMILY, "hardware"));
        book = b2b.catalog()
                .priceBooks()
                .add(PriceBook.of("EU", "Europe", CurrencyUnit.EUR).asStandard());
    }

    private String priceOf(long quantity, LocalDate day) {
        return b2b.catalog()
                .prices()
                .getListPrice(book, turbine, BigDecimal.valueOf(quantity), day)
                .toString();
    }

    @Test
    void a_price_holds_from_its_day_until_the_next_begins() {
        b2b.catalog().prices().add(book, turbine, eur("100"), JANUARY);
        b2b.catalog().prices().add(book, turbine, eur("120"), JULY);

        assertThat(priceOf(1, JULY.minusDays(1))).isEqualTo("EUR 100.00");
        assertThat(priceOf(1, JULY)).isEqualTo("EUR 120.00");
    }

    @Test
    void two_prices_of_a_product_can_not_begin_on_one_day_in_one_book() {
        b2b.catalog().prices().add(book, turbine, eur("100"), JANUARY);

        assertThatThrownBy(() -> b2b.catalog().prices().add(book, turbine, eur("90"), JANUARY))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void a_price_that_was_ended_leaves_none() {
        b2b.catalog().prices().add(Price.of(book, turbine, eur("100"), JANUARY).with(Price.VALID_TO, JULY));

        assertThat(priceOf(1, JULY.minusDays(1))).isEqualTo("EUR 100.00");
        assertThatThrownBy(() -> priceOf(1, JULY)).isInstanceOf(MissingPriceException.class);
    }

    @Test
    void the_base_price_holds_again_when_a_promotion_is_over() {
        b2b.catalog().prices().add(book, turbine, eur("100"), JANUARY);
        b2b.catalog().prices().add(Price.of(book, turbine, eur("79"), JULY).with(Price.VALID_TO, JULY.plusDays(31)));

        assertThat(priceOf(1, JULY.minusDays(1))).isEqualTo("EUR 100.00");
        assertThat(priceOf(1, JULY.plusDays(30))).isEqualTo("EUR 79.00");
        assertThat(priceOf(1, JULY.plusDays(31))).isEqualTo("EUR 100.00");
    }

    @Test
    void a_missing_price_is_an_error_that_says_of_what() {
        assertThatThrownBy(() -> priceOf(3, JANUARY))
                .isInstanceOf(MissingPriceException.class)
                .hasMessage("no price for 3 of T-100 holds in the book EU on 2027-01-01");
    }

    @Test
    void all_units_of_a_larger_purchase_cost_what_its_tier_says() {
        b2b.catalog().prices().add(book, turbine, eur("100"), JANUARY);
        b2b.catalog().prices().add(Price.of(book, turbine, eur("80"), JANUARY).withFromQuantity(10));
        b2b.catalog().prices().add(Price.of(book, turbine, eur("75"), JULY).withFromQuantity(10));

        assertThat(priceOf(9, JULY)).isEqualTo("EUR 100.00");
        assertThat(priceOf(10, JANUARY)).isEqualTo("EUR 80.00");
        assertThat(priceOf(10, JULY)).isEqualTo("EUR 75.00");
    }

    @Test
    void a_price_in_another_currency_than_its_book_is_refused() {
        assertThatThrownBy(() -> b2b.catalog().prices().add(book, turbine, usd("100"), JANUARY))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("must be in EUR, the currency of its book, got USD");
    }

    @Test
    void a_price_in_another_currency_that_came_in_another_way_is_never_used() {
        session.repository(Price.TYPE).add(Price.of(book, turbine, usd("100"), JANUARY));

        assertThatThrownBy(() -> priceOf(1, JANUARY)).isInstanceOf(MissingPriceException.class);
    }

    @Test
    void a_book_that_does_not_hold_yet_has_no_prices() {
        book = b2b.catalog().priceBooks().save(book.with(PriceBook.VALID_FROM, JULY));
        b2b.catalog().prices().add(book, turbine, eur("100"), JANUARY);

        assertThatThrownBy(() -> priceOf(1, JANUARY)).isInstanceOf(MissingPriceException.class);
        assertThat(priceOf(1, JULY)).isEqualTo("EUR 100.00");
    }

    @Test
    void a_currency_has_one_standard_book() {
        assertThat(b2b.catalog().priceBooks().findStandard(CurrencyUnit.EUR)).contains(book);
        assertThatThrownBy(() -> b2b.catalog()
                        .priceBooks()
                        .add(PriceBook.of("EU2", "Europe again", CurrencyUnit.EUR)
                                .asStandard()))
                .isInstanceOf(DuplicateException.class);
        b2b.catalog()
                .priceBooks()
                .add(PriceBook.of("US", "America", CurrencyUnit.USD).asStandard());
    }

    @Test
    void a_book_keeps_its_currency() {
        assertThatThrownBy(() -> b2b.catalog()
                        .priceBooks()
                        .save(book.with(PriceBook.CURRENCY, CurrencyUnit.USD).without(PriceBook.STANDARD_FOR)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("stays");
    }

    @Test
    void a_code_is_taken_once_and_stays() {
        assertThatThrownBy(() -> b2b.catalog().products().add(Product.of("T-100", "Another")))
                .isInstanceOf(DuplicateException.class);
        assertThatThrownBy(() -> b2b.catalog().products().save(turbine.with(Product.CODE, "T-200")))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void what_is_retired_is_not_among_the_active_ones() {
        Product support = b2b.catalog().products().add(Product.recurring("S-1", "Support", BillingFrequency.MONTHLY));
        b2b.catalog().products().save(turbine.retire());

        assertThat(b2b.catalog().products().active().stream().toList()).containsExactly(support);
    }

    @Test
    void a_host_adds_fields_of_its_own_to_products() {
        openAlone();
        stock();
        EntityTypeBuilder<Product> more = Product.TYPE.extend();
        OrderedField<Product, Long> watts = more.integer("watts");
        Crm host = Crm.on(storage)
                .types(B2b.types())
                .types(TypeSet.of(more.build()))
                .clock(clock)
                .build();
        B2b theirs = B2b.in(host.session(TenantId.of("acme"), Actor.user("alice")));

        theirs.catalog().products().save(turbine.with(watts, 5000L));

        assertThat(theirs.catalog()
                        .products()
                        .query(watts.atLeast(4000L))
                        .first()
                        .map(Product::code))
                .contains("T-100");
    }

    @Test
    void a_product_with_a_price_can_not_be_removed() {
        b2b.catalog().prices().add(book, turbine, eur("100"), JANUARY);

        assertThatThrownBy(() -> b2b.catalog().products().remove(turbine)).isInstanceOf(InvalidException.class);
    }

    @Test
    void another_tenant_sees_none_of_it_and_may_use_the_same_codes() {
        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("bob")));

        assertThat(other.catalog().products().findByCode("T-100")).isEmpty();
        assertThat(other.catalog().priceBooks().findStandard(CurrencyUnit.EUR)).isEmpty();
        other.catalog().products().add(Product.of("T-100", "Theirs"));
        assertThat(b2b.catalog().products().findByCode("T-100")).contains(turbine);
    }
}
