package dev.clientele.examples.quickstart.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in columns that are as wide as they have to be. Not thread-safe. */
final class ReportTable {

    private static final String RIGHT = ">";
    private static final String GAP = "  ";
    private static final String INDENT = "  ";

    private final List<Boolean> right = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private int totalsFrom = Integer.MAX_VALUE;

    private ReportTable() {}

    /** A table with these column heads; those that begin with {@code >} are set to the right. */
    static ReportTable of(String... heads) {
        ReportTable table = new ReportTable();
        List<String> texts = new ArrayList<>();
        for (String head : heads) {
            boolean numbers = head.startsWith(RIGHT);
            table.right.add(numbers);
            texts.add(numbers ? head.substring(1) : head);
        }
        table.rows.add(texts);
        return table;
    }

    /** Adds a row, a cell for each column. */
    ReportTable row(String... cells) {
        if (cells.length != right.size()) {
            throw new IllegalArgumentException("a row must have " + right.size() + " cells, got " + cells.length);
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** Adds a row below a line. */
    ReportTable total(String... cells) {
        totalsFrom = Math.min(totalsFrom, rows.size());
        return row(cells);
    }

    /** The lines, head and rule included. */
    List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i == 1 || i == totalsFrom) {
                lines.add(rule(widths));
            }
            lines.add(line(rows.get(i), widths));
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[right.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder(INDENT);
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(i == 0 ? "" : GAP).append(right.get(i) ? space + cells.get(i) : cells.get(i) + space);
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        List<String> parts = new ArrayList<>();
        for (int width : widths) {
            parts.add("─".repeat(width));
        }
        return INDENT + String.join(GAP, parts);
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
