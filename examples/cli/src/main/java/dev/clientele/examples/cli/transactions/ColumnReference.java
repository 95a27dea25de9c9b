package dev.clientele.examples.cli.transactions;

import dev.clientele.core.csv.CsvHeader;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A column as a person names it: by its header, or by its position, counted from 1.
 *
 * @param text not blank
 */
public record ColumnReference(String text) {

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,6}");

    public ColumnReference {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a column must be a name or a position, was blank");
        }
    }

    /**
     * Where the column stands, from 0, in a file without a header.
     *
     * @throws IllegalArgumentException if this is no position
     */
    int position() {
        if (!POSITION.matcher(text).matches() || Integer.parseInt(text) == 0) {
            throw new IllegalArgumentException(
                    "column " + text + " must be a position from 1 on, as the file has no header");
        }
        return Integer.parseInt(text) - 1;
    }

    /**
     * Where the column stands, from 0, in a file with a header: a name, however capitalised, goes before a position.
     *
     * @throws IllegalArgumentException if the header does not have it, or has it more than once
     */
    int positionIn(List<String> header) {
        CsvHeader columns = new CsvHeader(header);
        OptionalInt place = columns.place(text);
        if (place.isPresent()) {
            return place.getAsInt();
        }
        if (header.stream().anyMatch(text::equalsIgnoreCase)) {
            throw new IllegalArgumentException(
                    "column " + text + " is there more than once: give its position instead");
        }
        if (POSITION.matcher(text).matches()) {
            int position = Integer.parseInt(text);
            if (position >= 1 && position <= header.size()) {
                return position - 1;
            }
        }
        throw new IllegalArgumentException("no column " + text + ", there are: " + String.join(", ", header));
    }

    @Override
    public String toString() {
        return text;
    }
}
