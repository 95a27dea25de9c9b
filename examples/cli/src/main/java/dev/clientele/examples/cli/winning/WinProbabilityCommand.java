package dev.clientele.examples.cli.winning;

import dev.clientele.b2b.insight.projection.NotEnoughHistoryException;
import dev.clientele.b2b.insight.winning.CalibratedMethod;
import dev.clientele.b2b.insight.winning.LogisticRegression;
import dev.clientele.b2b.insight.winning.NaiveBayes;
import dev.clientele.b2b.insight.winning.TrainingExample;
import dev.clientele.b2b.insight.winning.WinModelAccuracy;
import dev.clientele.b2b.insight.winning.WinProbabilityMethod;
import dev.clientele.b2b.insight.winning.WinProbabilityModel;
import dev.clientele.examples.cli.csv.TableRow;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code win-probability}: how likely deals are won, from a file of closed ones. */
@Command(
        name = "win-probability",
        header = "Tells how likely deals are won, by what became of others.",
        description = {
            "Learns from the rows of one file whose outcome is known and gives every row of another a probability. Where that"
                    + " one tells outcomes too, it says how good the probabilities were.",
            "Leave out columns that are known only once a deal is closed, such as its closing value."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false)
@SuppressWarnings("NullAway.Init") // what is required or has a default is there once the arguments are parsed
public final class WinProbabilityCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--train", paramLabel = "FILE", required = true, description = "deals that have ended")
    private Path train;

    @Option(names = "--test", paramLabel = "FILE", required = true, description = "deals to be given a probability")
    private Path test;

    @Option(names = "--outcome", paramLabel = "COLUMN", required = true, description = "the column of the outcome")
    private String outcome;

    @Option(names = "--won", paramLabel = "VALUE", required = true, description = "the outcome of won deals")
    private String won;

    @Option(names = "--exclude", paramLabel = "COLUMN", split = ",", description = "columns that don't count")
    private Set<String> exclude = new HashSet<>();

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "logistic",
            description = "logistic or naive-bayes, both calibrated; else ${DEFAULT-VALUE}")
    private String method;

    @Option(names = "--json", description = "give the result as JSON")
    private boolean json;

    @Override
    public Integer call() {
        WinProbabilityMethod learning = new CalibratedMethod(method());
        DealFile known = DealFile.read(train);
        DealFile asked = DealFile.read(test);
        if (!known.header().contains(outcome)) {
            throw new ParameterException(
                    spec.commandLine(), "--outcome must be a column of " + train + ", was " + outcome);
        }
        Set<String> without = new HashSet<>(exclude);
        without.add(outcome);
        DealFile.DealFileColumns columns = known.columns(without);
        List<TrainingExample> closed = new ArrayList<>();
        for (TableRow row : known.rows()) {
            String ended = row.cells().get(outcome);
            if (ended != null) {
                closed.add(columns.read(row).toExample(ended.equals(won)));
            }
        }
        WinProbabilityReport report = report(learning.name(), learn(learning, closed), closed, asked, columns);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(report));
        } else {
            write(report, out);
        }
        return 0;
    }

    private static WinProbabilityModel learn(WinProbabilityMethod learning, List<TrainingExample> closed) {
        try {
            return learning.learn(closed);
        } catch (NotEnoughHistoryException e) {
            throw new UnusableDataException(String.valueOf(e.getMessage()), e);
        }
    }

    private WinProbabilityReport report(
            String name,
            WinProbabilityModel model,
            List<TrainingExample> closed,
            DealFile asked,
            DealFile.DealFileColumns columns) {
        List<WinProbabilityReport.DealProbability> rows = new ArrayList<>();
        List<WinModelAccuracy.Prediction> foretold = new ArrayList<>();
        for (TableRow row : asked.rows()) {
            double probability = model.probability(columns.read(row));
            @Nullable String ended = row.cells().get(outcome);
            rows.add(new WinProbabilityReport.DealProbability(row.number(), probability, ended));
            if (ended != null) {
                foretold.add(new WinModelAccuracy.Prediction(probability, ended.equals(won)));
            }
        }
        @Nullable WinModelAccuracy accuracy = foretold.isEmpty() ? null : WinModelAccuracy.of(foretold);
        return new WinProbabilityReport(
                name,
                closed.size(),
                closed.stream().filter(TrainingExample::won).count(),
                List.copyOf(new TreeSet<>(columns.words())),
                List.copyOf(new TreeSet<>(columns.numbers())),
                foretold.size(),
                accuracy == null || accuracy.auc().isEmpty()
                        ? null
                        : Double.valueOf(accuracy.auc().getAsDouble()),
                accuracy == null ? null : Double.valueOf(accuracy.brier()),
                accuracy == null ? List.of() : accuracy.reliability(),
                rows);
    }

    private WinProbabilityMethod method() {
        return switch (method) {
            case "logistic" -> LogisticRegression.standard();
            case "naive-bayes" -> NaiveBayes.method();
            default ->
                throw new ParameterException(
                        spec.commandLine(), "--method must be logistic or naive-bayes, was " + method);
        };
    }

    private static void write(WinProbabilityReport report, PrintWriter out) {
        line(
                out,
                "%s on %,d deals, %,d of them won; words: %s; numbers: %s.",
                report.method(),
                report.trained(),
                report.trainedWon(),
                String.join(", ", report.words()),
                String.join(", ", report.numbers()));
        if (report.brier() != null) {
            line(
                    out,
                    "On %,d deals of known outcome: AUC %s, Brier score %.6f.",
                    report.tested(),
                    report.auc() == null ? "-" : String.format(Locale.ROOT, "%.6f", report.auc()),
                    report.brier());
            out.println();
            line(out, "%-12s %8s %10s %10s", "given", "deals", "on average", "came true");
            report.reliability()
                    .forEach(band -> line(
                            out,
                            "%.1f to %.1f   %,8d %10.4f %10.4f",
                            band.from(),
                            band.to(),
                            band.cases(),
                            band.mean(),
                            band.share()));
        }
        out.println();
        line(out, "%6s %12s %s", "row", "probability", "outcome");
        report.rows()
                .forEach(row -> line(
                        out,
                        "%6d %12.4f %s",
                        row.row(),
                        row.probability(),
                        row.outcome() == null ? "" : row.outcome()));
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
