package dev.clientele.examples.quickstart.report;

import java.util.ArrayList;
import java.util.List;

/** The text of the report as it grows. Not thread-safe. */
final class ReportWriter {

    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final List<String> lines = new ArrayList<>();

    /** A title with a double rule. */
    ReportWriter title(String text) {
        lines.add(text);
        lines.add("═".repeat(WIDTH));
        return this;
    }

    /** A heading with a rule. */
    ReportWriter heading(String text) {
        blank();
        blank();
        lines.add(text);
        lines.add("─".repeat(WIDTH));
        return this;
    }

    /** Running text, broken at words. */
    ReportWriter text(String words) {
        return item(INDENT, words);
    }

    /** Running text after a mark such as a bullet, its further lines set in as far. */
    ReportWriter item(String mark, String words) {
        StringBuilder line = new StringBuilder(mark);
        boolean empty = true;
        for (String word : words.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(mark.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return this;
    }

    /** A line as it is. */
    ReportWriter line(String line) {
        lines.add(INDENT + line);
        return this;
    }

    /** A table with a blank line before it. */
    ReportWriter table(ReportTable table) {
        blank();
        lines.addAll(table.lines());
        return this;
    }

    /** A blank line. */
    ReportWriter blank() {
        lines.add("");
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
