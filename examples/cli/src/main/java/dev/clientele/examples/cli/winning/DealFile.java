package dev.clientele.examples.cli.winning;

import dev.clientele.b2b.insight.winning.DealFeatures;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a file of deals, and what its columns hold.
 *
 * @param path where it is
 * @param header its columns
 * @param rows the cells of each row, by column, those that aren't empty
 */
record DealFile(Path path, List<String> header, List<Map<String, String>> rows) {

    private static final int MAX_CATEGORIES = 10;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    /** How the columns of a file are to be read: those that tell one row from every other say nothing. */
    record DealFileColumns(Set<String> words, Set<String> numbers) {

        DealFeatures read(Map<String, String> row) {
            Map<String, String> word = new HashMap<>();
            Map<String, Double> number = new HashMap<>();
            words.forEach(column -> Optional.ofNullable(row.get(column)).ifPresent(cell -> word.put(column, cell)));
            numbers.forEach(column -> Optional.ofNullable(row.get(column))
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
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            List<Map<String, String>> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                Map<String, String> cells = new HashMap<>();
                parser.getHeaderNames().forEach(column -> {
                    String cell = record.isSet(column) ? record.get(column).strip() : "";
                    if (!cell.isEmpty()) {
                        cells.put(column, cell);
                    }
                });
                rows.add(cells);
            }
            return new DealFile(path, List.copyOf(parser.getHeaderNames()), rows);
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
            throw new UnusableDataException(path + " can't be read as CSV", e);
        }
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
                for (Map<String, String> row : rows) {
                    String cell = row.get(column);
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
