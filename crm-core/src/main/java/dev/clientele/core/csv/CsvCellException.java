package dev.clientele.core.csv;

import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.io.Serial;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A cell that an import can't take, for which its row is kept out. */
public final class CsvCellException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern FIELD_NAME = Pattern.compile("^[a-z_]+ (?=must )");

    private final String column;
    private final Violation violation;

    /**
     * Creates an exception of what is wrong with a cell.
     *
     * @param column the header of the column, which stands for the violation's path; empty for the row as a whole
     */
    public CsvCellException(String column, Violation violation) {
        super(violation.reason(), null);
        this.column = Objects.requireNonNull(column, "column");
        this.violation = violation;
    }

    /** Creates an exception of a rule without particulars. */
    public CsvCellException(String column, String code, String reason) {
        this(column, new Violation("", code, reason));
    }

    /** Returns the header of the column; empty for the row as a whole. */
    public String column() {
        return column;
    }

    /** Returns what is wrong. */
    public Violation violation() {
        return violation;
    }

    /** Returns the same as the error of a row. */
    public RowError error(CsvRow row) {
        return RowError.of(row.number(), column, violation);
    }

    /**
     * Returns what a reader of a cell gives.
     *
     * @throws CsvCellException if it throws anything, with what it says is allowed
     */
    public static <V> V read(String column, Supplier<V> reader) {
        try {
            return reader.get();
        } catch (CsvCellException e) {
            throw e;
        } catch (InvalidException e) {
            throw new CsvCellException(column, e.violations().get(0));
        } catch (RuntimeException e) {
            throw new CsvCellException(column, violation(e));
        }
    }

    /** Returns what is wrong with a cell whose reader threw this; the name of the field, for which the column stands, is left out. */
    static Violation violation(RuntimeException thrown) {
        if (thrown instanceof InvalidValueException invalid) {
            return invalid.violation();
        } else if (thrown instanceof IllegalArgumentException) {
            String message = Objects.requireNonNullElse(thrown.getMessage(), "isn't allowed");
            return new Violation("", FIELD_NAME.matcher(message).replaceFirst(""));
        }
        return new Violation("", ViolationCode.FORM, "can't be read");
    }
}
