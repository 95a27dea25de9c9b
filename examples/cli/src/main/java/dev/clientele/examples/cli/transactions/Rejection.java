package dev.clientele.examples.cli.transactions;

import java.util.Objects;

/**
 * A row that is no transaction.
 *
 * @param firstLine the line of the file on which the row begins, from 1
 * @param lastLine the line on which it ends: another one if a quoted text goes over several lines
 * @param reason of a kind that can be counted: it does not repeat the row's own text
 * @param detail what stood there, shortened; may be empty
 */
public record Rejection(long firstLine, long lastLine, String reason, String detail) {

    public Rejection {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
    }

    /** Such as {@code line 17: amount is not a number (n/a)}. */
    @Override
    public String toString() {
        return (firstLine == lastLine ? "line " + firstLine : "lines " + firstLine + " to " + lastLine)
                + ": "
                + reason
                + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
