package dev.clientele.examples.quickstart.report;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.revenue.order.OrderHistory;
import dev.clientele.b2b.revenue.order.OrderRateModel;
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
final class AccountValueReport {

    private static final int TOP = 10;
    private static final double RETENTION = 0.80;
    private static final Horizon HORIZON = Horizon.months(12);

    private static final OrderRateModel MODEL = OrderRateModel.in(SteelWheelsMoney.CURRENCY)
            .withRetention(RETENTION)
            .withDiscounting(Discounting.of(DiscountRate.annual(0.10), DayCount.ACT_365F));

    private record AccountWithValue(Account account, OrderHistory history, LifetimeValue value) {}

    private AccountValueReport() {}

    static void write(ReportWriter sheet, CrmSession session) {
        LocalDate today = OrderDateRange.of(session).last();
        List<AccountWithValue> all = valued(B2b.in(session), today);
        sheet.heading("3  The top accounts by value, as of " + today + ", in USD")
                .text("Received is the sum of delivered orders. Expected is what an account brings over the next "
                        + HORIZON.describe() + " if it goes on ordering as it did, "
                        + NumberText.decimal(100 * RETENTION, 0)
                        + " % of such accounts staying for another year and later money discounted at "
                        + MODEL.discounting().rate() + ". Both shares are this example's own.")
                .table(table(all))
                .blank()
                .text("The first in words: " + all.get(0).value().explain());
    }

    private static ReportTable table(List<AccountWithValue> all) {
        ReportTable table =
                ReportTable.of(">#", "account", "country", ">orders", "last order", ">received", ">expected", ">value");
        int place = 0;
        for (AccountWithValue valued : all.subList(0, Math.min(TOP, all.size()))) {
            LifetimeValue value = valued.value();
            place++;
            table.row(
                    Integer.toString(place),
                    valued.account().name(),
                    valued.account().require(Account.COUNTRY).code(),
                    NumberText.count(valued.history().count()),
                    valued.history().last().map(LocalDate::toString).orElse(""),
                    NumberText.money(value.historic()),
                    NumberText.money(value.residual()),
                    NumberText.money(value.total()));
        }
        return table;
    }

    /** All accounts that have ordered, the most valuable first. */
    private static List<AccountWithValue> valued(B2b b2b, LocalDate today) {
        List<AccountWithValue> all = new ArrayList<>();
        for (Id<Account> id : b2b.revenue().orders().totals(Criteria.always()).keySet()) {
            OrderHistory history = b2b.revenue().orders().history(id);
            all.add(new AccountWithValue(b2b.accounts().get(id), history, MODEL.value(history, today, HORIZON)));
        }
        all.sort(
                Comparator.comparing((AccountWithValue valued) -> valued.value().total())
                        .reversed()
                        .thenComparing(valued -> valued.account().name()));
        return all;
    }
}
