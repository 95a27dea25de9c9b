package dev.clientele.core.csv;

import dev.clientele.core.error.InvalidException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A CSV file read row by row, until its end or until it is no CSV any more. */
final class Rows {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Iterator<CSVRecord> records;
    private final List<String> header = new ArrayList<>();
    private long read = 1;
    private @Nullable RowError broken;

    private Rows(Iterator<CSVRecord> records) {
        this.records = records;
    }

    /**
     * Reads the header.
     *
     * @throws InvalidException if there is none, or it names a column twice
     */
    static Rows of(String type, Reader reader, char delimiter) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
        try {
            Rows rows = new Rows(CSVParser.parse(reader, format).iterator()); // closing it would close what isn't ours
            Row first = rows.next();
            if (first == null) {
                throw InvalidException.of(type, "", rows.broken == null ? "the file is empty" : rows.broken.reason());
            }
            rows.readHeader(type, first.cells());
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readHeader(String type, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            String kept = header.isEmpty() && name.startsWith(BYTE_ORDER_MARK) ? name.substring(1) : name;
            header.add(kept.strip());
            if (!kept.isBlank() && !seen.add(kept.strip())) {
                throw InvalidException.of(type, kept.strip(), "the header names this column twice");
            }
        }
        read = 1;
    }

    List<String> header() {
        return header;
    }

    /** What made the rest of the file unreadable, if anything did. */
    @Nullable
    RowError broken() {
        return broken;
    }

    /** The next rows, at most this many; none at the end. */
    List<Row> next(int limit) {
        List<Row> rows = new ArrayList<>();
        for (Row row; rows.size() < limit && (row = next()) != null; ) {
            rows.add(row);
        }
        return rows;
    }

    private @Nullable Row next() {
        if (broken != null) {
            return null;
        }
        try {
            return records.hasNext() ? new Row(++read, records.next().toList()) : null;
        } catch (IllegalStateException | UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e;
            }
            broken = new RowError(
                    read + 1, "", "from here on it can't be read as CSV: a quote is misplaced or never ends");
            return null;
        }
    }
}
