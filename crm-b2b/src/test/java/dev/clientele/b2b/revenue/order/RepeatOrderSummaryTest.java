package dev.clientele.b2b.revenue.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.value.CashFlow;
import dev.clientele.core.value.MoneyTotals;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RepeatOrderSummaryTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final OrderHistory HISTORY = OrderHistory.of(List.of(
            order(0, "10"), order(0, "5"), order(17, "20"), order(17, "1"), order(30, "-20"), order(100, "40")));

    private static CashFlow order(int day, String amount) {
        return CashFlow.of(FIRST.plusDays(day), Money.parse("EUR " + amount));
    }

    @Test
    void orders_of_one_day_count_once_and_what_was_paid_back_not() {
        assertThat(HISTORY.repeatSummary(FIRST.plusDays(120)))
                .contains(new RepeatOrderSummary(2, 100, 120, MoneyTotals.of(Money.parse("EUR 61"))));
    }

    @Test
    void what_happened_after_the_day_does_not_count() {
        assertThat(HISTORY.repeatSummary(FIRST.plusDays(50)))
                .contains(new RepeatOrderSummary(1, 17, 50, MoneyTotals.of(Money.parse("EUR 21"))));
        assertThat(HISTORY.repeatSummary(FIRST)).contains(new RepeatOrderSummary(0, 0, 0, MoneyTotals.empty()));
    }

    @Test
    void who_has_not_ordered_yet_has_no_summary() {
        assertThat(HISTORY.repeatSummary(FIRST.minusDays(1))).isEmpty();
    }

    @Test
    void numbers_that_can_not_be_are_refused() {
        assertThatThrownBy(() -> new RepeatOrderSummary(0, 3, 5, MoneyTotals.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 without repeats");
        assertThatThrownBy(() -> new RepeatOrderSummary(1, 6, 5, MoneyTotals.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
