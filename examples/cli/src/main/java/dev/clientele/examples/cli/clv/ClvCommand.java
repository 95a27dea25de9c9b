package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.family.CovariateFamily;
import dev.clientele.b2c.scoring.family.ParameterPrior;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.examples.cli.picture.HtmlPage;
import dev.clientele.examples.cli.purchases.PurchaseCollector;
import dev.clientele.examples.cli.purchases.PurchaseOptions;
import dev.clientele.examples.cli.text.DayConverter;
import dev.clientele.examples.cli.text.EnumConverter;
import dev.clientele.examples.cli.text.JsonOutput;
import dev.clientele.examples.cli.transactions.TransactionFile;
import dev.clientele.examples.cli.transactions.TransactionOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
                    + " everything was refunded is no purchase. --same-day and --refunds change that."
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

    @Mixin
    private PurchaseOptions purchases;

    @Option(
            names = "--calibration-end",
            paramLabel = "DAY",
            required = true,
            order = 20,
            converter = DayConverter.class,
            description = "the last day that the models see, such as 1997-09-30")
    private LocalDate calibrationEnd;

    @Option(
            names = "--time-unit",
            paramLabel = "UNIT",
            defaultValue = "week",
            order = 21,
            converter = TimeStepConverter.class,
            description = "day, week, month or year: what the models count time in; else ${DEFAULT-VALUE}")
    private TimeStep step;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "bg-nbd",
            order = 22,
            converter = ModelNameConverter.class,
            description = "the repeat-purchase model: bg-nbd, mbg-nbd, pareto-nbd, ggompertz-nbd,"
                    + " bg-cnbd-k, mbg-cnbd-k, nbd, poisson or bg-bb (one opportunity in each calendar day, week, month"
                    + " or year); else ${DEFAULT-VALUE}. Where the data push its parameters to a"
                    + " limit, the simpler model that describes them as well is taken, and that is said")
    private String model;

    @Option(
            names = "--compare",
            order = 22,
            description =
                    "fit all models of purchases at any time, show how each does, after the end of the calibration too,"
                            + " and take the one with the smallest AIC, less twice the log score of what came after; --model is not looked at")
    private boolean compare;

    @Option(
            names = "--covariates",
            paramLabel = "FILE",
            order = 22,
            description =
                    "known figures about customers that the purchase model is to look at: a CSV file with a header, the"
                            + " customer in the first column, a number in each other; not with --compare")
    private @Nullable Path covariates;

    @Option(
            names = "--prior",
            paramLabel = "DEVIATION",
            arity = "0..1",
            fallbackValue = "2",
            order = 22,
            description =
                    "for few customers: draw the parameters of all models to usual values, from which their logarithms have"
                            + " this standard deviation, above 0 and at most 4; ${FALLBACK-VALUE} if given without a number, none if not"
                            + " given; not with --covariates")
    private @Nullable Double prior;

    @Option(
            names = "--spend-model",
            paramLabel = "NAME",
            defaultValue = "gamma-gamma",
            order = 23,
            converter = SpendChoiceConverter.class,
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
            names = "--top",
            paramLabel = "NUMBER",
            defaultValue = "10",
            order = 27,
            description = "how many customers to give; else ${DEFAULT-VALUE}")
    private int top;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            order = 28,
            description = "also write a page of pictures, one file that any browser shows without a network")
    private @Nullable Path page;

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
        RepeatPurchaseFamily family = compare
                ? BgNbd.in(step)
                : RepeatPurchaseFamilies.find(model, step).orElseThrow();
        require(
                "--horizon",
                !family.countsOpportunities() || horizon == Math.rint(horizon),
                "a whole number of time units with " + model,
                horizon);
        ClvAnalysis valuation = new ClvAnalysis(
                family, prior(), compare, covariates(), spendModel, calibrationEnd, horizon, discountRate);
        PurchaseCollector records = purchases.read(spec, file, calibrationEnd, true);
        ClvResult valued = valuation.analyse(records);
        ClvReport report = valuation.report(valued, records.counts(), top);
        if (page != null) {
            write(page, new ClvReportPage(valued, valuation, records.counts()).page());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOutput.write(report, out);
        } else {
            new ClvReportText(report).write(out);
        }
        return 0;
    }

    private @Nullable ParameterPrior prior() {
        if (prior == null) {
            return null;
        }
        if (covariates != null) {
            throw new ParameterException(spec.commandLine(), "--prior and --covariates cannot be given together");
        }
        require("--prior", prior > 0 && prior <= 4, "above 0 and at most 4", prior);
        return ParameterPrior.withStandardDeviation(prior);
    }

    private @Nullable CovariateFile covariates() {
        if (covariates == null) {
            return null;
        }
        if (compare) {
            throw new ParameterException(
                    spec.commandLine(), "--covariates and --compare cannot be given together: choose a model first");
        }
        try {
            CovariateFamily.of(RepeatPurchaseFamilies.find(model, step).orElseThrow());
            return CovariateFile.read(covariates);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--covariates: " + e.getMessage(), e);
        }
    }

    private void write(Path file, HtmlPage what) {
        try {
            Files.writeString(file, what.html(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "--report must be a file that can be written, was " + file, e);
        }
    }

    private void require(String option, boolean allowed, String what, Number value) {
        if (!allowed) {
            throw new ParameterException(spec.commandLine(), option + " must be " + what + ", was " + value);
        }
    }

    private static final class TimeStepConverter extends EnumConverter<TimeStep> {
        TimeStepConverter() {
            super(TimeStep.class);
        }
    }

    private static final class SpendChoiceConverter extends EnumConverter<SpendChoice> {
        SpendChoiceConverter() {
            super(SpendChoice.class);
        }
    }
}
