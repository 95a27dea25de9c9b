package dev.clientele.examples.quickstart.business;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.examples.quickstart.load.StableId;
import dev.clientele.examples.quickstart.source.steelwheels.Payment;
import dev.clientele.examples.quickstart.source.steelwheels.SteelWheelsOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores orders as deals, as events for an account's value and on timelines; and payments. */
final class OrderLoad {

    private OrderLoad() {}

    static void store(CrmSession tx, List<SteelWheelsOrder> orders) {
        B2b b2b = B2b.in(tx);
        Pipeline pipeline = b2b.deals().pipelines().get(StableId.of("pipeline", OrderPipeline.CODE));
        Map<Id<Account>, Account> accounts = accounts(b2b, orders);
        List<Opportunity> deals = new ArrayList<>();
        List<Interaction> told = new ArrayList<>();
        for (SteelWheelsOrder order : orders) {
            Id<Account> customer = OrderTimeline.accountId(order.customer());
            Account account = accounts.get(customer);
            if (account == null) {
                throw new IllegalStateException("order " + order.number() + " is of an account that isn't there");
            }
            deals.add(OrderDealHistory.of(order, account, pipeline));
            told.addAll(OrderTimeline.of(order));
        }
        b2b.deals().addAll(deals);
        b2b.revenue()
                .orders()
                .record(orders.stream()
                        .filter(OrderTimeline::isDelivered)
                        .map(OrderTimeline::event)
                        .toList());
        tx.timeline().record(told);
    }

    static void storePayments(CrmSession tx, List<Payment> payments) {
        tx.timeline().record(payments.stream().map(OrderTimeline::of).toList());
    }

    private static Map<Id<Account>, Account> accounts(B2b b2b, List<SteelWheelsOrder> orders) {
        List<Id<Account>> ids = orders.stream()
                .map(SteelWheelsOrder::customer)
                .distinct()
                .map(OrderTimeline::accountId)
                .toList();
        return b2b.accounts().findAll(ids).stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }
}
