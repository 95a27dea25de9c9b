package dev.clientele.examples.benchmarks.linkage;

import dev.clientele.b2c.identity.linkage.LabelSelection;
import dev.clientele.b2c.identity.linkage.LinkMode;
import dev.clientele.b2c.identity.linkage.LinkageResult;
import dev.clientele.b2c.identity.linkage.LinkageSettings;
import dev.clientele.b2c.identity.linkage.PairLabel;
import dev.clientele.b2c.identity.linkage.RecordLinker;
import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.linkage.ScoreCalibrator;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import dev.clientele.examples.benchmarks.scoring.Stopwatch;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Links FEBRL 4 and generated people: how well, how fast, and how the cost grows. */
@Command(
        name = "linkage",
        description = "Records of the same person linked, training included.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class LinkageCommand implements Callable<Integer> {
    private static final double[] BANDS = {0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 1};

    @Option(
            names = "--febrl",
            description = "the folder of dataset4a.csv and dataset4b.csv; without it, generated people")
    private Path febrl = Path.of("");

    @Option(names = "--records", description = "how many generated records")
    private int records = 100_000;

    @Option(names = "--rounds", description = "how many rounds count, after a first one that is shown apart")
    private int rounds = 3;

    @Option(names = "--growth", description = "how the cost grows to ten times as many records, instead of the rest")
    private boolean growth;

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (growth) {
            growth(out);
            return 0;
        }
        boolean generated = febrl.toString().isEmpty();
        if (!generated && !Files.isReadable(febrl.resolve("dataset4a.csv"))) {
            throw new ParameterException(
                    spec.commandLine(), "--febrl must be a folder with dataset4a.csv, was " + febrl);
        }
        LinkedPeople people = generated ? GeneratedPeople.of(records, 1) : FebrlFiles.read(febrl);
        LinkMode mode = generated ? LinkMode.DEDUPLICATE : LinkMode.LINK;
        quality(people, mode, out);
        speed(people, mode, out);
        return 0;
    }

    private static LinkageResult link(LinkedPeople people, LinkMode mode) {
        return RecordLinker.link(people.attributes(), people.sources(), LinkageSettings.of(mode));
    }

    /** Labels are answered by the truth, for the pairs that the model is least sure of. */
    private static void quality(LinkedPeople people, LinkMode mode, PrintWriter out) {
        LinkageResult unlabelled = link(people, mode);
        for (int labels : new int[] {0, 30, 100}) {
            List<PairLabel> answers = LabelSelection.choose(unlabelled.pairs(), labels).stream()
                    .map(pair -> new PairLabel(pair.first(), pair.second(), people.same(pair)))
                    .toList();
            LinkageResult linked = labels == 0
                    ? unlabelled
                    : RecordLinker.link(
                            ScoreCalibrator.calibrate(unlabelled.model(), unlabelled.pairs(), answers),
                            people.sources(),
                            LinkageSettings.of(mode));
            line(out, "F1 with %d labels (%d pairs were in doubt): %.5f", labels, answers.size(), people.f1(linked));
        }
        calibration(people, unlabelled, out);
    }

    private static void calibration(LinkedPeople people, LinkageResult result, PrintWriter out) {
        line(out, "%n| probability | pairs | mean | true |%n| --- | ---: | ---: | ---: |");
        for (int band = 0; band + 1 < BANDS.length; band++) {
            double from = BANDS[band];
            double to = BANDS[band + 1];
            List<ScoredPair> pairs = result.pairs().stream()
                    .filter(pair -> pair.probability() >= from && (pair.probability() < to || to == 1))
                    .toList();
            double mean = pairs.stream()
                    .mapToDouble(ScoredPair::probability)
                    .average()
                    .orElse(Double.NaN);
            double right = pairs.stream()
                    .mapToDouble(pair -> people.same(pair) ? 1 : 0)
                    .average()
                    .orElse(Double.NaN);
            line(out, "| %.2f to %.2f | %,d | %.4f | %.4f |", from, to, pairs.size(), mean, right);
        }
        line(out, "");
    }

    private void speed(LinkedPeople people, LinkMode mode, PrintWriter out) {
        Stopwatch.heading(out);
        Stopwatch watch = new Stopwatch(out, rounds);
        String size = String.format(Locale.ROOT, "%,d records", people.size());
        double linkage = watch.time("trained and linked, " + size, people.size() / 20_000.0, () -> {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            LinkageResult result = link(people, mode);
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            return String.format(
                    Locale.ROOT, "F1 %.5f, last time %.3f s of its thread", people.f1(result), nanos / 1e9);
        });
        double joins = watch.time("exact joins by hand, " + size, 0, () -> {
            Set<List<RecordRef>> matches = ExactJoins.matches(people);
            long right = matches.stream()
                    .filter(pair -> people.same(pair.get(0), pair.get(1)))
                    .count();
            return String.format(Locale.ROOT, "F1 %.5f", people.f1(matches.size(), right));
        });
        line(
                out,
                "%n%,.0f records a second of processor time with training, %,.0f of the joins: %.2f times their cost",
                people.size() / linkage,
                people.size() / joins,
                linkage / joins);
    }

    private void growth(PrintWriter out) {
        Stopwatch.heading(out);
        Stopwatch watch = new Stopwatch(out, rounds);
        double[] cost = new double[2];
        for (int i = 0; i < 2; i++) {
            int size = i == 0 ? records : 10 * records;
            LinkedPeople people = GeneratedPeople.of(size, 2 + i);
            String name = String.format(Locale.ROOT, "trained and linked, %,d generated records", size);
            cost[i] = watch.time(name, size / 20_000.0, () -> {
                MemoryPeak peak = new MemoryPeak();
                LinkageResult result = link(people, LinkMode.DEDUPLICATE);
                return String.format(Locale.ROOT, "F1 %.5f, heap at most %,d MB", people.f1(result), peak.megabytes());
            });
        }
        line(out, "%ncost grows with the number of records to the power of %.3f", Math.log10(cost[1] / cost[0]));
    }

    /** The most that heap pools held since it was made, garbage and the records themselves included. */
    private static final class MemoryPeak {
        MemoryPeak() {
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        }

        long megabytes() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getType() == MemoryType.HEAP)
                            .mapToLong(pool -> pool.getPeakUsage().getUsed())
                            .sum()
                    >> 20;
        }
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
