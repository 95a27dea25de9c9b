package dev.clientele.examples.cli.winning;

import dev.clientele.b2b.insight.winning.DealFeatures;
import dev.clientele.examples.cli.csv.CsvTable;
import dev.clientele.examples.cli.csv.TableRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a file of deals, and what its columns hold.
 *
 * @param path where it is
 * @param header its columns
 * @param rows all after the header
 */
record DealFile(Path path, List<String> header, List<TableRow> rows) {

    private static final int MAX_CATEGORIES = 10;

    /** How the columns of a file are to be read: those that tell one row from every other say nothing. */
    record DealFileColumns(Set<String> words, Set<String> numbers) {

        DealFeatures read(TableRow row) {
            Map<String, String> word = new HashMap<>();
            Map<String, Double> number = new HashMap<>();
            words.forEach(
                    column -> Optional.ofNullable(row.cells().get(column)).ifPresent(cell -> word.put(column, cell)));
            numbers.forEach(column -> Optional.ofNullable(row.cells().get(column))
                    .flatMap(DealFileColumns::number)
                    .ifPresent(value -> number.put(column, value)));
            return new DealFeatures(word, number);
        }

        static Optional<Double> number(String cell) {
            try {
                double value = Double.parseDouble(cell);
                return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    static DealFile read(Path path) {
        List<TableRow> rows = new ArrayList<>();
        List<String> header = new CsvTable(path).forEachRow(rows::add);
        return new DealFile(path, header, rows);
    }

    /**
     * A column of numbers has more than ten different ones and nothing else; one whose cells are different in more than half of
     * the rows says nothing unless it is of numbers; any other is of words.
     */
    DealFileColumns columns(Set<String> without) {
        Set<String> words = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (String column : header) {
            if (!without.contains(column)) {
                Set<String> different = new HashSet<>();
                long filled = 0;
                boolean allNumbers = true;
                for (TableRow row : rows) {
                    String cell = row.cells().get(column);
                    if (cell != null) {
                        filled++;
                        different.add(cell);
                        allNumbers = allNumbers && DealFileColumns.number(cell).isPresent();
                    }
                }
                if (allNumbers && different.size() > MAX_CATEGORIES) {
                    numbers.add(column);
                } else if (different.size() * 2L <= filled) {
                    words.add(column);
                }
            }
        }
        return new DealFileColumns(words, numbers);
    }
}
