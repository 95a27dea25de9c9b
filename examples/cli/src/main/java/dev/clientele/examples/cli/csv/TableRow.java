package dev.clientele.examples.cli.csv;

import java.util.Map;

/**
 * A row of a table. Immutable.
 *
 * @param number as a spreadsheet shows it: the header is 1, the first row after it 2
 * @param cells what stands in it by column, without white space around it, those that aren't blank
 */
public record TableRow(long number, Map<String, String> cells) {

    /** Copies the map. */
    public TableRow {
        cells = Map.copyOf(cells);
    }

    /** Returns a cell, however its column is capitalised; empty if the file has no such column, the row is short or the cell blank. */
    public String cell(String column) {
        String cell = cells.get(column);
        if (cell != null) {
            return cell;
        }
        return cells.entrySet().stream()
                .filter(other -> other.getKey().equalsIgnoreCase(column))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
