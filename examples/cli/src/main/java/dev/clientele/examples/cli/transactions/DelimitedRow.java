package dev.clientele.examples.cli.transactions;

import dev.clientele.core.csv.CsvRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, not yet understood.
 *
 * @param fault why it can't be read, if it can't
 */
record DelimitedRow(
        long firstLine,
        long lastLine,
        List<String> fields,
        @Nullable String fault) {

    DelimitedRow(CsvRow row) {
        this(row.firstLine(), row.lastLine(), row.cells(), null);
    }

    boolean isBlank() {
        return fault == null && fields.stream().allMatch(String::isBlank);
    }

    Rejection rejected(String reason, String detail) {
        String line = detail.strip().replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(40, line.codePointCount(0, line.length())));
        return new Rejection(firstLine, lastLine, reason, end < line.length() ? line.substring(0, end) + "…" : line);
    }
}
