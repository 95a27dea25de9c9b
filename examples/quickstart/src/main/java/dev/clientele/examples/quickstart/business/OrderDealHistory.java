package dev.clientele.examples.quickstart.business;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.examples.quickstart.load.DayStart;
import dev.clientele.examples.quickstart.load.StableId;
import dev.clientele.examples.quickstart.source.steelwheels.OrderLine;
import dev.clientele.examples.quickstart.source.steelwheels.SteelWheelsOrder;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * An order as a deal with its history: the library's moves are pure functions that take any time, so the past can be told as
 * it was.
 */
final class OrderDealHistory {

    private static final int MAX_REASON_LENGTH = 200;

    private OrderDealHistory() {}

    static Opportunity of(SteelWheelsOrder order, Account account, Pipeline pipeline) {
        Opportunity opened = Opportunity.of(account, "Order " + order.number())
                .withId(StableId.of("order", order.number()))
                .with(Opportunity.EXTERNAL_ID, Integer.toString(order.number()))
                .with(Opportunity.AMOUNT, SteelWheelsMoney.of(order.total()))
                .with(Opportunity.CLOSE_DATE, order.required())
                .with(Opportunity.TAGS, productLines(order))
                .with(Opportunity.DESCRIPTION, order.comments().orElse(null))
                .openedIn(pipeline, DayStart.of(order.ordered()));
        return moved(opened, order, pipeline);
    }

    private static Opportunity moved(Opportunity deal, SteelWheelsOrder order, Pipeline pipeline) {
        LocalDate sent = order.shipped().orElse(order.required());
        return switch (order.status()) {
            case IN_PROCESS -> deal.with(Opportunity.NEXT_STEP, "send it");
            case ON_HOLD ->
                deal.movedTo(pipeline, pipeline.stage(OrderPipeline.ON_HOLD), DayStart.of(order.ordered()))
                        .with(Opportunity.NEXT_STEP, "wait for the payment");
            case DISPUTED -> disputed(deal, pipeline, sent).with(Opportunity.NEXT_STEP, "settle the dispute");
            case RESOLVED -> disputed(deal, pipeline, sent).won(pipeline, DayStart.of(sent), sent, "dispute settled");
            case SHIPPED -> deal.won(pipeline, DayStart.of(sent), sent, null);
            // When it was called off isn't said: the day on which it was sent, or else due.
            case CANCELLED -> deal.lost(pipeline, DayStart.of(sent), sent, reason(order));
        };
    }

    private static Opportunity disputed(Opportunity deal, Pipeline pipeline, LocalDate sent) {
        return deal.movedTo(pipeline, pipeline.stage(OrderPipeline.DISPUTED), DayStart.of(sent));
    }

    /** The first sentence of the comment. */
    private static String reason(SteelWheelsOrder order) {
        String comment =
                order.comments().orElse("no reason given").lines().findFirst().orElse("no reason given");
        int end = comment.indexOf(". ");
        String sentence = end < 0 ? comment : comment.substring(0, end);
        return sentence.length() <= MAX_REASON_LENGTH ? sentence : sentence.substring(0, MAX_REASON_LENGTH - 1) + "…";
    }

    private static Set<String> productLines(SteelWheelsOrder order) {
        Set<String> lines = new TreeSet<>();
        order.lines().stream().map(OrderLine::productLine).forEach(lines::add);
        return lines;
    }
}
