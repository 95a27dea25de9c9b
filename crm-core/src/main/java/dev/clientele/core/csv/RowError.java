package dev.clientele.core.csv;

import dev.clientele.core.error.Violation;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The reason for which a row, or the rest of the file after it, wasn't imported. The code and its parameters are for programs, as those of a {@link
 * Violation}; the reason is the same in English.
 *
 * @param row the row's number as a spreadsheet shows it: the header is 1, the first record 2; of a file of cards the card's, from 1
 * @param column the header of the column, or the name of the field where no column holds it; empty for the row as a whole
 * @param code the rule that is broken: one of {@link dev.clientele.core.error.ViolationCode}, or a name of the host's
 * @param parameters the rule's particulars by name, in the order of their names; never personal
 * @param reason what was allowed, without the value, which may be personal
 */
public record RowError(long row, String column, String code, Map<String, String> parameters, String reason) {

    /** Checks that nothing is null. */
    public RowError {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** Creates an error of a rule without particulars. */
    public RowError(long row, String column, String code, String reason) {
        this(row, column, code, Map.of(), reason);
    }

    /** Returns the error of a row that breaks a rule in this column, which stands for the rule's path. */
    public static RowError of(long row, String column, Violation violation) {
        return new RowError(row, column, violation.code(), violation.parameters(), violation.reason());
    }

    @Override
    public String toString() {
        return "row " + row + (column.isEmpty() ? ": " : ", " + column + ": ") + reason;
    }
}
