package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.LabelSelection;
import dev.clientele.b2c.identity.linkage.LinkMode;
import dev.clientele.b2c.identity.linkage.LinkageSettings;
import dev.clientele.b2c.identity.linkage.QualityEstimator;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import dev.clientele.b2c.identity.linkage.Thresholds;
import dev.clientele.b2c.identity.linkage.Waterfall;
import dev.clientele.examples.cli.text.EnumConverter;
import dev.clientele.examples.cli.text.JsonOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code identity}: which records are of the same person, from one file or several. */
@Command(
        name = "identity",
        header = "Tells which records are of the same person.",
        description = {
            "Learns from the records themselves how much it says that two agree or differ in a name, a date, an address, and gives"
                    + " each pair that may be of one person a probability. No examples are needed; with some it gets better.",
            "Of one file, duplicates are found. Of several, records are linked across and within them; --across and --one-to-one"
                    + " change that."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false)
@SuppressWarnings("NullAway.Init") // what is required or has a default is there once the arguments are parsed
public final class IdentityCommand implements Callable<Integer> {

    /** The probability down to which the page of pictures shows pairs. */
    private static final double SHOWN = 1e-4;

    /** The use of the answers to questions. */
    enum Purpose {
        LEARNING,
        QUALITY
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--records",
            paramLabel = "FILE",
            required = true,
            description = "a CSV file of records; may be repeated")
    private List<Path> records;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            required = true,
            description =
                    "the column of ids, different in each row of a file; where files call it differently: one|other")
    private String id;

    @Option(
            names = "--map",
            paramLabel = "KIND=COLUMN",
            split = ",",
            description =
                    "what columns hold, such as given=first_name,street=address_1,street=address_2; where files call one"
                            + " differently: given=first_name|vorname. Kinds: given, family, name, birthdate, email, phone, street, number,"
                            + " city, postcode, region, id, category, quantity, text. Without it, columns with usual names are taken")
    private List<String> map = new ArrayList<>();

    @Option(names = "--across", description = "link only records of different files")
    private boolean across;

    @Option(
            names = "--one-to-one",
            description = "link only records of different files, each with at most one of another")
    private boolean oneToOne;

    @Option(
            names = "--threshold",
            paramLabel = "PROBABILITY",
            defaultValue = "0.5",
            description = "from which a pair is a match; else ${DEFAULT-VALUE}")
    private double threshold;

    @Option(
            names = "--review",
            paramLabel = "PROBABILITY",
            description = "from which a pair is for review; else 0.05, or the threshold if that is less")
    private @Nullable Double review;

    @Option(
            names = "--truth",
            paramLabel = "COLUMN|FILE",
            description =
                    "who the records are of, to measure the result by: a column of all files, or a CSV file of pairs of ids of"
                            + " the same person, or of ids and persons")
    private @Nullable String truth;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description =
                    "judgements to learn from: a CSV file of id, id, true or false; or what --ask-to wrote, filled in")
    private @Nullable Path labels;

    @Option(
            names = "--judged",
            paramLabel = "FILE",
            description = "judgements to estimate precision and recall from, asked for by --ask-for quality")
    private @Nullable Path judged;

    @Option(
            names = "--ask",
            paramLabel = "NUMBER",
            defaultValue = "30",
            description = "how many pairs to ask for; else ${DEFAULT-VALUE}")
    private int ask;

    @Option(
            names = "--ask-to",
            paramLabel = "FILE",
            description = "where to write the pairs that a person should judge next")
    private @Nullable Path askTo;

    @Option(
            names = "--ask-for",
            paramLabel = "PURPOSE",
            defaultValue = "learning",
            converter = PurposeConverter.class,
            description =
                    "learning: the pairs that the model is least sure of; quality: a sample to estimate precision and recall"
                            + " from; else ${DEFAULT-VALUE}")
    private Purpose askFor;

    @Option(names = "--pairs", paramLabel = "FILE", description = "where to write matches and pairs for review, as CSV")
    private @Nullable Path pairs;

    @Option(names = "--clusters", paramLabel = "FILE", description = "where to write each record's person, as CSV")
    private @Nullable Path clusters;

    @Option(names = "--explain", paramLabel = "ID,ID", description = "two records whose score to give reasons for")
    private @Nullable String explain;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "also write a page of pictures, one file that any browser shows without a network")
    private @Nullable Path page;

    @Option(names = "--json", description = "give the result as JSON")
    private boolean json;

    @Override
    public Integer call() {
        LinkageSettings settings = settings();
        requireWritable("--pairs", pairs);
        requireWritable("--clusters", clusters);
        requireWritable("--ask-to", askTo);
        requireWritable("--report", page);
        require(ask >= 0, "--ask must be 0 or more, was " + ask);
        long start = System.nanoTime();
        IdentityInput input = read();
        long readNanos = System.nanoTime() - start;
        Optional<RecordIndex.RefPair> asked = asked(input.index());
        IdentityResult linked = new IdentityAnalysis(settings, page == null ? 1 : SHOWN)
                .link(input.files(), input.index(), input.labels(), input.judged(), input.truth(), readNanos);
        Waterfall why =
                asked.map(pair -> linked.explain(pair.first(), pair.second())).orElse(null);
        IdentityReport report = IdentityReport.of(linked, why);
        write(linked, report);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOutput.write(report, out);
        } else {
            new IdentityReportText(report).write(out);
        }
        return 0;
    }

    private LinkageSettings settings() {
        require(threshold > 0 && threshold < 1, "--threshold must be above 0 and below 1, was " + threshold);
        double from = review == null ? Math.min(0.05, threshold) : review;
        require(from > 0 && from <= threshold, "--review must be above 0 and at most --threshold, was " + from);
        require(
                records.size() > 1 || !(across || oneToOne),
                (oneToOne ? "--one-to-one" : "--across") + " needs two files or more, there is one");
        LinkMode mode = oneToOne ? LinkMode.LINK_ONE_TO_ONE : across ? LinkMode.LINK : LinkMode.DEDUPLICATE;
        return LinkageSettings.of(mode).withThresholds(new Thresholds(threshold, from));
    }

    private IdentityInput read() {
        try {
            IdentityInput input =
                    IdentityInput.read(records, ColumnMapping.names(id), mapping(), truth, labels, judged);
            input.files().remarks().forEach(spec.commandLine().getErr()::println);
            return input;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ColumnMapping mapping() {
        try {
            return ColumnMapping.parse(map);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--map " + e.getMessage(), e);
        }
    }

    private Optional<RecordIndex.RefPair> asked(RecordIndex index) {
        if (explain == null) {
            return Optional.empty();
        }
        for (int comma = explain.indexOf(','); comma >= 0; comma = explain.indexOf(',', comma + 1)) {
            Optional<RecordIndex.RefPair> pair = index.find(
                    explain.substring(0, comma).strip(),
                    explain.substring(comma + 1).strip());
            if (pair.isPresent() && !pair.get().first().equals(pair.get().second())) {
                return pair;
            }
        }
        throw new ParameterException(
                spec.commandLine(),
                "--explain must be the ids of two records with a comma between, which these are not");
    }

    private void write(IdentityResult linked, IdentityReport report) {
        write("--pairs", pairs, file -> ResultFiles.writePairs(file, linked.pairs()));
        write(
                "--clusters",
                clusters,
                file -> ResultFiles.writeClusters(file, linked.result().clusters()));
        write("--ask-to", askTo, file -> ResultFiles.writeQuestions(file, questions(linked), linked));
        write(
                "--report",
                page,
                file -> Files.writeString(
                        file, new IdentityReportPage(linked, report).page().html(), StandardCharsets.UTF_8));
    }

    private List<ScoredPair> questions(IdentityResult linked) {
        if (askFor == Purpose.QUALITY) {
            return QualityEstimator.sample(linked.pairs(), ask);
        }
        Set<RecordIndex.RefPair> known = linked.labels().stream()
                .map(label -> new RecordIndex.RefPair(label.first(), label.second()))
                .collect(Collectors.toSet());
        List<ScoredPair> open = linked.pairs().stream()
                .filter(pair -> !known.contains(new RecordIndex.RefPair(pair.first(), pair.second())))
                .toList();
        return LabelSelection.choose(open, ask);
    }

    /** Work that writes a file. */
    private interface FileWriting {
        void to(Path file) throws IOException;
    }

    private void write(String option, @Nullable Path file, FileWriting writing) {
        if (file != null) {
            try {
                writing.to(file);
            } catch (IOException e) {
                throw notWritable(option, file, e);
            }
        }
    }

    /** Tells of a path that can't be written before the work is done. */
    private void requireWritable(String option, @Nullable Path file) {
        if (file != null) {
            Path folder = file.toAbsolutePath().getParent();
            if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
                throw notWritable(option, file, null);
            }
        }
    }

    private ParameterException notWritable(String option, Path file, @Nullable Exception cause) {
        return new ParameterException(
                spec.commandLine(), option + " must be a file that can be written, was " + file, cause);
    }

    private void require(boolean allowed, String message) {
        if (!allowed) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private static final class PurposeConverter extends EnumConverter<Purpose> {
        PurposeConverter() {
            super(Purpose.class);
        }
    }
}
