package dev.clientele.core.csv;

import java.util.List;

/**
 * One row as it stands in the file. Immutable.
 *
 * @param number as a spreadsheet shows it: the header is 1, the first record 2
 * @param cells each as it is; there may be fewer or more than the header has
 */
public record CsvRow(long number, List<String> cells) {

    /** Copies the list. */
    public CsvRow {
        cells = List.copyOf(cells);
    }
}
