package dev.clientele.core.csv;

import java.util.List;
import java.util.Objects;

/**
 * A row that an import kept out, as it stands in the file. Immutable.
 *
 * @param header the columns of the file
 * @param row the row; without cells if it couldn't be divided into them
 * @param errors why, at least one
 */
public record RejectedRow(CsvHeader header, CsvRow row, List<RowError> errors) {

    /** Copies the list. */
    public RejectedRow {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(row, "row");
        errors = List.copyOf(errors);
    }
}
