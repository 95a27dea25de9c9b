package dev.clientele.examples.cli.transactions;

import java.util.List;

/** A row of a file, not yet understood. */
record DelimitedRow(long firstLine, long lastLine, List<String> fields) {

    boolean isBlank() {
        return fields.stream().allMatch(String::isBlank) && fields.size() <= 1;
    }

    Rejection rejected(String reason, String detail) {
        String line = detail.strip().replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(40, line.codePointCount(0, line.length())));
        return new Rejection(firstLine, lastLine, reason, end < line.length() ? line.substring(0, end) + "…" : line);
    }
}
