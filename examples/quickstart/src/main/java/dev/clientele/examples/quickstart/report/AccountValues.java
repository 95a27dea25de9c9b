package dev.clientele.examples.quickstart.report;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.order.OrderHistory;
import dev.clientele.b2b.order.OrderRate;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.DayCount;
import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.Discounting;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.examples.quickstart.business.SteelWheelsMoney;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What accounts are worth: what came in, and what is to come if they go on ordering as they did. */
final class AccountValues {

    private static final int TOP = 10;
    private static final double RETENTION = 0.80;
    private static final Horizon AHEAD = Horizon.months(12);

    private static final OrderRate MODEL = OrderRate.in(SteelWheelsMoney.CURRENCY)
            .retention(RETENTION)
            .discounting(Discounting.at(DiscountRate.annual(0.10), DayCount.ACT_365F));

    private record Valued(Account account, OrderHistory history, LifetimeValue value) {}

    private AccountValues() {}

    static void write(Sheet sheet, CrmSession session) {
        LocalDate today = OrderDays.of(session).last();
        List<Valued> all = valued(B2b.in(session), today);
        sheet.heading("3  The top accounts by value, as of " + today + ", in USD")
                .text("Received is the sum of delivered orders. Expected is what an account brings over the next "
                        + AHEAD.inWords() + " if it goes on ordering as it did, "
                        + Figures.decimal(100 * RETENTION, 0)
                        + " % of such accounts staying for another year and later money discounted at "
                        + MODEL.discounting().rate() + ". Both shares are this example's own.")
                .table(table(all))
                .blank()
                .text("The first in words: " + all.get(0).value().explain());
    }

    private static Table table(List<Valued> all) {
        Table table = Table.of(">#", "account", "country", ">orders", "last order", ">received", ">expected", ">value");
        int place = 0;
        for (Valued valued : all.subList(0, Math.min(TOP, all.size()))) {
            LifetimeValue value = valued.value();
            place++;
            table.row(
                    Integer.toString(place),
                    valued.account().name(),
                    valued.account().require(Account.COUNTRY).code(),
                    Figures.count(valued.history().count()),
                    valued.history().last().map(LocalDate::toString).orElse(""),
                    Figures.money(value.historic()),
                    Figures.money(value.residual()),
                    Figures.money(value.total()));
        }
        return table;
    }

    /** All accounts that have ordered, the most valuable first. */
    private static List<Valued> valued(B2b b2b, LocalDate today) {
        List<Valued> all = new ArrayList<>();
        for (Id<Account> id : b2b.orders().totals(Criteria.always()).keySet()) {
            OrderHistory history = b2b.orders().history(id);
            all.add(new Valued(b2b.accounts().get(id), history, MODEL.value(history, today, AHEAD)));
        }
        all.sort(Comparator.comparing((Valued valued) -> valued.value().total())
                .reversed()
                .thenComparing(valued -> valued.account().name()));
        return all;
    }
}
