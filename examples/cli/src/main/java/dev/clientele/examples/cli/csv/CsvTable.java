package dev.clientele.examples.cli.csv;

import dev.clientele.core.csv.CsvReader;
import dev.clientele.core.csv.CsvRow;
import dev.clientele.core.csv.MalformedCsvException;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A CSV file with a header. */
public record CsvTable(Path path) {

    /**
     * Hands the file to work that reads it.
     *
     * @throws UnusableDataException if it can't be read
     */
    public <R> R read(Function<Reader, R> work) {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return work.apply(reader);
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableDataException(path + " can't be read", e);
        }
    }

    /**
     * Gives each row. Of columns that are called the same, the first counts.
     *
     * @return the columns; none if the file is empty
     * @throws UnusableDataException if it can't be read as CSV
     */
    public List<String> forEachRow(Consumer<TableRow> each) {
        return read(reader -> {
            try {
                CsvReader rows = CsvReader.of(reader, ",");
                List<String> header = rows.next().map(CsvRow::cells).orElse(List.of()).stream()
                        .map(String::strip)
                        .toList();
                for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                    each.accept(new TableRow(row.get().number(), cells(header, row.get())));
                }
                return header;
            } catch (MalformedCsvException e) {
                throw new UnusableDataException(path + " can't be read as CSV: " + e.getMessage(), e);
            } catch (UncheckedIOException e) {
                throw new UnusableDataException(path + " can't be read as CSV", e);
            }
        });
    }

    private static Map<String, String> cells(List<String> header, CsvRow row) {
        Map<String, String> cells = new HashMap<>();
        for (int place = 0; place < Math.min(header.size(), row.cells().size()); place++) {
            String cell = row.cells().get(place).strip();
            if (!cell.isEmpty()) {
                cells.putIfAbsent(header.get(place), cell);
            }
        }
        return cells;
    }
}
