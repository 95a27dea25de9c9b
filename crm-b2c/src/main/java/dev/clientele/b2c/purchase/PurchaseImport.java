package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Persons;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.AmountFormat;
import dev.clientele.core.csv.CsvBatchProcessor;
import dev.clientele.core.csv.CsvReader;
import dev.clientele.core.csv.CsvRowReader;
import dev.clientele.core.csv.DayFormat;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RecordKey;
import dev.clientele.core.csv.RejectedRow;
import dev.clientele.core.csv.RowLinks;
import dev.clientele.core.csv.TimeColumn;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Field;
import java.io.Reader;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;

/**
 * Reads purchases and refunds of one system from CSV (RFC 4180, with a header). Immutable and thread-safe: each method gives a new
 * import.
 *
 * <pre>{@code
 * ImportReport report = PurchaseImport.from("shop")
 *         .orderId("Order")
 *         .personFrom("Customer no.", "shop")
 *         .day("Date")
 *         .amount("Total", "Currency")
 *         .column("Shop", Purchase.STORE)
 *         .run(session, reader);
 * }</pre>
 *
 * <p>A row is a purchase, known by its order id: recorded once however often it comes, so that the same file a second time changes
 * nothing; a row whose order the log has, in whatever form, counts as unchanged. A row whose person was {@linkplain
 * dev.clientele.core.merge.Merges merged} is a purchase of the survivor's. Rows are recorded 500 at a time, each batch in a transaction of
 * its own, together with the ledgers; a row that can't be recorded is kept out and reported by its number, the others go in.
 *
 * <p>The columns for order id, person, day or time, and amount have to be given; all that are given have to be in the file, however
 * capitalised. Files are read as by {@link CsvReader} and {@link dev.clientele.core.csv.CsvHeader}.
 */
public final class PurchaseImport {

    private final PurchaseImportPlan plan;

    private PurchaseImport(PurchaseImportPlan plan) {
        this.plan = plan;
    }

    /**
     * Returns an import of purchases of a system.
     *
     * @param source the system, such as {@code shop}; 1 to 64 characters without colon
     */
    public static PurchaseImport from(String source) {
        return new PurchaseImport(new PurchaseImportPlan(Objects.requireNonNull(source, "source")));
    }

    /** The column of the order's id in the system, or of the refund's. */
    public PurchaseImport orderId(String header) {
        return part(PurchaseColumn.ORDER_ID, header);
    }

    /** The column of the person's {@linkplain Person#id id} here. */
    public PurchaseImport person(String header) {
        return person(header, RecordKey.byId(Person.TYPE));
    }

    /** The column that names the person by a field, such as the loyalty number, which no two may share. */
    public <V> PurchaseImport person(String header, ColumnField<Person, V> by) {
        return person(header, RecordKey.byField(Person.TYPE, by));
    }

    /**
     * The column of the person's id in a system: that which the person was loaded {@linkplain Person#from from}, or one with a
     * {@linkplain Person#withExternalId further id}.
     *
     * @param system such as {@code shop}
     */
    public PurchaseImport personFrom(String header, String system) {
        return person(header, Persons.keyIn(system));
    }

    /** The column of the day, read in the {@linkplain #withDayFormat form of days}: the purchase happened as that day began in the policy's zone. */
    public PurchaseImport day(String header) {
        return with(more -> more.time = new TimeColumn(header, true));
    }

    /**
     * The column of the time, such as {@code 2026-01-31T08:26:00Z} or {@code 2026-01-31 08:26}; without an offset it is the policy's
     * zone's.
     */
    public PurchaseImport time(String header) {
        return with(more -> more.time = new TimeColumn(header, false));
    }

    /** The column of the amount, in a currency. */
    public PurchaseImport amount(String header, CurrencyUnit currency) {
        Objects.requireNonNull(currency, "currency");
        return part(PurchaseColumn.AMOUNT, header).with(more -> {
            more.currency = currency;
            more.headers.remove(PurchaseColumn.CURRENCY);
        });
    }

    /** The column of the amount, each row in the currency of another column, whose cells are ISO 4217 codes such as {@code EUR}. */
    public PurchaseImport amount(String header, String currencyHeader) {
        return part(PurchaseColumn.AMOUNT, header)
                .part(PurchaseColumn.CURRENCY, currencyHeader)
                .with(more -> more.currency = null);
    }

    /** The column that tells purchases and refunds apart: {@code purchase} or {@code refund}, however capitalised; a blank cell is a purchase. */
    public PurchaseImport kind(String header) {
        return part(PurchaseColumn.KIND, header);
    }

    /** The column of the order that a refund refunds: a row with one is a refund. */
    public PurchaseImport refundedOrder(String header) {
        return part(PurchaseColumn.REFUNDED_ORDER, header);
    }

    /** Takes rows with an amount below zero for refunds of as much, instead of rejecting them. */
    public PurchaseImport negativeAmountsAreRefunds() {
        return with(more -> more.negativeRefunds = true);
    }

    /** A further column that is read by a field of the purchase. */
    public <V> PurchaseImport column(String header, Field<Purchase, V> field) {
        return with(more -> more.fields.put(Objects.requireNonNull(header, "header"), field));
    }

    /** Reads days in this form, instead of that of {@code 2027-01-31} with or without a time. */
    public PurchaseImport withDayFormat(DayFormat days) {
        return with(more -> more.days = Objects.requireNonNull(days, "days"));
    }

    /** Reads amounts in this form, instead of that with a decimal point. */
    public PurchaseImport withAmountFormat(AmountFormat amounts) {
        return with(more -> more.amounts = Objects.requireNonNull(amounts, "amounts"));
    }

    /** Separates cells by this, instead of by what the first lines show. */
    public PurchaseImport withDelimiter(char delimiter) {
        return with(more -> more.delimiter = String.valueOf(delimiter));
    }

    /** Tries everything, each batch in a transaction that is taken back: what would be recorded and rejected. */
    public PurchaseImport dryRun() {
        return with(more -> more.dryRun = true);
    }

    /** Gives each row that is kept out to this as well; as {@link dev.clientele.core.csv.CsvImport#withRejectedRows}. */
    public PurchaseImport withRejectedRows(Consumer<RejectedRow> sink) {
        return with(more -> more.rejects = Objects.requireNonNull(sink, "sink"));
    }

    /**
     * Reads a file. The reader is left for the caller to close.
     *
     * @param session whose actor records the purchases; a dry run can't be part of a transaction
     * @throws IllegalStateException if a column that has to be given wasn't
     * @throws dev.clientele.core.error.InvalidException if the file has no header, or lacks a column that was asked for or has it twice
     * @throws java.io.UncheckedIOException if the reader fails; what was recorded till then stays
     */
    public ImportReport run(CrmSession session, Reader reader) {
        plan.requireComplete();
        String delimiter = plan.delimiter;
        CsvRowReader rows = CsvRowReader.of(
                Purchase.TYPE.name(), delimiter == null ? CsvReader.of(reader) : CsvReader.of(reader, delimiter));
        PurchaseRowMapper mapper = PurchaseRowMapper.of(plan, rows.header());
        PurchaseImportWriter writer = new PurchaseImportWriter(mapper);
        return new CsvBatchProcessor(session, writer, UnaryOperator.identity())
                .withLinks(row -> mapper.orderId(row).map(RowLinks::ofKey).orElse(RowLinks.NONE))
                .withRejectedRows(plan.rejects)
                .run(rows, mapper.ignored(), plan.dryRun);
    }

    private PurchaseImport person(String header, RecordKey<Person> key) {
        return part(PurchaseColumn.PERSON, header).with(more -> more.personKey = key);
    }

    private PurchaseImport part(PurchaseColumn part, String header) {
        return with(more -> more.headers.put(part, Objects.requireNonNull(header, "header")));
    }

    private PurchaseImport with(Consumer<PurchaseImportPlan> change) {
        PurchaseImportPlan more = plan.copy();
        change.accept(more);
        return new PurchaseImport(more);
    }
}
