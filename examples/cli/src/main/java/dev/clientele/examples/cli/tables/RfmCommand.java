package dev.clientele.examples.cli.tables;

import static dev.clientele.examples.cli.text.TextFormat.format;
import static dev.clientele.examples.cli.text.TextFormat.percent;

import dev.clientele.b2c.analytics.rfm.RfmCustomer;
import dev.clientele.b2c.analytics.rfm.RfmSegmentSize;
import dev.clientele.b2c.analytics.rfm.RfmSettings;
import dev.clientele.b2c.analytics.rfm.RfmTable;
import dev.clientele.b2c.analytics.rfm.RfmTieHandling;
import dev.clientele.examples.cli.purchases.RowCounts;
import dev.clientele.examples.cli.text.EnumConverter;
import dev.clientele.examples.cli.text.TextTable;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rfm}: customers scored by recency, frequency and spend, and the segments they are in. */
@Command(
        name = "rfm",
        header = "Scores customers by recency, frequency and spend.",
        description = {
            "Scores go from 1 to the number of groups, the highest for those who bought most recently, most often, for the"
                    + " most. Each customer is in the first segment whose rule holds.",
            "Own segments come as a JSON file, such as [{\"name\": \"VIP\", \"rule\": {\"all\": [{\"field\": \"monetary\","
                    + " \"equal\": 5}, {\"field\": \"purchases\", \"at_least\": 10}]}}]. Fields: recency, frequency,"
                    + " monetary, days_since_last, days_since_first, purchases, spend_minor."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false)
@SuppressWarnings("NullAway.Init") // what is required or has a default is there once the arguments are parsed
public final class RfmCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PurchaseBookOptions options;

    @Option(
            names = "--groups",
            paramLabel = "NUMBER",
            defaultValue = "5",
            order = 20,
            description = "how many scores there are; the customary segments are for 5; else ${DEFAULT-VALUE}")
    private int groups;

    @Option(
            names = "--ties",
            paramLabel = "HOW",
            defaultValue = "together",
            order = 21,
            converter = TieHandlingConverter.class,
            description = "customers equal in a figure score alike (together), or groups are of equal size (apart);"
                    + " else ${DEFAULT-VALUE}")
    private RfmTieHandling ties;

    @Option(names = "--segments", paramLabel = "FILE", order = 22, description = "own segments, as JSON")
    private @Nullable Path segments;

    @Option(names = "--segment", paramLabel = "NAME", order = 23, description = "list customers of this segment only")
    private @Nullable String segment;

    @Option(
            names = "--top",
            paramLabel = "NUMBER",
            defaultValue = "10",
            order = 24,
            description = "how many customers to list, the highest scores first; else ${DEFAULT-VALUE}")
    private int top;

    private static final class TieHandlingConverter extends EnumConverter<RfmTieHandling> {
        TieHandlingConverter() {
            super(RfmTieHandling.class);
        }
    }

    /** What was found. */
    record RfmResult(
            LocalDate asOf,
            String currency,
            long customers,
            List<SegmentSummary> segments,
            List<ScoredCustomer> top,
            RowCounts data) {}

    /** How large a segment is. */
    record SegmentSummary(
            String segment,
            long customers,
            double share,
            BigDecimal spend,
            double spendShare,
            double meanDaysSinceLast,
            double meanPurchases) {

        static SegmentSummary of(RfmSegmentSize size) {
            return new SegmentSummary(
                    size.segment(),
                    size.customers(),
                    size.share(),
                    size.spend().getAmount(),
                    size.spendShare(),
                    size.meanDaysSinceLast(),
                    size.meanPurchases());
        }
    }

    /** A customer. */
    record ScoredCustomer(
            String customer,
            int recency,
            int frequency,
            int monetary,
            String segment,
            int daysSinceLast,
            int purchases,
            BigDecimal spend) {

        static ScoredCustomer of(RfmCustomer<String> one) {
            return new ScoredCustomer(
                    one.customer(),
                    one.recency(),
                    one.frequency(),
                    one.monetary(),
                    one.segment(),
                    one.daysSinceLast(),
                    one.purchases(),
                    one.spend().getAmount());
        }
    }

    private static final Comparator<RfmCustomer<String>> HIGHEST_FIRST = Comparator.<RfmCustomer<String>>comparingInt(
                    one -> one.recency() + one.frequency() + one.monetary())
            .thenComparing(RfmCustomer::spend)
            .reversed()
            .thenComparing(RfmCustomer::customer);

    @Override
    public Integer call() {
        PurchaseBookOptions.require(spec, "--groups", groups >= 2 && groups <= 100, "from 2 to 100", groups);
        PurchaseBookOptions.require(spec, "--top", top >= 0, "0 or more", top);
        RfmSettings settings = settings();
        PurchaseBookOptions.LoadedBook loaded = options.load(spec);
        RfmTable<String> table = RfmTable.of(loaded.book(), loaded.lastDay(), settings);
        RfmResult result = new RfmResult(
                table.asOf(),
                table.currency().getCode(),
                table.customers().size(),
                table.segments().stream().map(SegmentSummary::of).toList(),
                table.customers().stream()
                        .filter(one -> segment == null || one.segment().equals(segment))
                        .sorted(HIGHEST_FIRST)
                        .limit(top)
                        .map(ScoredCustomer::of)
                        .toList(),
                loaded.rows());
        return options.write(spec, result, out -> write(result, out));
    }

    private RfmSettings settings() {
        RfmSettings settings = RfmSettings.standard().withGroups(groups).withTieHandling(ties);
        if (segments != null) {
            try {
                settings = settings.withSegments(SegmentFile.read(segments));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--segments " + e.getMessage(), e);
            }
        } else if (groups != RfmSettings.standard().groups()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--groups " + groups + " needs --segments: the customary ones are for 5 groups");
        }
        String wanted = segment;
        if (wanted != null
                && !wanted.equals(settings.defaultSegment())
                && settings.segments().stream().noneMatch(one -> one.name().equals(wanted))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--segment must be one of "
                            + String.join(
                                    ", ",
                                    settings.segments().stream()
                                            .map(one -> one.name())
                                            .toList())
                            + ", was " + wanted);
        }
        return settings;
    }

    private static void write(RfmResult result, PrintWriter out) {
        out.println(
                format("%,d customers as of %s, spend in %s.", result.customers(), result.asOf(), result.currency()));
        out.println();
        TextTable sizes = new TextTable(
                "segment", "customers", "share", "spend", "of spend", "days since last", "purchases each");
        for (SegmentSummary size : result.segments()) {
            sizes.addRow(
                    size.segment(),
                    format("%,d", size.customers()),
                    percent(size.share()),
                    format("%,.2f", size.spend()),
                    percent(size.spendShare()),
                    format("%.0f", size.meanDaysSinceLast()),
                    format("%.1f", size.meanPurchases()));
        }
        sizes.write(out);
        if (!result.top().isEmpty()) {
            out.println();
            TextTable top = new TextTable("customer", "segment", "R-F-M", "days since last", "purchases", "spend")
                    .withLeftColumns(2);
            for (ScoredCustomer one : result.top()) {
                top.addRow(
                        one.customer(),
                        one.segment(),
                        one.recency() + "-" + one.frequency() + "-" + one.monetary(),
                        format("%,d", one.daysSinceLast()),
                        format("%,d", one.purchases()),
                        format("%,.2f", one.spend()));
            }
            top.write(out);
        }
        out.println();
        result.data().write(out);
    }
}
