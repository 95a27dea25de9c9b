package dev.clientele.core.csv;

import dev.clientele.core.error.ClienteleException;
import java.io.Serial;

/** A row of a CSV file whose quotation marks don't go together; the rows after it can still be read. */
public final class MalformedCsvException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long number;
    private final long line;
    private final boolean unclosed;

    MalformedCsvException(long number, long line, boolean unclosed, Throwable cause) {
        super("the row that begins on line " + line + " has " + fault(unclosed), cause);
        this.number = number;
        this.line = line;
        this.unclosed = unclosed;
    }

    private static String fault(boolean unclosed) {
        return unclosed ? "a quotation mark that nothing closes" : "text after a closing quotation mark";
    }

    /** Returns the fault in words, without the line. */
    public String fault() {
        return fault(unclosed);
    }

    /** Returns the number of the row, as {@link CsvRow#number} counts. */
    public long number() {
        return number;
    }

    /** Returns the line on which the row begins, from 1. */
    public long line() {
        return line;
    }

    /** Returns whether the fault is a quotation mark that nothing closes; else text stands after one that closes. */
    public boolean unclosed() {
        return unclosed;
    }
}
