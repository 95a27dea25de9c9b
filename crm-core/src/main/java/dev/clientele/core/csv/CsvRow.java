package dev.clientele.core.csv;

import java.util.List;

/**
 * One row as it stands in the file. Immutable.
 *
 * @param number as a spreadsheet shows it: the header is 1, the first record 2; empty lines don't count
 * @param firstLine the line of the text on which it begins, from 1; empty lines count
 * @param lastLine the line on which it ends: a later one if a cell goes over several
 * @param cells each as it is; there may be fewer or more than the header has
 */
public record CsvRow(long number, long firstLine, long lastLine, List<String> cells) {

    /** Copies the list. */
    public CsvRow {
        cells = List.copyOf(cells);
    }

    /** Returns the cell at a place, from 0; empty behind the last one, since programs leave out empty cells at the end. */
    public String cell(int place) {
        return place < cells.size() ? cells.get(place) : "";
    }

    /** Returns whether all cells are blank. */
    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
