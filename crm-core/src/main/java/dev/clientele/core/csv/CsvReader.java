package dev.clientele.core.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as rows of cells (RFC 4180), with the lines on which they stand. Not thread-safe.
 *
 * <p>A cell with a delimiter, a quotation mark or a line break inside is in quotation marks, around which white space doesn't
 * count; within a cell that isn't, a quotation mark is one like any other character. An empty line is no row, a byte order mark
 * no part of the first cell, and a first line {@code sep=;} as spreadsheets write it no row. A cell has at most 1,048,576 characters.
 *
 * <p>The text is left for the caller to close.
 */
public final class CsvReader {

    private static final int MAX_CELL = 1 << 20;
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private final CsvLines lines;
    private final String delimiter;
    private final Row row = new Row();
    private CloseableIterator<CsvRow> rows;
    private long number;

    private CsvReader(CsvLines lines, String delimiter, long linesBefore) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.row.linesBefore = linesBefore;
        this.rows = rows();
    }

    /**
     * Returns a reader at the beginning of a text, with the delimiter that its first lines have: the one that a line {@code
     * sep=} names, else comma, semicolon, tab or vertical bar, whichever divides most of the first fifty lines like the header.
     *
     * @throws UncheckedIOException if the text can't be read
     */
    public static CsvReader of(Reader text) {
        return open(text, null);
    }

    /**
     * Returns a reader at the beginning of a text, whatever delimiter a line {@code sep=} names.
     *
     * @param delimiter what cells stand apart by, such as a comma: one or more characters
     * @throws IllegalArgumentException if the delimiter is empty, begins with a quotation mark, or has a line break
     * @throws UncheckedIOException if the text can't be read
     */
    public static CsvReader of(Reader text, String delimiter) {
        return open(text, Objects.requireNonNull(delimiter, "delimiter"));
    }

    private static CsvReader open(Reader text, @Nullable String given) {
        CsvLines lines = new CsvLines(Objects.requireNonNull(text, "text"));
        try {
            List<String> first = lines.peek(DelimiterDetector.SAMPLE_LINES);
            Optional<String> hint = DelimiterDetector.hint(first);
            if (hint.isPresent()) {
                lines.skipLine();
            }
            String delimiter = given == null ? hint.orElseGet(() -> DelimiterDetector.detect(first)) : given;
            return new CsvReader(lines, delimiter, hint.isPresent() ? 1 : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the delimiter that was given or found. */
    public String delimiter() {
        return delimiter;
    }

    private CloseableIterator<CsvRow> rows() {
        return de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(delimiter)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MAX_CELL)
                .build(row, lines)
                .iterator();
    }

    /**
     * Reads the next row; empty at the end.
     *
     * @throws MalformedCsvException if the quotation marks of the row don't go together, or a cell is too long; the next call
     *     goes on with the line after the one on which the row begins
     * @throws UncheckedIOException if the text can't be read
     */
    public Optional<CsvRow> next() {
        try {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (CsvParseException e) {
            if (e.getCause() != null) {
                throw e;
            }
            long line = row.firstLine();
            boolean unclosed = lines.ended() || lines.handedOn(line) >= MAX_CELL;
            lines.goBackTo(line + 1);
            row.linesBefore = line;
            rows = rows();
            throw new MalformedCsvException(++number, line, unclosed, e);
        }
    }

    /** Gathers the cells of one row after another. */
    private final class Row extends AbstractBaseCsvCallbackHandler<CsvRow> {

        private final List<String> cells = new ArrayList<>();
        private long lineBreaks;
        private long linesBefore;

        long firstLine() {
            return linesBefore + getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            cells.clear();
            lineBreaks = 0;
            lines.forgetBefore(firstLine());
        }

        @Override
        protected void handleField(int place, char[] text, int from, int length, boolean quoted) {
            String cell = new String(text, from, length);
            cells.add(cell);
            if (quoted && (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0)) {
                lineBreaks += LINE_BREAK.matcher(cell).results().count();
            }
        }

        @Override
        protected CsvRow buildRecord() {
            boolean empty = getRecordType() == RecordType.EMPTY; // one that is skipped
            return new CsvRow(empty ? 0 : ++number, firstLine(), firstLine() + lineBreaks, cells);
        }
    }
}
