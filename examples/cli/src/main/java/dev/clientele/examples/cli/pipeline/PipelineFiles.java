package dev.clientele.examples.cli.pipeline;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.exchange.deals.DealImport;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.AmountFormat;
import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.csv.DayFormat;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.examples.cli.csv.CsvTable;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The files that somebody has, and how they come into a CRM. */
final class PipelineFiles {

    private final CsvTable opportunities;
    private final @Nullable CsvTable accounts;
    private final @Nullable CsvTable products;
    private final @Nullable CsvTable teams;
    private final ColumnNames names;
    private final Map<String, String> aliases;
    private final CurrencyUnit currency;
    private final CellFormat format;
    private final List<String> complaints = new ArrayList<>();

    PipelineFiles(
            CsvTable opportunities,
            @Nullable CsvTable accounts,
            @Nullable CsvTable products,
            @Nullable CsvTable teams,
            ColumnNames names,
            Map<String, String> aliases,
            CurrencyUnit currency,
            CellFormat format) {
        this.opportunities = opportunities;
        this.accounts = accounts;
        this.products = products;
        this.teams = teams;
        this.names = names;
        this.aliases = Map.copyOf(aliases);
        this.currency = currency;
        this.format = format;
    }

    /**
     * The forms of the cells.
     *
     * @param days the form of days
     * @param amounts the form of amounts
     */
    record CellFormat(DayFormat days, AmountFormat amounts) {}

    /**
     * A first look at the deals before they are read.
     *
     * @param lastDay the last day on which something happened: a deal was entered or closed; not one on which it is expected to be
     * @param undated the number of deals without a day of entry
     * @param accounts the names of accounts
     * @param agents the names of agents
     * @param unreadable why rows are no CSV
     * @param header the columns
     */
    record FilePreview(
            Optional<LocalDate> lastDay,
            long undated,
            Set<String> accounts,
            Set<String> agents,
            List<RowError> unreadable,
            List<String> header) {}

    FilePreview preview(Set<String> closedStages) {
        LocalDate[] last = {LocalDate.MIN};
        List<RowError> unreadable = new ArrayList<>();
        long[] undated = {0};
        Set<String> accountNames = new HashSet<>();
        Set<String> agents = new HashSet<>();
        List<String> header = opportunities.forEachRow(
                row -> {
                    boolean closed =
                            closedStages.contains(row.cell(names.get("stage")).toLowerCase(Locale.ROOT));
                    for (String word : closed ? List.of("engaged", "closed") : List.of("engaged")) {
                        Optional<LocalDate> day = format.days().find(row.cell(names.get(word)));
                        last[0] = day.filter(each -> each.isAfter(last[0])).orElse(last[0]);
                    }
                    undated[0] += row.cell(names.get("engaged")).isEmpty() ? 1 : 0;
                    add(row.cell(names.get("account")), accountNames);
                    add(row.cell(names.get("agent")), agents);
                },
                unreadable::add);
        return new FilePreview(
                last[0].equals(LocalDate.MIN) ? Optional.empty() : Optional.of(last[0]),
                undated[0],
                accountNames,
                agents,
                unreadable,
                header);
    }

    private void add(String cell, Set<String> into) {
        if (!cell.isEmpty()) {
            into.add(aliases.getOrDefault(cell, cell));
        }
    }

    /** Reads everything; what can't be taken is among the {@link #complaints}. */
    ImportReport importInto(
            CrmSession session, Pipeline pipeline, String openStage, FilePreview glance, LocalDate asOf) {
        readAccounts(session, glance);
        readTeams(session, glance);
        Map<String, Money> prices = prices();
        DealImport plan = plan(pipeline, glance.header())
                .closedFrom(openStage)
                .defaultEntryDate(asOf)
                .withDayFormat(format.days())
                .withAmountFormat(format.amounts())
                .withCompletion(deal -> deal.find(Opportunity.AMOUNT).isPresent()
                        ? deal
                        : deal.with(Opportunity.AMOUNT, price(deal, prices)));
        ImportReport report = opportunities.read(reader -> plan.run(session, reader));
        complain(opportunities, report);
        return report;
    }

    /** Returns the plan of the columns that are there. */
    private DealImport plan(Pipeline pipeline, List<String> header) {
        DealImport plan = DealImport.into(pipeline).externalId(names.get("id")).stage(names.get("stage"));
        plan = names.has("currency", header)
                ? plan.amount(names.get("value"), names.get("currency"))
                : plan.amount(names.get("value"), currency);
        plan = names.has("engaged", header) ? plan.enteredOn(names.get("engaged")) : plan;
        plan = names.has("closed", header) ? plan.closedOn(names.get("closed")) : plan;
        plan = names.has("account", header)
                ? plan.account(names.get("account"), Account.NAME).withReplacements(names.get("account"), aliases)
                : plan;
        plan = names.has("agent", header)
                ? plan.owner(names.get("agent"), SalesRep.NAME).withReplacements(names.get("agent"), aliases)
                : plan;
        return names.has("product", header)
                ? plan.column(names.get("product"), Opportunity.TAGS, Set::of)
                        .withReplacements(names.get("product"), aliases)
                : plan;
    }

    List<String> rejections() {
        return List.copyOf(complaints);
    }

    private static @Nullable Money price(Opportunity deal, Map<String, Money> prices) {
        return deal.getOrDefault(Opportunity.TAGS, Set.of()).stream()
                .map(prices::get)
                .filter(price -> price != null)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Money> prices() {
        Map<String, Money> prices = new HashMap<>();
        if (products != null) {
            products.forEachRow(row -> {
                String price = row.cell(names.get("price"));
                try {
                    prices.put(row.cell(names.get("product")), format.amounts().parse(price, currency));
                } catch (IllegalArgumentException e) {
                    complaints.add(products.path() + ": a price is no amount in " + currency);
                }
            });
        }
        return prices;
    }

    /** Parents in a second reading, since a subsidiary may come before its parent. */
    private void readAccounts(CrmSession session, FilePreview glance) {
        if (accounts == null) {
            addMissing(session, glance.accounts(), Account.NAME::is, Account::named, Account.TYPE);
            return;
        }
        CsvTable file = accounts;
        CsvImport<Account> plan = CsvImport.of(Account.TYPE)
                .column(names.get("account"), Account.NAME)
                .replaceValues(names.get("account"), aliases)
                .column(names.get("sector"), Account.INDUSTRY)
                .replaceValues(names.get("sector"), aliases)
                .matchBy(Account.NAME);
        complain(file, file.read(reader -> plan.run(session, reader)));
        complain(
                file,
                file.read(reader -> plan.reference(names.get("parent"), Account.PARENT, Account.TYPE, Account.NAME)
                        .replaceValues(names.get("parent"), aliases)
                        .run(session, reader)));
    }

    private void readTeams(CrmSession session, FilePreview glance) {
        if (teams == null) {
            addMissing(session, glance.agents(), SalesRep.NAME::is, SalesRep::named, SalesRep.TYPE);
            return;
        }
        CsvTable file = teams;
        CsvImport<SalesRep> reps = CsvImport.of(SalesRep.TYPE).matchBy(SalesRep.NAME);
        complain(
                file,
                file.read(reader ->
                        reps.column(names.get("manager"), SalesRep.NAME).run(session, reader)));
        complain(
                file,
                file.read(reader -> reps.column(names.get("agent"), SalesRep.NAME)
                        .column(names.get("region"), SalesRep.OFFICE)
                        .reference(names.get("manager"), SalesRep.MANAGER, SalesRep.TYPE, SalesRep.NAME)
                        .run(session, reader)));
    }

    private static <T extends Entity<T>> void addMissing(
            CrmSession session,
            Set<String> wanted,
            Function<String, Criteria> is,
            Function<String, T> make,
            EntityType<T> type) {
        session.repository(type)
                .addAll(wanted.stream()
                        .filter(name ->
                                session.repository(type).query(is.apply(name)).count() == 0)
                        .map(make)
                        .toList());
    }

    private void complain(CsvTable file, ImportReport report) {
        for (RowError error : report.errors()) {
            complaints.add(file.path().getFileName() + ", " + error);
        }
        if (report.rows() == 0) {
            throw new UnusableDataException(file.path() + " has no rows");
        }
    }
}
