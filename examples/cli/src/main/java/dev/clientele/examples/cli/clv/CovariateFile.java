package dev.clientele.examples.cli.clv;

import dev.clientele.core.csv.CsvReader;
import dev.clientele.core.csv.CsvRow;
import dev.clientele.core.csv.MalformedCsvException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Known figures about each customer: a CSV file with a header, the customer in the first column, a number in each other.
 *
 * @param names of the figures
 * @param values of each customer, in the order of the names
 */
record CovariateFile(List<String> names, Map<String, double[]> values) {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException telling what is wrong with the file
     */
    static CovariateFile read(Path file) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return of(file, CsvReader.of(text));
        } catch (MalformedCsvException e) {
            throw new IllegalArgumentException(file + " can't be read as CSV: " + e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            boolean foreign = e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException;
            throw new IllegalArgumentException(file + (foreign ? " is not written in UTF-8" : " cannot be read"), e);
        }
    }

    private static CovariateFile of(Path file, CsvReader rows) {
        Optional<CsvRow> header = rows.next();
        List<String> names = header.map(CsvRow::cells).orElse(List.of()).stream()
                .skip(1)
                .map(String::strip)
                .toList();
        if (header.isPresent()) {
            requireNames(file, names);
        }
        Map<String, double[]> values = new HashMap<>();
        for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            String line = file + " line " + row.get().firstLine();
            List<String> cells = row.get().cells();
            if (cells.size() != names.size() + 1) {
                throw new IllegalArgumentException(
                        line + " must have " + (names.size() + 1) + " columns, had " + cells.size());
            }
            if (values.put(cells.get(0).strip(), numbers(line, names, cells)) != null) {
                throw new IllegalArgumentException(line + " has a customer who stands above already");
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException(file + " must have a header and a row for each customer");
        }
        return new CovariateFile(names, values);
    }

    private static void requireNames(Path file, List<String> names) {
        if (names.isEmpty() || names.stream().anyMatch(String::isBlank) || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(
                    file + " must name one figure or more after the customer, all different, named " + names);
        }
    }

    private static double[] numbers(String line, List<String> names, List<String> cells) {
        double[] numbers = new double[names.size()];
        for (int i = 0; i < numbers.length; i++) {
            String text = cells.get(i + 1).strip();
            try {
                numbers[i] = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                numbers[i] = Double.NaN;
            }
            if (!Double.isFinite(numbers[i])) {
                throw new IllegalArgumentException(line + " must have a number for " + names.get(i) + ", had "
                        + (text.isEmpty() ? "nothing" : text));
            }
        }
        return numbers;
    }

    /** The figures of a customer; empty if the file doesn't have any. */
    Optional<double[]> of(String customer) {
        return Optional.ofNullable(values.get(customer));
    }
}
