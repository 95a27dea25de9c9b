package dev.clientele.b2b.exchange.deals;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.CsvBatchProcessor;
import dev.clientele.core.csv.CsvRowReader;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.ReferenceField;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads deals from CSV (RFC 4180, with a header), each with the stages it went through. Immutable and thread-safe: each method
 * gives a new plan.
 *
 * <p>A row is about the deal with its external id. A new deal comes into its open stage on the day it entered that, at the
 * start of the day in the session clock's zone, and is closed on the day that it was; a stored one moves on if the row's stage
 * is another than its own, and keeps every stage it has been in. An empty cell says nothing. What is imported has happened, so
 * no gate is asked ({@link CrmSession#forImportOfHistory}); validation, access policy, change log and listeners are those of any other change. A row that can't be
 * stored is kept out and reported by its number, the others go in, by hundreds, each hundred in a transaction of its own. The
 * same file a second time changes nothing.
 *
 * <p>The columns for external id and stage have to be given; all that are given have to be in the file.
 */
public final class DealImport {

    final Pipeline pipeline;
    final Map<DealImportColumn, String> headers;
    final Map<String, CellMapping> sources;
    final Map<String, Map<String, String>> replacements;
    final @Nullable String before;
    final String lostReason;
    final @Nullable LocalDate undated;
    final UnaryOperator<Opportunity> completing;
    private final boolean dryRun;

    /** A column that only an import of deals knows how to read. */
    enum DealImportColumn {
        EXTERNAL_ID,
        STAGE,
        ENTERED_ON,
        CLOSED_ON,
        REASON
    }

    /** The mapping of a column's cells to a deal. */
    sealed interface CellMapping {

        /** A value of the deal's own. */
        record FieldMapping<V>(Field<Opportunity, V> field, Function<String, V> read) implements CellMapping {}

        /** Another record, by one of its fields. */
        record ReferenceMapping<R extends Entity<R>, V>(
                ReferenceField<Opportunity, R> field, EntityType<R> target, ColumnField<R, V> by)
                implements CellMapping {}
    }

    private DealImport(
            Pipeline pipeline,
            Map<DealImportColumn, String> headers,
            Map<String, CellMapping> sources,
            Map<String, Map<String, String>> replacements,
            @Nullable String before,
            String lostReason,
            @Nullable LocalDate undated,
            UnaryOperator<Opportunity> completing,
            boolean dryRun) {
        this.pipeline = pipeline;
        this.headers = headers;
        this.sources = sources;
        this.replacements = replacements;
        this.before = before;
        this.lostReason = lostReason;
        this.undated = undated;
        this.completing = completing;
        this.dryRun = dryRun;
    }

    /** Returns an import of deals into a pipeline, which is stored first if it is new. */
    public static DealImport into(Pipeline pipeline) {
        return new DealImport(
                Objects.requireNonNull(pipeline, "pipeline"),
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                "not told",
                null,
                UnaryOperator.identity(),
                false);
    }

    /** The column of the id by which rows are told apart and recognised. A deal without a name is called by it. */
    public DealImport externalId(String header) {
        return part(DealImportColumn.EXTERNAL_ID, header);
    }

    /** The column of the stage that a deal is in: id or name, however capitalised. */
    public DealImport stage(String header) {
        return part(DealImportColumn.STAGE, header);
    }

    /** The column of the ISO day on which a deal came into its stage or, if it is closed, into the open one before. */
    public DealImport enteredOn(String header) {
        return part(DealImportColumn.ENTERED_ON, header);
    }

    /** The column of the ISO day on which a deal was closed, or is expected to be. */
    public DealImport closedOn(String header) {
        return part(DealImportColumn.CLOSED_ON, header);
    }

    /** The column that says why a deal was won or lost. */
    public DealImport reason(String header) {
        return part(DealImportColumn.REASON, header);
    }

    /** The column of the amount, a plain decimal number, in a currency. A deal is worth that from the stage it is in. */
    public DealImport amount(String header, CurrencyUnit currency) {
        return column(header, Opportunity.AMOUNT, text -> Money.of(currency, new BigDecimal(text)));
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
     * @param read given a cell that isn't blank; an {@code IllegalArgumentException} of it rejects the row, with its message
     */
    public <V> DealImport column(String header, Field<Opportunity, V> field, Function<String, V> read) {
        return source(header, new CellMapping.FieldMapping<>(field, read));
    }

    /** Some cells under a header mean something else: misspellings, codes of another system. */
    public DealImport withReplacements(String header, Map<String, String> meanings) {
        Map<String, Map<String, String>> more = new LinkedHashMap<>(replacements);
        more.put(header, Map.copyOf(meanings));
        return new DealImport(pipeline, headers, sources, more, before, lostReason, undated, completing, dryRun);
    }

    /** The open stage, by id or name, in which closed deals were before; else the pipeline's first. */
    public DealImport closedFrom(String stage) {
        return new DealImport(
                pipeline,
                headers,
                sources,
                replacements,
                pipeline.stage(stage).id(),
                lostReason,
                undated,
                completing,
                dryRun);
    }

    /** Returns an import with the lost reason of deals that tell none; {@code not told} unless given. */
    public DealImport defaultLostReason(String reason) {
        return new DealImport(pipeline, headers, sources, replacements, before, reason, undated, completing, dryRun);
    }

    /** The day that counts as that of entry where none is told; else the day of the import. */
    public DealImport defaultEntryDate(LocalDate day) {
        return new DealImport(pipeline, headers, sources, replacements, before, lostReason, day, completing, dryRun);
    }

    /** Completes each new deal from its own fields, before it comes into a stage; pure. */
    public DealImport withCompletion(UnaryOperator<Opportunity> work) {
        return new DealImport(pipeline, headers, sources, replacements, before, lostReason, undated, work, dryRun);
    }

    /**
     * Tries everything, in one transaction that is taken back in the end: what would be added, changed and rejected. It holds
     * the whole file in memory and, on a database with one writer, keeps others from writing.
     */
    public DealImport dryRun() {
        return new DealImport(pipeline, headers, sources, replacements, before, lostReason, undated, completing, true);
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
            if (!headers.containsKey(part)) {
                throw new IllegalStateException("no column was given for " + part);
            }
        }
        DealRowMapper reading = new DealRowMapper(this, session.clock().getZone(), session.now());
        CsvRowReader rows = CsvRowReader.of(Opportunity.TYPE.name(), reader, ',');
        DealImportColumns columns = DealImportColumns.of(rows.header(), this);
        CsvBatchProcessor storing = new CsvBatchProcessor(
                session.forImportOfHistory(),
                (transaction, some) -> new DealImportBatch(transaction, reading, columns, some).run(some),
                UnaryOperator.identity());
        return storing.run(rows, columns.ignored(), dryRun);
    }

    private DealImport part(DealImportColumn part, String header) {
        Map<DealImportColumn, String> more = new LinkedHashMap<>(headers);
        more.put(part, Objects.requireNonNull(header, "header"));
        return new DealImport(pipeline, more, sources, replacements, before, lostReason, undated, completing, dryRun);
    }

    private DealImport source(String header, CellMapping source) {
        Map<String, CellMapping> more = new LinkedHashMap<>(sources);
        more.put(Objects.requireNonNull(header, "header"), source);
        return new DealImport(pipeline, headers, more, replacements, before, lostReason, undated, completing, dryRun);
    }
}
