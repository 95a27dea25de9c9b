package dev.clientele.core.csv;

import java.util.List;
import java.util.Map;

/**
 * What came of an import. Every row read is in exactly one of added, changed, unchanged and rejected. Immutable.
 *
 * @param rows how many rows were read, without the header and blank ones
 * @param added rows that became a new record
 * @param changed rows that changed a record, also one that an earlier row had added
 * @param unchanged rows that say what is stored already
 * @param rejected rows that were kept out
 * @param errors why, in order of rows; several for one row if it breaks several rules; the first 10,000
 * @param ignoredColumns headers that no field is read from
 * @param blankCellCounts in how many rows, rejected ones included, the cell is blank under each header that a field is read from; headers
 *     without such rows are left out
 * @param dryRun whether all this was only tried, and nothing stored
 */
public record ImportReport(
        long rows,
        long added,
        long changed,
        long unchanged,
        long rejected,
        List<RowError> errors,
        List<String> ignoredColumns,
        Map<String, Long> blankCellCounts,
        boolean dryRun) {

    /** Copies the lists and the map. */
    public ImportReport {
        errors = List.copyOf(errors);
        ignoredColumns = List.copyOf(ignoredColumns);
        blankCellCounts = Map.copyOf(blankCellCounts);
    }

    /** Returns true if every row was taken. */
    public boolean isFullyImported() {
        return rejected == 0;
    }

    @Override
    public String toString() {
        return (dryRun ? "tried " : "read ") + rows + " rows: " + added + " added, " + changed + " changed, "
                + unchanged + " unchanged, " + rejected + " rejected";
    }
}
