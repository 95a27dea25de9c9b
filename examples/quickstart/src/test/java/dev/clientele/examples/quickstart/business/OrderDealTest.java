package dev.clientele.examples.quickstart.business;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.deal.pipeline.StageVisit;
import dev.clientele.examples.quickstart.load.DayStart;
import dev.clientele.examples.quickstart.load.StableId;
import dev.clientele.examples.quickstart.source.steelwheels.OrderLine;
import dev.clientele.examples.quickstart.source.steelwheels.OrderStatus;
import dev.clientele.examples.quickstart.source.steelwheels.SteelWheelsOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OrderDealTest {

    private static final LocalDate ORDERED = LocalDate.of(2004, 5, 7);
    private static final LocalDate SENT = LocalDate.of(2004, 5, 10);
    private static final LocalDate DUE = LocalDate.of(2004, 5, 14);

    private static Opportunity deal(OrderStatus status, Optional<LocalDate> sent) {
        SteelWheelsOrder order = new SteelWheelsOrder(
                7,
                3,
                ORDERED,
                DUE,
                sent,
                status,
                Optional.of("Placed by mistake. Nobody noticed."),
                List.of(new OrderLine(1, "S1", "Truck", "Trucks", 4, BigDecimal.valueOf(25))));
        Account account = Account.named("Globex").withId(OrderTimeline.accountId(3));
        Pipeline pipeline = OrderPipeline.create().withId(StableId.of("pipeline", OrderPipeline.CODE));
        return OrderDealHistory.of(order, account, pipeline);
    }

    private static List<String> stages(Opportunity deal) {
        return deal.visits().stream().map(StageVisit::stage).toList();
    }

    @Test
    void an_order_that_was_sent_is_won_on_that_day() {
        Opportunity deal = deal(OrderStatus.SHIPPED, Optional.of(SENT));
        assertThat(deal.kind()).isEqualTo(StageKind.WON);
        assertThat(deal.get(Opportunity.CLOSE_DATE)).isEqualTo(SENT);
        assertThat(deal.get(Opportunity.OPENED_AT)).isEqualTo(DayStart.of(ORDERED));
        assertThat(deal.get(Opportunity.CLOSED_AT)).isEqualTo(DayStart.of(SENT));
        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(Money.of(CurrencyUnit.USD, 100));
    }

    @Test
    void a_resolved_order_was_disputed_before_it_was_won() {
        assertThat(stages(deal(OrderStatus.RESOLVED, Optional.of(SENT))))
                .containsExactly("in-process", "disputed", "delivered");
    }

    @Test
    void orders_in_process_on_hold_and_disputed_are_open_and_close_when_they_are_due() {
        assertThat(stages(deal(OrderStatus.IN_PROCESS, Optional.empty()))).containsExactly("in-process");
        assertThat(stages(deal(OrderStatus.ON_HOLD, Optional.empty()))).containsExactly("in-process", "on-hold");
        assertThat(stages(deal(OrderStatus.DISPUTED, Optional.of(SENT)))).containsExactly("in-process", "disputed");
        assertThat(deal(OrderStatus.DISPUTED, Optional.of(SENT)).get(Opportunity.CLOSE_DATE))
                .isEqualTo(DUE);
    }

    @Test
    void a_cancelled_order_is_lost_for_the_first_sentence_of_its_comment() {
        Opportunity deal = deal(OrderStatus.CANCELLED, Optional.empty());
        assertThat(deal.kind()).isEqualTo(StageKind.LOST);
        assertThat(deal.get(Opportunity.CLOSE_REASON)).isEqualTo("Placed by mistake");
        assertThat(deal.get(Opportunity.CLOSE_DATE)).isEqualTo(DUE);
        assertThat(deal(OrderStatus.CANCELLED, Optional.of(SENT)).get(Opportunity.CLOSE_DATE))
                .isEqualTo(SENT);
    }

    @Test
    void the_same_order_is_the_same_deal_in_every_run() {
        assertThat(deal(OrderStatus.SHIPPED, Optional.of(SENT)))
                .isEqualTo(deal(OrderStatus.SHIPPED, Optional.of(SENT)));
    }
}
