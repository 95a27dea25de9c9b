package dev.clientele.examples.quickstart.business;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.revenue.order.Order;
import dev.clientele.b2b.revenue.order.OrderHistory;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseHistoryBuilder;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.family.GammaGamma;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.value.PurchaseLifetimeValue;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.CashFlow;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.core.value.LifetimeValueModel;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.jdbc.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Accounts that buy by order, valued by the repeat-purchase models of the consumer side. Neither side knows the other; a host
 * that has both says how an order history reads as purchases, and that is all it takes.
 */
class AccountsAsRepeatBuyersTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    @TempDir
    Path folder;

    @Test
    void accounts_are_valued_by_a_model_fitted_to_the_orders_of_all() {
        try (Storage storage = SqliteStorage.open(folder.resolve("crm.db"))) {
            B2b b2b = B2b.in(
                    Crm.on(storage).types(B2b.types()).build().session(TenantId.of("acme"), Actor.process("test")));
            List<Account> accounts = accountsThatOrder(b2b, 120);
            Map<Id<Account>, OrderHistory> histories = b2b.revenue().orders().histories(Criteria.always());

            LifetimeValueModel<OrderHistory> model = fitted(histories.values());
            LifetimeValue often =
                    model.value(b2b.revenue().orders().history(accounts.get(0).id()), TODAY, Horizon.months(12));

            assertThat(histories).hasSize(120);
            assertThat(often.method()).isEqualTo("BG/NBD with Gamma-Gamma");
            assertThat(often.residual().isPositive()).isTrue();
            assertThat(often.evidence().sampleSize()).isEqualTo(120);
            assertThat(often.historic())
                    .isEqualTo(b2b.revenue()
                            .orders()
                            .history(accounts.get(0).id())
                            .totals()
                            .amountIn(EUR));
            assertThat(often.evidence().inputs()).containsEntry("x", (double) histories
                    .get(accounts.get(0).id())
                    .repeatSummary(TODAY)
                    .orElseThrow()
                    .repeats());
        }
    }

    /** Orders at mean distances of one to ten weeks; half of the accounts soon stop, half seldom do. Always the same. */
    private static List<Account> accountsThatOrder(B2b b2b, int count) {
        Random random = new Random(7);
        List<Account> accounts = new ArrayList<>();
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Account account = b2b.accounts().add(Account.named("Account " + i));
            accounts.add(account);
            int size = 2_000 * (1 + i * 7 % 13);
            double weeks = 1 + 9.0 * i / count;
            double stops = i % 2 == 0 ? 0.03 : 0.6;
            Instant at = START.plus(Duration.ofDays(random.nextInt(60)));
            int number = 0;
            do {
                orders.add(Order.of(account.id(), Money.ofMinor(EUR, size + random.nextInt(2 * size)), at)
                        .withExternalId("erp", i + "-" + number++));
                at = at.plus(Duration.ofDays(1 + Math.round(-7 * weeks * Math.log(1 - random.nextDouble()))));
            } while (random.nextDouble() > stops && at.isBefore(START.plus(Duration.ofDays(360))));
        }
        b2b.revenue().orders().record(orders);
        return accounts;
    }

    private static LifetimeValueModel<OrderHistory> fitted(Collection<OrderHistory> histories) {
        CustomerBaseBuilder customers = CustomerBase.builder(TimeStep.WEEK);
        List<SpendSummary> spent = new ArrayList<>();
        for (OrderHistory history : histories) {
            history.repeatSummary(TODAY).ifPresent(summary -> {
                customers.add(CustomerSummary.of(
                        summary.repeats(),
                        TimeStep.WEEK.convert(summary.recencyDays(), TimeStep.DAY),
                        TimeStep.WEEK.convert(summary.ageDays(), TimeStep.DAY)));
                if (summary.repeats() > 0) {
                    double spend =
                            summary.repeatSpend().amountIn(EUR).getAmount().doubleValue();
                    spent.add(new SpendSummary(summary.repeats(), spend / summary.repeats()));
                }
            });
        }
        FittedModel purchases = BgNbd.weekly().fit(customers.build());
        FittedSpendModel spend = GammaGamma.standard().fit(SpendBase.of(spent));
        return PurchaseLifetimeValue.of(purchases, spend, EUR).compose(AccountsAsRepeatBuyersTest::asPurchases);
    }

    private static PurchaseHistory asPurchases(OrderHistory orders) {
        PurchaseHistoryBuilder purchases = PurchaseHistory.builder(EUR);
        for (CashFlow order : orders.orders()) {
            if (order.amount().isNegative()) {
                purchases.addRefund(order.date(), order.amount().negated());
            } else {
                purchases.addPurchase(order.date(), order.amount());
            }
        }
        return purchases.build();
    }
}
