package dev.clientele.examples.cli.pipeline;

import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header. */
record CsvTable(Path path) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    /** Hands the file to work that reads it. */
    <R> R read(Function<Reader, R> work) {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return work.apply(reader);
        } catch (IOException e) {
            throw new UnusableDataException(path + " can't be read", e);
        }
    }

    /** Gives each row. */
    void forEachRow(Consumer<CSVRecord> each) {
        read(reader -> {
            try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
                parser.forEach(each);
                return true;
            } catch (IOException e) {
                throw new UnusableDataException(path + " can't be read as CSV", e);
            }
        });
    }

    /** A cell, empty if the file has no such column or the row is short. */
    static String cell(CSVRecord row, String column) {
        return row.isMapped(column) && row.isSet(column) ? row.get(column).strip() : "";
    }
}
