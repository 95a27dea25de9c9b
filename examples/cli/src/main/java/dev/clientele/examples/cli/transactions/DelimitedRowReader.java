package dev.clientele.examples.cli.transactions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows whose columns stand apart by a delimiter, with {@code "} around text that has it inside (RFC 4180). */
final class DelimitedRowReader implements RowReader {

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    DelimitedRowReader(BufferedReader text, String delimiter) throws IOException {
        this.parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .get()
                .parse(text);
        this.records = parser.iterator();
    }

    @Override
    public Optional<DelimitedRow> next() throws IOException {
        long before = parser.getCurrentLineNumber();
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            List<String> fields = records.next().toList();
            return Optional.of(
                    new DelimitedRow(before + 1, Math.max(before + 1, parser.getCurrentLineNumber()), fields));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException unfinished) {
                throw new UnusableDataException(
                        "the row that begins on line " + (before + 1) + " has a quotation mark that nothing closes",
                        unfinished);
            }
            throw e.getCause();
        }
    }
}
