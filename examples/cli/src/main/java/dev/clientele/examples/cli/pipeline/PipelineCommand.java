package dev.clientele.examples.cli.pipeline;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.csv.AmountFormat;
import dev.clientele.core.csv.DayFormat;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.error.InvalidException;
import dev.clientele.examples.cli.csv.CsvTable;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.jdbc.SqliteStorage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code pipeline}: how somebody sells, from a file of deals. */
@Command(
        name = "pipeline",
        header = "Tells how you sell, and what your open deals will come to.",
        description = {
            "Reads deals from CSV, with accounts, products and teams if there are files of them, and tells stages, win rate,"
                    + " values, cycles, what the open deals will come to by several methods, how these would have done on"
                    + " days of the past, and which deals have stalled.",
            "With --database the deals are kept, and reading a file again changes nothing."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false)
@SuppressWarnings("NullAway.Init") // what is required or has a default is there once the arguments are parsed
public final class PipelineCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--opportunities", paramLabel = "FILE", required = true, description = "the deals")
    private Path opportunities;

    @Option(names = "--accounts", paramLabel = "FILE", description = "the accounts, with sector and parent")
    private @Nullable Path accounts;

    @Option(names = "--products", paramLabel = "FILE", description = "the products, with prices for open deals")
    private @Nullable Path products;

    @Option(names = "--teams", paramLabel = "FILE", description = "the agents, with manager and region")
    private @Nullable Path teams;

    @Option(
            names = "--map",
            paramLabel = "NAME=COLUMN",
            split = ",",
            description = "what columns are called, such as id=opportunity_id,stage=deal_stage")
    private Map<String, String> map = new LinkedHashMap<>();

    @Option(
            names = "--alias",
            paramLabel = "CELL=MEANING",
            description = "what a cell means, such as GTXPro=\"GTX Pro\"")
    private Map<String, String> aliases = new LinkedHashMap<>();

    @Option(
            names = "--stages",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "Prospecting,Engaging",
            description = "the open stages in order; else ${DEFAULT-VALUE}. Closed deals come from the last one")
    private List<String> stages;

    @Option(names = "--won", paramLabel = "NAME", defaultValue = "Won", description = "the won stage; else Won")
    private String won;

    @Option(names = "--lost", paramLabel = "NAME", defaultValue = "Lost", description = "the lost stage; else Lost")
    private String lost;

    @Option(names = "--as-of", paramLabel = "DAY", description = "the day of the report; else the last one in the file")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--days",
            paramLabel = "NUMBER",
            defaultValue = "92",
            description = "how many days the forecast looks ahead; else ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "USD",
            description =
                    "the currency of all amounts, and of prices; else ${DEFAULT-VALUE}. A column currency, or one that"
                            + " --map calls so, tells it for each deal; deals in several are reported by currency")
    private String currency;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "how days are written, such as d.M.yyyy; else 2026-01-31, with or without a time")
    private @Nullable String dateFormat;

    @Option(names = "--decimal-comma", description = "amounts are written like 1.234,50")
    private boolean decimalComma;

    @Option(
            names = "--database",
            paramLabel = "FILE",
            description = "the SQLite file that keeps the deals; else none does")
    private @Nullable Path database;

    @Option(names = "--report", paramLabel = "FILE", description = "writes the result as a page of HTML, too")
    private @Nullable Path page;

    @Option(names = "--json", description = "give the result as JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (days < 1) {
            throw wrong("--days must be 1 or more, was " + days, null);
        }
        if (database != null) {
            return report(database);
        }
        Path folder = Files.createTempDirectory("clientele");
        try {
            return report(folder.resolve("pipeline.db"));
        } finally {
            remove(folder);
        }
    }

    private int report(Path file) {
        PipelineFiles files = files();
        PipelineFiles.FilePreview glance =
                files.preview(Set.of(won.toLowerCase(Locale.ROOT), lost.toLowerCase(Locale.ROOT)));
        LocalDate day =
                asOf != null ? asOf : glance.lastDay().orElseThrow(() -> new UnusableDataException(noDay(glance)));
        try (Storage storage = SqliteStorage.open(file)) {
            Clock clock = Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
            Crm crm = Crm.on(storage).types(B2b.types()).clock(clock).build();
            CrmSession session = crm.session(TenantId.of("me"), Actor.user("me"));
            Pipeline pipeline = B2b.in(session).deals().pipelines().getOrCreate(pipeline());
            ImportReport imported = read(files, session, pipeline, glance, day);
            files.rejections().forEach(spec.commandLine().getErr()::println);
            if (imported.rows() == imported.rejected()) {
                throw new UnusableDataException("no row of " + opportunities + " can be read");
            }
            tellUnreadCurrencies(glance);
            PipelineReports reports = reports(storage, session, pipeline, day, imported, glance.undated());
            write(reports, spec.commandLine().getOut());
            writePage(reports);
            return 0;
        }
    }

    /** Says that amounts may be in several currencies, which a column tells that nobody asked for. */
    private void tellUnreadCurrencies(PipelineFiles.FilePreview glance) {
        glance.header().stream()
                .filter(name -> !map.containsKey("currency"))
                .filter(name -> !name.equalsIgnoreCase("currency"))
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("currency"))
                .forEach(name -> spec.commandLine()
                        .getErr()
                        .println("All amounts are taken for " + currency() + "; if the column '" + name
                                + "' tells their currencies, give --map \"currency=" + name + "\"."));
    }

    private PipelineReports reports(
            Storage storage,
            CrmSession session,
            Pipeline pipeline,
            LocalDate day,
            ImportReport imported,
            long undated) {
        SortedMap<String, Long> deals = new TreeMap<>();
        long[] withoutAmount = {0};
        session.repository(Opportunity.TYPE)
                .all()
                .aggregate(List.of(Opportunity.AMOUNT.currency()), List.of(Measure.count()))
                .forEach(group -> {
                    if (group.keys().get(0) instanceof String code) {
                        deals.put(code, group.count(0));
                    } else {
                        withoutAmount[0] += group.count(0);
                    }
                });
        if (deals.size() < 2) {
            CurrencyUnit only = deals.isEmpty() ? currency() : CurrencyUnit.of(deals.firstKey());
            return new PipelineReports(
                    day,
                    PipelineReport.ImportCounts.of(imported),
                    0,
                    List.of(new PipelineAnalysis(B2b.in(session), pipeline, day, only, days)
                            .report(imported, undated)));
        }
        List<PipelineReport> reports = new ArrayList<>();
        for (String code : deals.keySet()) {
            CurrencyUnit each = CurrencyUnit.of(code);
            CrmSession inOne = Crm.on(storage)
                    .types(B2b.types())
                    .clock(session.clock())
                    .policy(new CurrencyPolicy(each))
                    .build()
                    .session(session.tenant(), session.actor());
            reports.add(new PipelineAnalysis(B2b.in(inOne), pipeline, day, each, days).report(imported, undated));
        }
        return new PipelineReports(day, PipelineReport.ImportCounts.of(imported), withoutAmount[0], reports);
    }

    private void writePage(PipelineReports reports) {
        Path file = page;
        if (file != null) {
            try {
                Files.writeString(file, new PipelineReportPage(reports).page().html());
            } catch (IOException e) {
                throw wrong("--report must be a file that can be written, was " + file, e);
            }
        }
    }

    private static String noDay(PipelineFiles.FilePreview glance) {
        String unreadable = glance.unreadable().stream()
                .findFirst()
                .map(error -> "; " + error)
                .orElse("");
        return "no row that can be read has a day: give --as-of" + unreadable;
    }

    private ImportReport read(
            PipelineFiles files,
            CrmSession session,
            Pipeline pipeline,
            PipelineFiles.FilePreview glance,
            LocalDate day) {
        try {
            return files.importInto(session, pipeline, stages.get(stages.size() - 1), glance, day);
        } catch (InvalidException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    private void write(PipelineReports reports, PrintWriter out) {
        boolean one = reports.currencies().size() == 1;
        if (json) {
            out.println(JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(one ? reports.currencies().get(0) : reports));
        } else if (one) {
            new PipelineReportText(reports.currencies().get(0), out).write();
        } else {
            PipelineReportText.write(reports, out);
        }
    }

    private PipelineFiles files() {
        try {
            return new PipelineFiles(
                    new CsvTable(opportunities),
                    accounts == null ? null : new CsvTable(accounts),
                    products == null ? null : new CsvTable(products),
                    teams == null ? null : new CsvTable(teams),
                    ColumnNames.of(map),
                    aliases,
                    currency(),
                    new PipelineFiles.CellFormat(
                            dateFormat == null ? DayFormat.iso() : DayFormat.of(dateFormat),
                            decimalComma ? AmountFormat.decimalComma() : AmountFormat.decimalPoint()));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    /** Each open stage is a step nearer to winning. */
    private Pipeline pipeline() {
        List<Stage> all = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            BigDecimal probability = BigDecimal.valueOf(i + 1L)
                    .divide(BigDecimal.valueOf(stages.size() + 1L), 4, RoundingMode.HALF_EVEN);
            all.add(Stage.open("open-" + (i + 1), stages.get(i), probability, ForecastCategory.PIPELINE));
        }
        all.add(Stage.won("won", won));
        all.add(Stage.lost("lost", lost));
        try {
            return Pipeline.of("sales", "Sales", all.toArray(Stage[]::new));
        } catch (IllegalArgumentException | InvalidException e) {
            throw wrong("--stages, --won and --lost must make a pipeline: " + e.getMessage(), e);
        }
    }

    private CurrencyUnit currency() {
        try {
            return CurrencyUnit.of(currency.toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException e) {
            throw wrong("--currency must be a code such as EUR, was " + currency, e);
        }
    }

    private ParameterException wrong(String message, @Nullable Exception cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.delete(folder);
    }
}
