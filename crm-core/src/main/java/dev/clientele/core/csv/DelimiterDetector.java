package dev.clientele.core.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The finder of the delimiter of a text, from its first lines. */
final class DelimiterDetector {

    /** The number of lines that are looked at. */
    static final int SAMPLE_LINES = 50;

    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
    /** The line by which Excel and others say what they separate cells by. */
    private static final Pattern HINT = Pattern.compile("\"?sep=([^\"\r\n])\"?[\\s;,]*", Pattern.CASE_INSENSITIVE);

    private DelimiterDetector() {}

    /** Returns the delimiter that a first line names; empty if it is no such line. */
    static Optional<String> hint(List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Matcher hint = HINT.matcher(lines.get(0));
        return hint.matches() ? Optional.of(hint.group(1)) : Optional.empty();
    }

    /**
     * Returns the delimiter of these lines: of those that the header has, the one that most rows have as often as the header, and
     * of several such the one that it has most often. A comma if the header has none.
     */
    static String detect(List<String> lines) {
        List<String> rows = rows(lines);
        String best = ",";
        long bestRows = 0;
        long bestCount = 0;
        for (char candidate : CANDIDATES) {
            long count = rows.isEmpty() ? 0 : count(rows.get(0), candidate);
            if (count > 0) {
                long alike = rows.stream()
                        .filter(row -> count(row, candidate) == count)
                        .count();
                if (alike > bestRows || (alike == bestRows && count > bestCount)) {
                    best = String.valueOf(candidate);
                    bestRows = alike;
                    bestCount = count;
                }
            }
        }
        return best;
    }

    /** Joins lines that a quotation mark holds together, and leaves out empty ones and a last one that isn't whole. */
    private static List<String> rows(List<String> lines) {
        List<String> rows = new ArrayList<>();
        @Nullable StringBuilder open = null;
        for (String line : lines) {
            StringBuilder row = open == null ? new StringBuilder() : open;
            row.append(line);
            boolean whole = row.chars().filter(c -> c == '"').count() % 2 == 0;
            if (whole && !row.toString().isBlank()) {
                rows.add(row.toString());
            }
            open = whole ? null : row;
        }
        return rows;
    }

    private static long count(String row, char candidate) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            quoted ^= row.charAt(i) == '"';
            count += !quoted && row.charAt(i) == candidate ? 1 : 0;
        }
        return count;
    }
}
