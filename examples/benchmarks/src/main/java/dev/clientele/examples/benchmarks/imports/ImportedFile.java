package dev.clientele.examples.benchmarks.imports;

import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.ImportReport;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of records of one type by number, the same at every run, of which one row in a hundred is bad. */
interface ImportedFile {

    /** Of so many rows one is bad. */
    int BAD = 100;

    /** The kind of the rows. */
    String rows();

    /** The header. */
    String header();

    /** The row of a number. */
    String row(int number);

    /** Stores what has to be there before. */
    void prepare(CrmSession session);

    /** Imports a text, or tries it. */
    ImportReport run(CrmSession session, Reader text, boolean dry);

    /** Stores the very records of these good rows by the plain API. */
    void store(CrmSession session, List<Integer> numbers);

    /** The number of records stored. */
    long count(CrmSession session);

    /** Returns whether the row of a number is bad. */
    default boolean isBad(int number) {
        return number % BAD == 37;
    }

    /** Returns the kind of a bad row, by turns. */
    default int fault(int number, int kinds) {
        return number / BAD % kinds;
    }

    /** Writes the file after a byte order mark, with a column that nobody reads of so many characters. */
    default Path write(Path folder, int rows, int padding) throws IOException {
        Path file = folder.resolve(rows() + ".csv");
        String more = padding == 0 ? "" : "," + "x".repeat(padding);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("\uFEFF" + header() + (padding == 0 ? "" : ",padding") + "\r\n");
            for (int number = 0; number < rows; number++) {
                out.write(row(number) + more + "\r\n");
            }
        }
        return file;
    }
}
