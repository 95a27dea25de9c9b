/**
 * Records in and out as CSV, by their declared fields.
 *
 * <p>{@link dev.clientele.core.csv.CsvExport} writes any records that a selection gives, {@link
 * dev.clientele.core.csv.CsvImport} reads them, or a file of somebody else's whose columns it is told:
 *
 * <pre>{@code
 * ImportReport report = CsvImport.of(Account.TYPE)
 *         .column("Account", Account.NAME)
 *         .column("Sector", Account.INDUSTRY)
 *         .replaceValues("Sector", Map.of("technolgy", "technology"))
 *         .reference("Subsidiary of", Account.PARENT, Account.TYPE, Account.NAME)
 *         .matchBy(Account.NAME)
 *         .run(session, reader);
 * }</pre>
 *
 * <p>What is imported passes the same validation, access policy, change log and listeners as any other change. A row that
 * breaks a rule is reported by its number and kept out; the others go in. With a key to match by, the same file a second time
 * changes nothing.
 *
 * <p>Events, such as interactions or a vendor's own, come in by {@link dev.clientele.core.csv.CsvEventImport}, once however often a file
 * is read. A {@link dev.clientele.core.csv.RecordKey} says by what a column names the records that they are about, a {@link
 * dev.clientele.core.csv.TimeColumn} when they happened.
 *
 * <p>Files are taken as programs write them. {@link dev.clientele.core.csv.CsvText} tells the encoding of bytes; the delimiter is
 * found, also by a line {@code sep=;}; {@link dev.clientele.core.csv.CsvHeader} finds columns however they are capitalised, and lets
 * rows be short or blank. {@link dev.clientele.core.csv.DayFormat} and {@link dev.clientele.core.csv.AmountFormat} read days and
 * amounts in the form that a country or a program writes them in; several columns that belong to one field are its {@linkplain
 * dev.clientele.core.csv.CsvImport#elements elements}.
 *
 * <p>Under all of it stands {@link dev.clientele.core.csv.CsvReader}: text as rows with the numbers of their lines, for any file
 * that somebody has, also one without a header; {@link
 * dev.clientele.core.csv.CsvRowWriter} writes rows. An import whose rows say more than the values of fields is built from the same
 * parts: {@link dev.clientele.core.csv.CsvRowReader} reads, {@link dev.clientele.core.csv.CsvBatchProcessor} puts the rows through one's own
 * work by hundreds and isolates those that storage refuses, {@link dev.clientele.core.csv.ReferenceLookup} finds what the cells
 * of a column name, for many rows at once, {@link dev.clientele.core.csv.CsvCells} are the cells by column, {@link
 * dev.clientele.core.csv.EventRows} records rows that are events, {@link dev.clientele.core.csv.CsvImportCounter} counts, {@link
 * dev.clientele.core.csv.RowLinks} tell a dry run which rows rest on which, and a {@link dev.clientele.core.csv.CsvCellException}
 * keeps a row out for one of its cells.
 *
 * <p>A {@link dev.clientele.core.csv.CsvRow} is one row as it stands in the file. A row that was rejected is a
 * {@link dev.clientele.core.csv.RowError}, with code and parameters for programs; all of them go as {@link dev.clientele.core.csv.RejectedRow} to whoever asks, such as a
 * {@link dev.clientele.core.csv.RejectedRowWriter}, which writes a file to put right and read again. One whose quotation marks do not go together is a
 * {@link dev.clientele.core.csv.MalformedCsvException}, after which reading goes on.
 */
@NullMarked
package dev.clientele.core.csv;

import org.jspecify.annotations.NullMarked;
