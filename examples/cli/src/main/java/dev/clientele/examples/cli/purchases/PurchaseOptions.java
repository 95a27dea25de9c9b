package dev.clientele.examples.cli.purchases;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.Refunds;
import dev.clientele.b2c.purchase.SameDay;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.examples.cli.text.EnumConverter;
import dev.clientele.examples.cli.transactions.TransactionFile;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what counts as a purchase; for commands to mix in. */
@SuppressWarnings("NullAway.Init") // what has a default is there once the arguments are parsed
public final class PurchaseOptions {

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "USD",
            order = 10,
            description = "the currency, whose smallest unit amounts are rounded to; else ${DEFAULT-VALUE}")
    private String currency;

    @Option(
            names = "--same-day",
            paramLabel = "HOW",
            defaultValue = "one-purchase",
            order = 11,
            converter = SameDayConverter.class,
            description = "what purchases of one day count as: one-purchase or separate-purchases;"
                    + " else ${DEFAULT-VALUE}")
    private SameDay sameDay;

    @Option(
            names = "--refunds",
            paramLabel = "HOW",
            defaultValue = "undo-purchase",
            order = 12,
            converter = RefundsConverter.class,
            description = "what refunds do: undo-purchase, reduce-spend or ignored; else ${DEFAULT-VALUE}")
    private Refunds refunds;

    @Option(
            names = "--above-zero",
            order = 13,
            description = "leave out rows with an amount that is not above 0, such as cancellations and gifts")
    private boolean aboveZero;

    @Option(
            names = "--show-rejected",
            paramLabel = "NUMBER",
            order = 14,
            description = "how many rejected rows to list; else all")
    private long showRejected = Long.MAX_VALUE;

    /**
     * Reads a file.
     *
     * @param end the last day that counts
     * @param keepLater whether to keep what is later all the same
     * @throws ParameterException if the options are wrong
     * @throws UnusableDataException if no row is a transaction, or they can't be counted
     */
    public PurchaseCollector read(CommandSpec spec, TransactionFile file, LocalDate end, boolean keepLater) {
        RejectionLog complaints = complaints(spec);
        PurchaseCollector records = new PurchaseCollector(
                currency(spec), new CountingRule(sameDay, refunds), aboveZero, end, keepLater, complaints);
        try {
            file.read(records);
            complaints.reportOmitted();
        } catch (InvalidValueException | ArithmeticException e) {
            throw new UnusableDataException("amounts add up to more than can be counted", e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        if (records.transactions() == 0) {
            throw new UnusableDataException("no row of " + file.path() + " is a transaction: all " + records.rejected()
                    + " were rejected" + complaints.remedy(file.layout()));
        }
        return records;
    }

    /** Where to tell of rejected rows. */
    public RejectionLog complaints(CommandSpec spec) {
        if (showRejected < 0) {
            throw new ParameterException(spec.commandLine(), "--show-rejected must be 0 or more, was " + showRejected);
        }
        return new RejectionLog(spec.commandLine().getErr(), showRejected);
    }

    /** Whether rows with an amount that is not above 0 are left out. */
    public boolean aboveZero() {
        return aboveZero;
    }

    private CurrencyUnit currency(CommandSpec spec) {
        try {
            return CurrencyUnit.of(currency);
        } catch (IllegalCurrencyException e) {
            throw new ParameterException(
                    spec.commandLine(), "--currency must be a code such as EUR, was " + currency, e);
        }
    }

    private static final class SameDayConverter extends EnumConverter<SameDay> {
        SameDayConverter() {
            super(SameDay.class);
        }
    }

    private static final class RefundsConverter extends EnumConverter<Refunds> {
        RefundsConverter() {
            super(Refunds.class);
        }
    }
}
