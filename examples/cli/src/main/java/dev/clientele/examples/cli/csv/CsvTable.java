package dev.clientele.examples.cli.csv;

import dev.clientele.core.csv.CsvHeader;
import dev.clientele.core.csv.CsvReader;
import dev.clientele.core.csv.CsvRow;
import dev.clientele.core.csv.CsvRowReader;
import dev.clientele.core.csv.CsvText;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.error.InvalidException;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A CSV file with a header, in whatever encoding and with whatever delimiter its first lines show. */
public record CsvTable(Path path) {

    private static final int BATCH = 1000;

    /**
     * Hands the file to work that reads it.
     *
     * @throws UnusableDataException if it can't be read
     */
    public <R> R read(Function<Reader, R> work) {
        try (InputStream bytes = Files.newInputStream(path);
                Reader reader = CsvText.open(bytes)) {
            return work.apply(reader);
        } catch (IOException | UncheckedIOException e) {
            Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
            throw new UnusableDataException(
                    path + (cause instanceof CharacterCodingException ? ": " + cause.getMessage() : " can't be read"),
                    e);
        }
    }

    /**
     * Gives each row. Of columns that are called the same, the first counts.
     *
     * @return the columns; none if the file is empty
     * @throws UnusableDataException if a row can't be read as CSV
     */
    public List<String> forEachRow(Consumer<TableRow> each) {
        return forEachRow(each, error -> {
            throw new UnusableDataException(path + " can't be read as CSV: " + error);
        });
    }

    /**
     * Gives each row that can be read, and after them why others can't.
     *
     * @return the columns; none if the file is empty
     * @throws UnusableDataException if the file can't be read
     */
    public List<String> forEachRow(Consumer<TableRow> each, Consumer<RowError> rejected) {
        return read(reader -> {
            CsvRowReader rows;
            try {
                rows = CsvRowReader.of("file", CsvReader.of(reader));
            } catch (InvalidException empty) {
                return List.of();
            }
            for (List<CsvRow> some = rows.next(BATCH); !some.isEmpty(); some = rows.next(BATCH)) {
                some.forEach(row -> each.accept(new TableRow(row.number(), cells(rows.header(), row))));
            }
            rows.errors().forEach(rejected);
            return rows.header().names();
        });
    }

    private static Map<String, String> cells(CsvHeader header, CsvRow row) {
        Map<String, String> cells = new HashMap<>();
        for (int place = 0; place < header.names().size(); place++) {
            String cell = row.cell(place).strip();
            if (!cell.isEmpty() && !header.names().get(place).isEmpty()) {
                cells.putIfAbsent(header.names().get(place), cell);
            }
        }
        return cells;
    }
}
