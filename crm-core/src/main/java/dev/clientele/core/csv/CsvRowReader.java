package dev.clientele.core.csv;

import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header, read row by row. Not thread-safe.
 *
 * <p>Rows of blank cells are left out. A row that can't be read, or that doesn't fit the {@linkplain CsvHeader header}, is noted as
 * rejected and reading goes on with the next.
 *
 * <p>Its calls throw {@link UncheckedIOException} if the reader fails; the reader is left for the caller to close.
 */
public final class CsvRowReader {

    private static final int MAX_ERRORS = 10_000;

    private final CsvReader reader;
    private final CsvHeader header;
    private final Map<String, Long> blankCellCounts = new HashMap<>();
    private final List<RowError> errors = new ArrayList<>();
    private long rejected;
    private Consumer<RejectedRow> rejects = row -> {};

    private CsvRowReader(CsvReader reader, CsvHeader header) {
        this.reader = reader;
        this.header = header;
    }

    /**
     * Reads the header: the first row that isn't blank.
     *
     * @param type the record type to speak of if there is none
     * @throws InvalidException if there is none, or it can't be read
     */
    public static CsvRowReader of(String type, CsvReader reader) {
        try {
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                if (!row.get().isBlank()) {
                    return new CsvRowReader(reader, new CsvHeader(row.get().cells()));
                }
            }
        } catch (MalformedCsvException e) {
            throw InvalidException.of(type, "", "the header can't be read: " + reason(e));
        }
        throw InvalidException.of(type, "", "the file is empty");
    }

    /** Returns the columns. */
    public CsvHeader header() {
        return header;
    }

    /** In how many of the rows till now the cell is blank under each header; those without any are left out. */
    public Map<String, Long> blankCellCounts() {
        return Map.copyOf(blankCellCounts);
    }

    /** Returns how many rows till now couldn't be read or didn't fit the header. */
    public long rejected() {
        return rejected;
    }

    /** Returns why, the first 10,000. */
    public List<RowError> errors() {
        return List.copyOf(errors);
    }

    /** Gives the rows that can't be read or don't fit to this from now on. */
    void rejectTo(Consumer<RejectedRow> sink) {
        this.rejects = sink;
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
        while (true) {
            try {
                CsvRow row = reader.next().orElse(null);
                if (row == null) {
                    return null;
                }
                Optional<Violation> mismatch = header.mismatch(row);
                if (mismatch.isPresent()) {
                    reject(row, mismatch.get());
                } else if (!row.isBlank()) {
                    countBlankCells(row);
                    return row;
                }
            } catch (MalformedCsvException e) {
                reject(new CsvRow(e.number(), e.line(), e.line(), List.of()), fault(e));
            }
        }
    }

    private void reject(CsvRow row, Violation why) {
        rejected++;
        RowError error = RowError.of(row.number(), "", why);
        if (errors.size() < MAX_ERRORS) {
            errors.add(error);
        }
        rejects.accept(new RejectedRow(header, row, List.of(error)));
    }

    private static Violation fault(MalformedCsvException e) {
        return new Violation("", ViolationCode.MALFORMED, reason(e))
                .with("line", e.line())
                .with("fault", e.unclosed() ? "unclosed_quote" : "text_after_quote");
    }

    private static String reason(MalformedCsvException e) {
        return e.fault() + ", line " + e.line();
    }

    private void countBlankCells(CsvRow row) {
        for (int place = 0; place < header.names().size(); place++) {
            if (row.cell(place).isBlank()) {
                blankCellCounts.merge(header.names().get(place), 1L, Long::sum);
            }
        }
    }
}
