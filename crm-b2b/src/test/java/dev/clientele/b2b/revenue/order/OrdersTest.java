package dev.clientele.b2b.revenue.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.value.CashFlow;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class OrdersTest extends StoredTest {

    OrdersTest(Store store) {
        super(store);
    }

    private static Order order(Account account, String number, Money amount, String day) {
        return Order.of(account.id(), amount, Instant.parse(day + "T09:00:00Z")).withExternalId("shop", number);
    }

    @Test
    void an_order_stands_in_the_history_and_on_the_timeline() {
        Account globex = account("Globex");

        b2b.revenue()
                .orders()
                .record(order(globex, "2", eur("20"), "2026-02-01").with(Order.TITLE, "Order 2"));
        b2b.revenue().orders().record(order(globex, "1", eur("10"), "2026-01-01"));

        assertThat(b2b.revenue().orders().history(globex.id()).orders())
                .containsExactly(
                        CashFlow.of(LocalDate.of(2026, 1, 1), eur("10")),
                        CashFlow.of(LocalDate.of(2026, 2, 1), eur("20")));
        assertThat(session.timeline()
                        .forRecord(globex.id(), Channel.PURCHASE)
                        .page(10)
                        .items())
                .extracting(Interaction::title)
                .containsExactly("Order 2", "Order");
    }

    @Test
    void an_order_counts_once_however_often_it_is_recorded() {
        Account globex = account("Globex");
        List<Order> orders =
                List.of(order(globex, "1", eur("10"), "2026-01-01"), order(globex, "2", eur("20"), "2026-02-01"));
        b2b.revenue().orders().record(orders.subList(0, 1));

        assertThat(b2b.revenue().orders().record(orders)).containsExactly("shop:1");

        assertThat(b2b.revenue().orders().history(globex.id()).totals()).isEqualTo(MoneyTotals.of(eur("30")));
        assertThat(session.timeline().forRecord(globex.id()).count()).isEqualTo(2);
    }

    @Test
    void totals_are_kept_per_account_and_currency() {
        Account globex = account("Globex");
        Account initech = account("Initech");
        b2b.revenue()
                .orders()
                .record(List.of(
                        order(globex, "1", eur("10"), "2026-01-01"),
                        order(globex, "2", usd("7"), "2026-01-02"),
                        order(globex, "3", eur("-4"), "2026-01-03"),
                        order(initech, "4", eur("1"), "2025-12-31")));

        assertThat(b2b.revenue().orders().totals(Criteria.always()))
                .isEqualTo(Map.of(
                        globex.id(), MoneyTotals.of(eur("6"), usd("7")),
                        initech.id(), MoneyTotals.of(eur("1"))));
        assertThat(b2b.revenue()
                        .orders()
                        .totals(Order.TYPE.occurredBetween(
                                Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"))))
                .containsOnlyKeys(globex.id());
    }
}
