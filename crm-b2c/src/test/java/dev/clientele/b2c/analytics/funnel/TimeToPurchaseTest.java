package dev.clientele.b2c.analytics.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.analytics.PurchaseBookBuilder;
import dev.clientele.b2c.purchase.CountingRule;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The product-limit estimate, worked by hand. */
class TimeToPurchaseTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    /** Each row is a customer: the day of the first purchase, and of the second if there is one. */
    private static PurchaseBook<Integer> book(int[]... customers) {
        PurchaseBookBuilder<Integer> book = PurchaseBook.builder(CurrencyUnit.EUR, CountingRule.standard());
        for (int i = 0; i < customers.length; i++) {
            for (int day : customers[i]) {
                book.addPurchase(i, START.plusDays(day), Money.of(CurrencyUnit.EUR, 1));
            }
        }
        return book.build();
    }

    @Test
    void those_still_watched_lower_nothing_and_leave_the_risk_in_time() {
        // second purchases after 6 and 13 days; watched without one for 10 and 20 days
        PurchaseBook<Integer> book = book(new int[] {0, 6}, new int[] {10}, new int[] {1, 14}, new int[] {0});
        TimeToPurchase time = TimeToPurchase.of(book, 2, START.plusDays(20));

        assertThat(time.customers()).isEqualTo(4);
        assertThat(time.reached()).isEqualTo(2);
        assertThat(time.points()).extracting(TimeToPurchase.Point::atRisk).containsExactly(4L, 2L);
        assertThat(time.shareWithin(5)).isZero();
        assertThat(time.shareWithin(6)).isCloseTo(1 / 4.0, within(1e-15));
        assertThat(time.shareWithin(13)).isCloseTo(1 - 3 / 4.0 * 1 / 2.0, within(1e-15));
        assertThat(time.daysUntil(.25)).hasValue(6);
        assertThat(time.daysUntil(.6)).hasValue(13);
        assertThat(time.daysUntil(.9)).isEmpty();
    }

    @Test
    void whoever_leaves_the_watch_on_the_day_of_an_event_was_still_at_risk() {
        PurchaseBook<Integer> book = book(new int[] {0, 10}, new int[] {10});

        assertThat(TimeToPurchase.of(book, 2, START.plusDays(20)).shareWithin(10))
                .isCloseTo(.5, within(1e-15));
    }

    @Test
    void nobody_is_no_curve() {
        TimeToPurchase time = TimeToPurchase.of(book(), 2, START);

        assertThat(time.points()).isEmpty();
        assertThat(time.shareWithin(1000)).isZero();
    }

    @Test
    void the_first_purchase_takes_no_time() {
        assertThatThrownBy(() -> TimeToPurchase.of(book(), 1, START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("purchase must be 2 or more, was 1");
    }
}
