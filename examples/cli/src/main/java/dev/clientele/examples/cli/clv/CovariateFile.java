package dev.clientele.examples.cli.clv;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

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
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = CSVFormat.RFC4180
                        .builder()
                        .setIgnoreSurroundingSpaces(true)
                        .setIgnoreEmptyLines(true)
                        .get()
                        .parse(text)) {
            return of(file, rows);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not written in UTF-8", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }

    private static CovariateFile of(Path file, CSVParser rows) {
        List<String> names = List.of();
        Map<String, double[]> values = new HashMap<>();
        for (CSVRecord row : rows) {
            if (row.getRecordNumber() == 1) {
                names = row.toList().stream().skip(1).map(String::strip).toList();
                requireNames(file, names);
            } else {
                String line = file + " line " + rows.getCurrentLineNumber();
                if (row.size() != names.size() + 1) {
                    throw new IllegalArgumentException(
                            line + " must have " + (names.size() + 1) + " columns, had " + row.size());
                }
                if (values.put(row.get(0).strip(), numbers(line, names, row)) != null) {
                    throw new IllegalArgumentException(line + " has a customer who stands above already");
                }
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

    private static double[] numbers(String line, List<String> names, CSVRecord row) {
        double[] numbers = new double[names.size()];
        for (int i = 0; i < numbers.length; i++) {
            String text = row.get(i + 1).strip();
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
