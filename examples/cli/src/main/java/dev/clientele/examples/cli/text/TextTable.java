package dev.clientele.examples.cli.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in columns that are as wide as they have to be: the first to the left, the others to the right. Not thread-safe. */
public final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();
    private int leftColumns = 1;

    /** A table with these column heads. */
    public TextTable(String... heads) {
        rows.add(List.of(heads));
    }

    /** The same with so many columns set to the left. */
    public TextTable withLeftColumns(int columns) {
        leftColumns = columns;
        return this;
    }

    /** Adds a row; it may be shorter than the head. */
    public TextTable addRow(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** Adds a row; it may be shorter than the head. */
    public TextTable addRow(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Writes head and rows, set in by two blanks. */
    public void write(PrintWriter out) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String space = " ".repeat(widths[i] - length(row.get(i)));
                line.append("  ").append(i < leftColumns ? row.get(i) + space : space + row.get(i));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
