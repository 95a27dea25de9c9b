package dev.clientele.core.csv;

import java.util.Objects;

/**
 * Why a row, or the rest of the file after it, wasn't imported.
 *
 * @param row the row's number as a spreadsheet shows it: the header is 1, the first record 2
 * @param column the header of the column, or the name of the field where no column holds it; empty for the row as a whole
 * @param reason what was allowed, without the value, which may be personal
 */
public record RowError(long row, String column, String reason) {

    /** Checks that nothing is null. */
    public RowError {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return "row " + row + (column.isEmpty() ? ": " : ", " + column + ": ") + reason;
    }
}
