package dev.clientele.examples.quickstart.business;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.examples.quickstart.load.DayStart;
import dev.clientele.examples.quickstart.load.StableId;
import dev.clientele.examples.quickstart.source.steelwheels.OrderLine;
import dev.clientele.examples.quickstart.source.steelwheels.OrderStatus;
import dev.clientele.examples.quickstart.source.steelwheels.Payment;
import dev.clientele.examples.quickstart.source.steelwheels.SteelWheelsOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What orders and payments leave on the timeline of an account and of the deal. */
final class OrderTimeline {

    /** The name of the system that all of it comes from. */
    static final String SOURCE = "steelwheels";

    static final Channel SHIPMENT = new Channel("shipment");
    static final Channel PAYMENT = new Channel("payment");

    /** Orders that brought money: those count for an account's value. */
    private static final Set<OrderStatus> DELIVERED = EnumSet.of(OrderStatus.SHIPPED, OrderStatus.RESOLVED);

    private OrderTimeline() {}

    static boolean isDelivered(SteelWheelsOrder order) {
        return DELIVERED.contains(order.status());
    }

    /** A delivered order as the library's event of that kind, which puts itself on the timeline too. */
    static dev.clientele.b2b.revenue.order.Order event(SteelWheelsOrder order) {
        return dev.clientele.b2b.revenue.order.Order.of(
                        accountId(order.customer()), SteelWheelsMoney.of(order.total()), DayStart.of(order.ordered()))
                .withExternalId(SOURCE, "order-" + order.number())
                .withSubject(deal(order))
                .with(dev.clientele.b2b.revenue.order.Order.TITLE, title(order));
    }

    /** What else there is to tell of an order: itself, if it was not delivered; when it was sent; what was noted. */
    static List<Interaction> of(SteelWheelsOrder order) {
        List<Interaction> told = new ArrayList<>();
        if (!isDelivered(order)) {
            told.add(about(order, Channel.PURCHASE, Direction.INBOUND, order.ordered())
                    .with(
                            Interaction.TITLE,
                            title(order) + ", " + order.status().text().toLowerCase(Locale.ROOT))
                    .withAttribute("amount", SteelWheelsMoney.of(order.total()).toString())
                    .withExternalId(SOURCE, "order-" + order.number()));
        }
        order.comments()
                .ifPresent(comment -> told.add(about(order, Channel.NOTE, Direction.INTERNAL, order.ordered())
                        .with(Interaction.TITLE, "On order " + order.number() + ": " + firstLine(comment))
                        .with(Interaction.CONTENT, comment)
                        .withExternalId(SOURCE, "comment-" + order.number())));
        order.shipped()
                .ifPresent(day -> told.add(about(order, SHIPMENT, Direction.OUTBOUND, day)
                        .with(Interaction.TITLE, "Order " + order.number() + " sent")
                        .withExternalId(SOURCE, "shipment-" + order.number())));
        return told;
    }

    static Interaction of(Payment payment) {
        Instant when = DayStart.of(payment.paid());
        return Interaction.of(PAYMENT, Direction.INBOUND, when, accountId(payment.customer()))
                .with(Interaction.TITLE, "Paid by check " + payment.checkNumber())
                .withAttribute("amount", SteelWheelsMoney.of(payment.amount()).toString())
                .withExternalId(SOURCE, "payment-" + payment.checkNumber());
    }

    private static Interaction about(SteelWheelsOrder order, Channel channel, Direction direction, LocalDate day) {
        return Interaction.of(channel, direction, DayStart.of(day), accountId(order.customer()))
                .withSubject(deal(order));
    }

    private static String title(SteelWheelsOrder order) {
        int pieces = order.lines().stream().mapToInt(OrderLine::quantity).sum();
        return "Order " + order.number() + ": " + pieces + " pieces of "
                + order.lines().size() + " models";
    }

    private static String firstLine(String comment) {
        String line = comment.lines().findFirst().orElse("");
        return line.length() <= 300 ? line : line.substring(0, 299) + "…";
    }

    private static Id<?> deal(SteelWheelsOrder order) {
        return StableId.of("order", order.number());
    }

    static Id<Account> accountId(int customer) {
        return StableId.of("account", customer);
    }
}
