package dev.clientele.b2b.exchange;

import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a file of deals. Not thread-safe. */
final class DealRows {

    private final Iterator<CSVRecord> records;
    private final List<String> header = new ArrayList<>();
    private final Map<String, Map<String, String>> replacements;
    private final Set<String> wanted = new HashSet<>();
    private long number = 1;
    private @Nullable RowError broken;

    /**
     * One row.
     *
     * @param number as a spreadsheet shows it: the header is 1
     * @param cells by header, those that aren't blank; null if there are too few or too many
     */
    record Row(long number, @Nullable Map<String, String> cells) {}

    private DealRows(Iterator<CSVRecord> records, DealImport plan) {
        this.records = records;
        this.replacements = plan.replacements;
        this.wanted.addAll(plan.headers.values());
        this.wanted.addAll(plan.sources.keySet());
        this.wanted.addAll(replacements.keySet());
    }

    /**
     * Reads the header.
     *
     * @throws InvalidException if there is none, or it lacks a column that was asked for
     */
    static DealRows of(Reader reader, DealImport plan) {
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
        try {
            DealRows rows = new DealRows(CSVParser.parse(reader, format).iterator(), plan);
            rows.readHeader();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readHeader() {
        CSVRecord first = read();
        if (first == null) {
            throw InvalidException.of(Opportunity.TYPE.name(), "", "the file has no header");
        }
        first.forEach(name -> header.add(name.replace("\uFEFF", "").strip()));
        List<Violation> violations = new ArrayList<>();
        for (String name : wanted) {
            if (!header.contains(name)) {
                violations.add(new Violation(name, "the file has no such column"));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidException(Opportunity.TYPE.name(), violations);
        }
    }

    /** The next rows, at most this many; none at the end. */
    List<Row> next(int most) {
        List<Row> rows = new ArrayList<>();
        while (rows.size() < most) {
            CSVRecord record = read();
            if (record == null) {
                return rows;
            }
            rows.add(row(record));
        }
        return rows;
    }

    private Row row(CSVRecord record) {
        number++;
        if (record.size() != header.size()) {
            return new Row(number, null);
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            String cell = record.get(i).strip();
            if (!cell.isEmpty()) {
                cells.put(name, replacements.getOrDefault(name, Map.of()).getOrDefault(cell, cell));
            }
        }
        return new Row(number, cells);
    }

    private @Nullable CSVRecord read() {
        try {
            return broken == null && records.hasNext() ? records.next() : null;
        } catch (IllegalStateException | UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e;
            }
            broken = new RowError(
                    number + 1, "", "from here on it can't be read as CSV: a quote is misplaced or never ends");
            return null;
        }
    }

    /** Why the rest of the file couldn't be read, if it couldn't. */
    @Nullable
    RowError broken() {
        return broken;
    }

    /** The headers of columns that nothing is read from. */
    List<String> ignored() {
        return header.stream().filter(name -> !wanted.contains(name)).toList();
    }
}
