package dev.clientele.examples.cli.identity;

import dev.clientele.core.csv.CsvCells;
import dev.clientele.core.csv.CsvReader;
import dev.clientele.core.csv.CsvRow;
import dev.clientele.core.csv.MalformedCsvException;
import dev.clientele.examples.cli.csv.CsvTable;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rows of a small file of ids, which may have a header.
 *
 * @param path where it is
 * @param header the first row in small letters; empty cells don't count
 * @param rows all that aren't blank, the first included
 */
record PairRows(Path path, List<String> header, List<PairRow> rows) {

    /**
     * A row.
     *
     * @param number as a spreadsheet shows it
     * @param cells without white space around them
     */
    record PairRow(long number, List<String> cells) {

        static PairRow of(CsvRow row) {
            return new PairRow(
                    row.number(),
                    IntStream.range(0, row.cells().size())
                            .mapToObj(place -> CsvCells.cell(row, place))
                            .toList());
        }

        String cell(int place) {
            return place >= 0 && place < cells.size() ? cells.get(place) : "";
        }
    }

    static PairRows read(Path path) {
        List<PairRow> rows = new CsvTable(path).read(reader -> {
            List<PairRow> all = new ArrayList<>();
            CsvReader csv = CsvReader.of(reader);
            try {
                for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
                    if (!row.get().isBlank()) {
                        all.add(PairRow.of(row.get()));
                    }
                }
            } catch (MalformedCsvException e) {
                throw new UnusableDataException(
                        path + " can't be read as CSV: line " + e.line() + " has " + e.fault(), e);
            }
            return all;
        });
        if (rows.isEmpty()) {
            throw new UnusableDataException(path + " must have rows, but is empty");
        }
        List<String> header = rows.get(0).cells().stream()
                .map(cell -> cell.toLowerCase(Locale.ROOT))
                .toList();
        return new PairRows(path, header, rows);
    }

    /** The rows after the first. */
    List<PairRow> withoutHeader() {
        return rows.subList(1, rows.size());
    }

    /** The place of a column, -1 if there is none. */
    int place(String column) {
        return header.indexOf(column);
    }
}
