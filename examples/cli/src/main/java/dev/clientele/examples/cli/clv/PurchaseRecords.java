package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseHistoryBuilder;
import dev.clientele.examples.cli.transactions.Rejection;
import dev.clientele.examples.cli.transactions.Transaction;
import dev.clientele.examples.cli.transactions.TransactionSink;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Collects the transactions of a file by customer and keeps count of what they are. */
final class PurchaseRecords implements TransactionSink {

    private final CurrencyUnit currency;
    private final LocalDate calibrationEnd;
    private final Complaints complaints;
    private final Map<String, PurchaseHistoryBuilder> customers = new TreeMap<>();
    private long transactions;
    private long refunds;
    private long rounded;
    private long afterCalibration;

    PurchaseRecords(CurrencyUnit currency, LocalDate calibrationEnd, Complaints complaints) {
        this.currency = currency;
        this.calibrationEnd = calibrationEnd;
        this.complaints = complaints;
    }

    @Override
    public void accept(Transaction transaction) {
        Money amount = Money.of(currency, transaction.amount(), RoundingMode.HALF_EVEN);
        PurchaseHistoryBuilder history =
                customers.computeIfAbsent(transaction.customer(), customer -> PurchaseHistory.builder(currency));
        if (amount.isNegative()) {
            history.refund(transaction.day(), amount.negated());
            refunds++;
        } else {
            history.purchase(transaction.day(), amount);
        }
        transactions++;
        rounded += amount.getAmount().compareTo(transaction.amount()) == 0 ? 0 : 1;
        afterCalibration += transaction.day().isAfter(calibrationEnd) ? 1 : 0;
    }

    @Override
    public void reject(Rejection rejection) {
        complaints.about(rejection);
    }

    /** Every customer, by name, with everything that the file says. */
    void forEach(BiConsumer<String, PurchaseHistory> action) {
        customers.forEach((customer, history) -> action.accept(customer, history.build()));
    }

    long rejected() {
        return complaints.count();
    }

    long transactions() {
        return transactions;
    }

    ClvReport.Data data(long lateCustomers, long refundedCustomers, long unusableSpend) {
        return new ClvReport.Data(
                transactions,
                refunds,
                rounded,
                afterCalibration,
                lateCustomers,
                refundedCustomers,
                unusableSpend,
                complaints.byReason());
    }
}
