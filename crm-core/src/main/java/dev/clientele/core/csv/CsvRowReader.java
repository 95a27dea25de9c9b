package dev.clientele.core.csv;

import dev.clientele.core.error.InvalidException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180, with a header) read row by row, until its end or until it is no CSV any more. Not thread-safe.
 *
 * <p>Its calls throw {@link UncheckedIOException} if the reader fails; the reader is left for the caller to close.
 */
public final class CsvRowReader {

    private final CsvReader reader;
    private final List<String> header = new ArrayList<>();
    private final Map<String, Long> blankCellCounts = new HashMap<>();
    private @Nullable RowError readError;

    private CsvRowReader(CsvReader reader) {
        this.reader = reader;
    }

    /**
     * Reads the header.
     *
     * @param type the record type to speak of if there is none
     * @throws InvalidException if there is none
     */
    public static CsvRowReader of(String type, Reader reader, char delimiter) {
        CsvRowReader rows = new CsvRowReader(CsvReader.of(reader, String.valueOf(delimiter)));
        CsvRow first = rows.next();
        if (first == null) {
            throw InvalidException.of(type, "", rows.readError == null ? "the file is empty" : rows.readError.reason());
        }
        first.cells().forEach(name -> rows.header.add(name.strip()));
        return rows;
    }

    /** The names of the columns, without white space around them. */
    public List<String> header() {
        return Collections.unmodifiableList(header);
    }

    /** In how many of the rows till now the cell is blank under each header; those without any are left out. */
    public Map<String, Long> blankCellCounts() {
        return Map.copyOf(blankCellCounts);
    }

    /** Returns the error that made the rest of the file unreadable; null until it is met. */
    public @Nullable RowError readError() {
        return readError;
    }

    /** The next rows, at most this many; none at the end. */
    public List<CsvRow> next(int limit) {
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRow row; rows.size() < limit && (row = next()) != null; ) {
            rows.add(row);
        }
        return rows;
    }

    private @Nullable CsvRow next() {
        if (readError != null) {
            return null;
        }
        try {
            return reader.next().map(this::countBlankCells).orElse(null);
        } catch (MalformedCsvException e) {
            readError = new RowError(
                    e.number(), "", "from here on it can't be read as CSV: a quote is misplaced or never ends");
            return null;
        }
    }

    private CsvRow countBlankCells(CsvRow row) {
        for (int place = 0; place < Math.min(header.size(), row.cells().size()); place++) {
            if (row.cells().get(place).isBlank()) {
                blankCellCounts.merge(header.get(place), 1L, Long::sum);
            }
        }
        return row;
    }
}
