package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.scoring.TimeStep;
import dev.clientele.examples.cli.transactions.TransactionFile;
import dev.clientele.examples.cli.transactions.TransactionOptions;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clv}: which customers are worth most, from a file of transactions. */
@Command(
        name = "clv",
        header = "Tells which customers are worth most.",
        description = {
            "Fits a repeat-purchase model and a spend model to what customers bought until a day, and gives those with the"
                    + " highest expected value after it.",
            "What one customer buys on one day is one purchase. A refund lowers the spend of its day; a day on which"
                    + " everything was refunded is no purchase."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false)
@SuppressWarnings("NullAway.Init") // what is required or has a default is there once the arguments are parsed
public final class ClvCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private TransactionOptions transactions;

    @Option(
            names = "--calibration-end",
            paramLabel = "DAY",
            required = true,
            order = 20,
            converter = Words.ToDay.class,
            description = "the last day that the models see, such as 1997-09-30")
    private LocalDate calibrationEnd;

    @Option(
            names = "--time-unit",
            paramLabel = "UNIT",
            defaultValue = "week",
            order = 21,
            converter = Words.ToStep.class,
            description = "day, week, month or year: what the models count time in; else ${DEFAULT-VALUE}")
    private TimeStep step;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "bg-nbd",
            order = 22,
            converter = Words.ToPurchaseModel.class,
            description = "the repeat-purchase model: ${DEFAULT-VALUE}")
    private PurchaseModel model;

    @Option(
            names = "--spend-model",
            paramLabel = "NAME",
            defaultValue = "gamma-gamma",
            order = 23,
            converter = Words.ToSpendChoice.class,
            description = "the model of spend per purchase: ${DEFAULT-VALUE}, or none")
    private SpendChoice spendModel;

    @Option(
            names = "--horizon",
            paramLabel = "NUMBER",
            defaultValue = "39",
            order = 24,
            description = "the time ahead, in time units; else ${DEFAULT-VALUE}")
    private double horizon;

    @Option(
            names = "--discount-rate",
            paramLabel = "RATE",
            defaultValue = "0",
            order = 25,
            description = "what a year takes off, such as 0.1 for 10 %%; else ${DEFAULT-VALUE}")
    private double discountRate;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "USD",
            order = 26,
            description = "the currency, whose smallest unit amounts are rounded to; else ${DEFAULT-VALUE}")
    private String currency;

    @Option(
            names = "--top",
            paramLabel = "NUMBER",
            defaultValue = "10",
            order = 27,
            description = "how many customers to give; else ${DEFAULT-VALUE}")
    private int top;

    @Option(
            names = "--show-rejected",
            paramLabel = "NUMBER",
            order = 28,
            description = "how many rejected rows to list; else all")
    private long showRejected = Long.MAX_VALUE;

    @Option(names = "--json", order = 29, description = "give the result as JSON")
    private boolean json;

    @Override
    public Integer call() {
        TransactionFile file = transactions.file(spec);
        require("--horizon", horizon > 0 && horizon <= Double.MAX_VALUE, "above 0 and finite", horizon);
        require(
                "--discount-rate",
                discountRate >= 0 && discountRate <= Double.MAX_VALUE,
                "0 or more and finite",
                discountRate);
        require("--top", top >= 0, "0 or more", top);
        require("--show-rejected", showRejected >= 0, "0 or more", showRejected);
        Valuation valuation = new Valuation(model, spendModel, step, calibrationEnd, horizon, discountRate, top);
        PrintWriter out = spec.commandLine().getOut();
        ClvReport report = valuation.of(read(file));
        if (json) {
            ReportJson.write(report, out);
        } else {
            new ReportText(report).write(out);
        }
        return 0;
    }

    private PurchaseRecords read(TransactionFile file) {
        Complaints complaints = new Complaints(spec.commandLine().getErr(), showRejected);
        PurchaseRecords records = new PurchaseRecords(currency(), calibrationEnd, complaints);
        try {
            file.read(records);
            complaints.end();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (ArithmeticException e) {
            throw new UnusableDataException("amounts add up to more than can be counted", e);
        }
        if (records.transactions() == 0) {
            throw new UnusableDataException(
                    "no row of " + file.path() + " is a transaction: all " + records.rejected() + " were rejected");
        }
        return records;
    }

    private CurrencyUnit currency() {
        try {
            return CurrencyUnit.of(currency);
        } catch (IllegalCurrencyException e) {
            throw new ParameterException(
                    spec.commandLine(), "--currency must be a code such as EUR, was " + currency, e);
        }
    }

    private void require(String option, boolean allowed, String what, Number value) {
        if (!allowed) {
            throw new ParameterException(spec.commandLine(), option + " must be " + what + ", was " + value);
        }
    }
}
