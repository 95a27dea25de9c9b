package dev.clientele.examples.cli.transactions;

import dev.clientele.core.csv.CsvReader;
import dev.clientele.core.csv.MalformedCsvException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Rows whose columns stand apart by a delimiter, with {@code "} around text that has it inside (RFC 4180). */
final class DelimitedRowReader implements RowReader {

    private final CsvReader rows;

    DelimitedRowReader(CsvReader rows) {
        this.rows = rows;
    }

    @Override
    public Optional<DelimitedRow> next() throws IOException {
        try {
            return rows.next().map(DelimitedRow::new);
        } catch (MalformedCsvException e) {
            return Optional.of(new DelimitedRow(e.line(), e.line(), List.of(), e.fault()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
