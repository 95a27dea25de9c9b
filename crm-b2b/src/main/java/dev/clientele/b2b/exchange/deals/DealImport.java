package dev.clientele.b2b.exchange.deals;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.exchange.deals.DealImportPlan.CellMapping;
import dev.clientele.b2b.exchange.deals.DealImportPlan.DealImportColumn;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.AmountFormat;
import dev.clientele.core.csv.CsvBatchProcessor;
import dev.clientele.core.csv.CsvReader;
import dev.clientele.core.csv.CsvRowReader;
import dev.clientele.core.csv.DayFormat;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RejectedRow;
import dev.clientele.core.csv.RowLinks;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Field;
import java.io.Reader;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads deals from CSV (RFC 4180, with a header), each with the stages it went through. Immutable and thread-safe: each method
 * gives a new plan.
 *
 * <p>A row is about the deal with its external id. A new deal comes into its open stage on the day it entered that, at the
 * start of the day in the session clock's zone, and is closed on the day that it was; a stored one moves on if the row's stage
 * is another than its own, and keeps every stage it has been in. A row that tells another day or reason of the stage in which the
 * deal is corrects it. An empty cell says nothing. What is imported has happened, so
 * no gate is asked ({@link CrmSession#forImportOfHistory}); validation, access policy, change log and listeners are those of any other change. A row that can't be
 * stored is kept out and reported by its number, the others go in, by hundreds, each hundred in a transaction of its own. The
 * same file a second time changes nothing.
 *
 * <p>The columns for external id and stage have to be given; all that are given have to be in the file, however capitalised. Files
 * are read as by {@link CsvReader} and {@link dev.clientele.core.csv.CsvHeader}.
 */
public final class DealImport {

    private final DealImportPlan plan;

    private DealImport(DealImportPlan plan) {
        this.plan = plan;
    }

    /** Returns an import of deals into a pipeline, which is stored first if it is new. */
    public static DealImport into(Pipeline pipeline) {
        return new DealImport(new DealImportPlan(Objects.requireNonNull(pipeline, "pipeline")));
    }

    /** The column of the id by which rows are told apart and recognised. A deal without a name is called by it. */
    public DealImport externalId(String header) {
        return part(DealImportColumn.EXTERNAL_ID, header);
    }

    /** The column of the stage that a deal is in: id or name, however capitalised. */
    public DealImport stage(String header) {
        return part(DealImportColumn.STAGE, header);
    }

    /** The column of the day on which a deal came into its stage or, if it is closed, into the open one before. */
    public DealImport enteredOn(String header) {
        return part(DealImportColumn.ENTERED_ON, header);
    }

    /** The column of the day on which a deal was closed, or is expected to be. */
    public DealImport closedOn(String header) {
        return part(DealImportColumn.CLOSED_ON, header);
    }

    /** The column that says why a deal was won or lost. */
    public DealImport reason(String header) {
        return part(DealImportColumn.REASON, header);
    }

    /** The column of the amount, in a currency. A deal is worth that from the stage it is in. */
    public DealImport amount(String header, CurrencyUnit currency) {
        Objects.requireNonNull(currency, "currency");
        return part(DealImportColumn.AMOUNT, header).with(more -> more.currency = currency);
    }

    /**
     * The column of the amount, each row in the currency of another column, whose cells are ISO 4217 codes such as {@code EUR}. A
     * row with an amount and without a currency is rejected.
     */
    public DealImport amount(String header, String currencyHeader) {
        return part(DealImportColumn.AMOUNT, header)
                .part(DealImportColumn.CURRENCY, currencyHeader)
                .with(more -> more.currency = null);
    }

    /** Reads days in this form, instead of that of {@code 2027-01-31} with or without a time. */
    public DealImport withDayFormat(DayFormat days) {
        return with(more -> more.days = Objects.requireNonNull(days, "days"));
    }

    /** Reads amounts in this form, instead of that with a decimal point. */
    public DealImport withAmountFormat(AmountFormat amounts) {
        return with(more -> more.amounts = Objects.requireNonNull(amounts, "amounts"));
    }

    /** Separates cells by this, instead of by what the first lines show. */
    public DealImport withDelimiter(char delimiter) {
        return with(more -> more.delimiter = String.valueOf(delimiter));
    }

    /** The column that names the account by one of its fields, which no two may share. */
    public <V> DealImport account(String header, ColumnField<Account, V> by) {
        return source(header, new CellMapping.ReferenceMapping<>(Opportunity.ACCOUNT, Account.TYPE, by));
    }

    /** The column that names the owner by one of the representative's fields, which no two may share. */
    public <V> DealImport owner(String header, ColumnField<SalesRep, V> by) {
        return source(header, new CellMapping.ReferenceMapping<>(Opportunity.OWNER, SalesRep.TYPE, by));
    }

    /** A column that is read by a field of the deal. */
    public <V> DealImport column(String header, Field<Opportunity, V> field) {
        return column(header, field, field::parse);
    }

    /**
     * A column that is read by a function for a field of the deal.
     *
     * @param read given a cell that isn't blank; whatever it throws rejects the row, an {@code IllegalArgumentException} with its
     *     message; null says nothing
     */
    public <V> DealImport column(
            String header, Field<Opportunity, V> field, Function<String, ? extends @Nullable V> read) {
        return source(header, new CellMapping.FieldMapping<>(field, read));
    }

    /** Some cells under a header mean something else: misspellings, codes of another system. */
    public DealImport withReplacements(String header, Map<String, String> meanings) {
        return with(more -> more.replacements.put(header, Map.copyOf(meanings)));
    }

    /** The open stage, by id or name, in which closed deals were before; else the pipeline's first. */
    public DealImport closedFrom(String stage) {
        return with(more -> more.before = more.pipeline.stage(stage).id());
    }

    /** Returns an import with the lost reason of deals that tell none; {@code not told} unless given. */
    public DealImport defaultLostReason(String reason) {
        return with(more -> more.lostReason = Objects.requireNonNull(reason, "reason"));
    }

    /** The day that counts as that of entry where none is told; else the day of the import. */
    public DealImport defaultEntryDate(LocalDate day) {
        return with(more -> more.undated = Objects.requireNonNull(day, "day"));
    }

    /** Completes each new deal from its own fields, before it comes into a stage; pure. */
    public DealImport withCompletion(UnaryOperator<Opportunity> work) {
        return with(more -> more.completing = Objects.requireNonNull(work, "work"));
    }

    /**
     * Tries everything, each batch in a transaction that is taken back: what would be added, changed and rejected. Rows about a deal
     * of earlier ones are tried together with those.
     */
    public DealImport dryRun() {
        return with(more -> more.dryRun = true);
    }

    /** Gives each row that is kept out to this as well; as {@link dev.clientele.core.csv.CsvImport#withRejectedRows}. */
    public DealImport withRejectedRows(Consumer<RejectedRow> sink) {
        return with(more -> more.rejects = Objects.requireNonNull(sink, "sink"));
    }

    /**
     * Reads a file. The reader is left for the caller to close.
     *
     * @param session whose actor makes the changes; a dry run can't be part of a transaction
     * @throws IllegalStateException if no column was given for the external id or the stage
     * @throws dev.clientele.core.error.InvalidException if the file has no header, or lacks a column that was asked for
     *     or has it twice
     * @throws java.io.UncheckedIOException if the reader fails; what was stored till then stays
     */
    public ImportReport run(CrmSession session, Reader reader) {
        for (DealImportColumn part : new DealImportColumn[] {DealImportColumn.EXTERNAL_ID, DealImportColumn.STAGE}) {
            if (!plan.headers.containsKey(part)) {
                throw new IllegalStateException("no column was given for " + part);
            }
        }
        DealRowMapper reading = new DealRowMapper(plan, session.clock().getZone(), session.now());
        String delimiter = plan.delimiter;
        CsvRowReader rows = CsvRowReader.of(
                Opportunity.TYPE.name(), delimiter == null ? CsvReader.of(reader) : CsvReader.of(reader, delimiter));
        DealImportColumns columns = DealImportColumns.of(rows.header(), plan);
        CsvBatchProcessor storing = new CsvBatchProcessor(
                        session.forImportOfHistory(),
                        (transaction, some) -> new DealImportBatch(transaction, reading, columns, some).run(some),
                        UnaryOperator.identity())
                .withLinks(row -> reading.externalId(columns.cells(row))
                        .map(RowLinks::ofKey)
                        .orElse(RowLinks.NONE))
                .withRejectedRows(plan.rejects);
        return storing.run(rows, columns.ignored(), plan.dryRun);
    }

    private DealImport part(DealImportColumn part, String header) {
        return with(more -> more.headers.put(part, Objects.requireNonNull(header, "header")));
    }

    private DealImport source(String header, CellMapping source) {
        return with(more -> more.sources.put(Objects.requireNonNull(header, "header"), source));
    }

    private DealImport with(Consumer<DealImportPlan> change) {
        DealImportPlan more = plan.copy();
        change.accept(more);
        return new DealImport(more);
    }
}
