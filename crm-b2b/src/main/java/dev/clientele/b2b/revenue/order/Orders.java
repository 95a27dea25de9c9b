package dev.clientele.b2b.revenue.order;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multimaps;
import dev.clientele.b2b.account.Account;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.Id;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.core.value.CashFlow;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The orders of all accounts of the session's tenant. Thread-safe unless the session is that of a transaction.
 *
 * <p>An order's day is the one in the zone of the session's clock.
 */
public final class Orders {

    private final CrmSession session;
    private final EventLog<Order> log;

    /** Opens the orders of a session. */
    public Orders(CrmSession session) {
        this.session = session;
        this.log = session.eventLog(Order.TYPE);
    }

    /** Records an order, in the log and on the account's timeline; returns false if it was there already. */
    public boolean record(Order order) {
        return record(List.of(order)).isEmpty();
    }

    /**
     * Records orders in one transaction, in the log and on the accounts' timelines.
     *
     * @return the keys of the orders that were there already
     */
    public Set<String> record(Collection<Order> orders) {
        return session.inTransaction(tx -> {
            Set<String> known = tx.eventLog(Order.TYPE).record(orders);
            tx.timeline()
                    .record(orders.stream()
                            .filter(order -> !known.contains(order.key()))
                            .map(Orders::onTimeline)
                            .toList());
            return known;
        });
    }

    private static Interaction onTimeline(Order order) {
        Interaction interaction = Interaction.of(
                        Channel.PURCHASE, Direction.INBOUND, order.occurredAt(), order.account())
                .with(Interaction.TITLE, order.getOrDefault(Order.TITLE, "Order"))
                .withAttribute("amount", order.amount().toString());
        int colon = order.key().indexOf(':');
        return colon < 0
                ? interaction
                : interaction.withExternalId(
                        order.key().substring(0, colon), order.key().substring(colon + 1));
    }

    /** Returns the log of orders, for queries. */
    public EventLog<Order> log() {
        return log;
    }

    /** Returns the orders of an account, with those of accounts merged into it. */
    public OrderHistory history(Id<Account> account) {
        List<CashFlow> flows = new ArrayList<>();
        Set<String> counted = new HashSet<>();
        for (UUID identity : new MergedIds(session).identities(account)) {
            try (Stream<Order> orders = log.forSubject(identity).oldestFirst().stream()) {
                orders.filter(order -> counted.add(order.key())).map(this::flow).forEach(flows::add);
            }
        }
        return OrderHistory.of(flows);
    }

    /**
     * Returns the orders of each account, by one reading of all orders that meet a criteria: the data that models are
     * fitted to. Orders of an account that was merged into another count for that one.
     */
    public Map<Id<Account>, OrderHistory> histories(Criteria criteria) {
        ListMultimap<Id<Account>, CashFlow> flows =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        try (Stream<Order> orders = log.all().and(criteria).oldestFirst().stream()) {
            orders.forEach(order -> flows.put(order.account(), flow(order)));
        }
        Map<Id<Account>, OrderHistory> histories = new LinkedHashMap<>();
        Map<UUID, UUID> merged = new MergedIds(session)
                .resolve(flows.keySet().stream().map(Id::value).collect(Collectors.toSet()));
        ListMultimap<Id<Account>, CashFlow> current =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        flows.forEach(
                (account, flow) -> current.put(Id.of(merged.getOrDefault(account.value(), account.value())), flow));
        Multimaps.asMap(current).forEach((account, all) -> histories.put(account, OrderHistory.of(all)));
        return histories;
    }

    private CashFlow flow(Order order) {
        LocalDate day = LocalDate.ofInstant(order.occurredAt(), session.clock().getZone());
        return CashFlow.of(day, order.amount());
    }

    /**
     * Computes each account's total of the orders that meet a criteria, added up by the database. Orders of an account
     * that was merged into another count for that one.
     *
     * @throws dev.clientele.core.error.StorageSetupException if there are more than 100,000 accounts among them
     */
    public Map<Id<Account>, MoneyTotals> totals(Criteria criteria) {
        List<Group> groups = log.all()
                .and(criteria)
                .aggregate(List.of(Order.ACCOUNT, Order.AMOUNT.currency()), List.of(Measure.sum(Order.AMOUNT.name())));
        Map<UUID, UUID> merged = new MergedIds(session)
                .resolve(groups.stream()
                        .map(group -> Order.ACCOUNT.valueOf(group.keys().get(0)))
                        .filter(Objects::nonNull)
                        .map(Id::value)
                        .collect(Collectors.toSet()));
        Map<Id<Account>, MoneyTotals> totals = new LinkedHashMap<>();
        for (Group group : groups) {
            Id<Account> account = Order.ACCOUNT.valueOf(group.keys().get(0));
            CurrencyUnit currency = Order.AMOUNT.currency().valueOf(group.keys().get(1));
            if (account != null && currency != null && group.values().get(0) instanceof BigDecimal sum) {
                Money amount = Money.of(currency, sum.setScale(currency.getDecimalPlaces(), RoundingMode.UNNECESSARY));
                Id<Account> current = Id.of(merged.getOrDefault(account.value(), account.value()));
                totals.merge(current, MoneyTotals.of(amount), MoneyTotals::plus);
            }
        }
        return totals;
    }
}
