package dev.clientele.examples.cli.purchases;

import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.analytics.PurchaseBookBuilder;
import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.examples.cli.transactions.Rejection;
import dev.clientele.examples.cli.transactions.TransactionRecord;
import dev.clientele.examples.cli.transactions.TransactionSink;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Collects the transactions of a file by customer and keeps count of what they are. Not thread-safe. */
public final class PurchaseCollector implements TransactionSink {

    private final CurrencyUnit currency;
    private final CountingRule rule;
    private final boolean aboveZeroOnly;
    private final LocalDate end;
    private final boolean keepLater;
    private final RejectionLog complaints;
    private final PurchaseBookBuilder<String> book;
    private @Nullable LocalDate lastDay;
    private long transactions;
    private long refunds;
    private long rounded;
    private long notAboveZero;
    private long later;

    /**
     * Empty records.
     *
     * @param aboveZeroOnly whether to leave out what isn't above 0
     * @param end the last day that counts
     * @param keepLater whether to keep what is later all the same
     */
    PurchaseCollector(
            CurrencyUnit currency,
            CountingRule rule,
            boolean aboveZeroOnly,
            LocalDate end,
            boolean keepLater,
            RejectionLog complaints) {
        this.currency = currency;
        this.rule = rule;
        this.aboveZeroOnly = aboveZeroOnly;
        this.end = end;
        this.keepLater = keepLater;
        this.complaints = complaints;
        this.book = PurchaseBook.builder(currency, rule);
    }

    @Override
    public void accept(TransactionRecord transaction) {
        transactions++;
        complaints.accepted();
        if (aboveZeroOnly && transaction.amount().signum() <= 0) {
            notAboveZero++;
            return;
        }
        LocalDate day = transaction.day();
        boolean late = day.isAfter(end);
        later += late ? 1 : 0;
        if (late && !keepLater) {
            return;
        }
        lastDay = lastDay == null || day.isAfter(lastDay) ? day : lastDay;
        Money amount = Money.of(currency, transaction.amount(), RoundingMode.HALF_EVEN);
        if (amount.isNegative()) {
            book.addRefund(transaction.customer(), day, amount.negated());
            refunds++;
        } else {
            book.addPurchase(transaction.customer(), day, amount);
        }
        rounded += amount.getAmount().compareTo(transaction.amount()) == 0 ? 0 : 1;
    }

    @Override
    public void reject(Rejection rejection) {
        complaints.report(rejection);
    }

    /** Every customer's purchases. */
    public PurchaseBook<String> book() {
        return book.build();
    }

    /** What counts as a purchase. */
    public CountingRule rule() {
        return rule;
    }

    /** The day of the last transaction that was kept; empty if there was none. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(lastDay);
    }

    /** How many rows are no transactions. */
    public long rejected() {
        return complaints.count();
    }

    /** How many rows are transactions. */
    public long transactions() {
        return transactions;
    }

    /** What became of the rows. */
    public RowCounts counts() {
        return new RowCounts(
                transactions, refunds, rounded, notAboveZero, later, complaints.count(), complaints.byReason());
    }
}
