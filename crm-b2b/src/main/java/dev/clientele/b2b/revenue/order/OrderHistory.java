package dev.clientele.b2b.revenue.order;

import dev.clientele.core.value.CashFlow;
import dev.clientele.core.value.MoneyTotals;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The orders and returns of one account, by day. Immutable and thread-safe.
 *
 * @param orders sorted by day; in any currencies; negative amounts are paid back
 */
public record OrderHistory(List<CashFlow> orders) {

    /** Copies and sorts the orders. */
    public OrderHistory {
        orders = orders.stream().sorted(Comparator.comparing(CashFlow::date)).toList();
    }

    /** Returns the history of these orders. */
    public static OrderHistory of(Collection<CashFlow> orders) {
        return new OrderHistory(List.copyOf(orders));
    }

    /** Returns the history as it was known on a day: orders up to and on it. */
    public OrderHistory asOf(LocalDate lastDay) {
        return new OrderHistory(
                orders.stream().filter(order -> !order.date().isAfter(lastDay)).toList());
    }

    /** Counts the orders, returns left out. */
    public int count() {
        return (int) purchases().count();
    }

    /** Returns the day of the first order. */
    public Optional<LocalDate> first() {
        return purchases().map(CashFlow::date).findFirst();
    }

    /** Returns the day of the last order. */
    public Optional<LocalDate> last() {
        return purchases().map(CashFlow::date).reduce((earlier, later) -> later);
    }

    /** Summarises repeat orders by a day, for models of repeat purchases; empty if the account hadn't ordered yet. */
    public Optional<RepeatOrderSummary> repeatSummary(LocalDate asOf) {
        List<CashFlow> known = asOf(asOf).purchases().toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = known.get(0).date();
        LocalDate last = known.get(known.size() - 1).date();
        List<CashFlow> later =
                known.stream().filter(order -> order.date().isAfter(first)).toList();
        return Optional.of(new RepeatOrderSummary(
                (int) later.stream().map(CashFlow::date).distinct().count(),
                (int) ChronoUnit.DAYS.between(first, last),
                (int) ChronoUnit.DAYS.between(first, asOf),
                later.stream().map(CashFlow::amount).collect(MoneyTotals.summing())));
    }

    /** Returns the total of all amounts, per currency. */
    public MoneyTotals totals() {
        return orders.stream().map(CashFlow::amount).collect(MoneyTotals.summing());
    }

    private Stream<CashFlow> purchases() {
        return orders.stream().filter(order -> order.amount().isPositive());
    }
}
