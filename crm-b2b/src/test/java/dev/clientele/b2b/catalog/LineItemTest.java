package dev.clientele.b2b.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.entity.Id;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class LineItemTest {

    private static LineItem line(Product product, String quantity, String listPrice) {
        return LineItem.of(1, product.withId(Id.of(new UUID(0, 1))), new BigDecimal(quantity), Money.parse(listPrice));
    }

    private static final Product TURBINE = Product.of("T-100", "Turbine");
    private static final Product SUPPORT = Product.recurring("S-1", "Support", BillingFrequency.MONTHLY);

    @Test
    void a_line_is_rounded_half_up_to_the_minor_unit_of_its_currency() {
        assertThat(line(TURBINE, "0.5", "EUR 0.01").total()).isEqualTo(Money.parse("EUR 0.01"));
        assertThat(line(TURBINE, "2.5", "JPY 333").total()).isEqualTo(Money.parse("JPY 833"));
        assertThat(line(TURBINE, "0.333", "BHD 1.001").total()).isEqualTo(Money.parse("BHD 0.333"));
    }

    @Test
    void a_discount_is_a_share_or_an_amount_off_each_period() {
        LineItem support = line(SUPPORT, "3", "EUR 10.00");

        assertThat(support.withDiscount(Discount.percent("12.5")).perPeriod()).isEqualTo(Money.parse("EUR 26.25"));
        assertThat(support.withDiscount(Discount.of(Money.parse("EUR 5.00"))).perPeriod())
                .isEqualTo(Money.parse("EUR 25.00"));
        assertThat(support.withDiscount(Discount.of(Money.parse("EUR 5.00"))).total())
                .isEqualTo(Money.parse("EUR 300.00"));
    }

    @Test
    void what_recurs_is_sold_for_a_year_unless_said_otherwise() {
        LineItem support = line(SUPPORT, "1", "EUR 10.00");

        assertThat(support.periods()).isEqualTo(12);
        assertThat(support.withPeriods(36).total()).isEqualTo(Money.parse("EUR 360.00"));
        assertThat(support.withPeriods(36).annual()).isEqualTo(Money.parse("EUR 120.00"));
        assertThat(line(TURBINE, "1", "EUR 10.00").annual()).isEqualTo(Money.parse("EUR 0.00"));
    }

    @Test
    void totals_tell_recurring_and_one_off_apart() {
        LineTotals totals = LineTotals.of(List.of(
                        line(TURBINE, "2", "EUR 1000.00").withDiscount(Discount.percent("10")),
                        line(SUPPORT, "1", "EUR 10.00").withPeriods(24)))
                .orElseThrow();

        assertThat(totals.oneOff()).isEqualTo(Money.parse("EUR 1800.00"));
        assertThat(totals.recurring()).isEqualTo(Money.parse("EUR 240.00"));
        assertThat(totals.net()).isEqualTo(Money.parse("EUR 2040.00"));
        assertThat(totals.annual()).isEqualTo(Money.parse("EUR 120.00"));
        assertThat(totals.monthly()).isEqualTo(Money.parse("EUR 10.00"));
        assertThat(totals.list()).isEqualTo(Money.parse("EUR 2240.00"));
        assertThat(totals.discount()).isEqualByComparingTo("0.0893");
        assertThat(totals.maxDiscount()).isEqualByComparingTo("0.1");
    }

    @Test
    void a_discount_a_hair_over_a_limit_counts_as_over_it() {
        assertThat(LineTotals.discount(Money.parse("EUR 100000.00"), Money.parse("EUR 79999.99")))
                .isEqualByComparingTo("0.2001");
        assertThat(LineTotals.discount(Money.parse("EUR 100000.00"), Money.parse("EUR 80000.00")))
                .isEqualByComparingTo("0.2");
    }

    @Test
    void more_than_the_list_price_is_no_discount() {
        assertThat(LineTotals.discount(Money.parse("EUR 100.00"), Money.parse("EUR 120.00")))
                .isZero();
    }

    @Test
    void currencies_do_not_mix() {
        LineItem euros = line(TURBINE, "1", "EUR 1.00");

        assertThatThrownBy(() -> LineTotals.of(List.of(euros, line(TURBINE, "1", "USD 1.00"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must all be in EUR, got USD");
        assertThatThrownBy(() -> euros.withUnitPrice(Money.parse("USD 1.00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euros.withDiscount(Discount.of(Money.parse("USD 1.00"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatThrownBy(() -> line(TURBINE, "0", "EUR 1.00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quantity must be above 0");
        assertThatThrownBy(() -> line(TURBINE, "1", "EUR 1.00").withPeriods(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("periods");
        assertThatThrownBy(() -> line(TURBINE, "1", "EUR 1.00").withDiscount(Discount.of(Money.parse("EUR 1.01"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most EUR 1.00");
        assertThatThrownBy(() -> Discount.percent("101")).isInstanceOf(IllegalArgumentException.class);
    }
}
