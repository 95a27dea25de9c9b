package dev.clientele.examples.cli.transactions;

import dev.clientele.core.csv.CsvReader;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The divider of the columns of a file: any run of white space, or a text such as {@code ,} or {@code ;} or a tab.
 *
 * @param text blanks for any run of white space; null for what the first lines of the file show
 */
public record Delimiter(@Nullable String text) {

    /** Refuses quotation marks and line breaks. */
    public Delimiter {
        if (text != null && (text.contains("\"") || text.contains("\n") || text.contains("\r"))) {
            throw new IllegalArgumentException("delimiter must not have a quotation mark or a line break");
        }
    }

    /** Returns the delimiter that the first lines of the file show. */
    public static Delimiter detected() {
        return new Delimiter(null);
    }

    /** Returns the delimiter as a person writes it: {@code \t} is a tab. */
    public static Delimiter parse(String text) {
        return new Delimiter(text.equals("\\t") ? "\t" : text);
    }

    /** Returns whether any run of white space divides. A single tab is a delimiter proper: a column may be empty. */
    public boolean isWhiteSpace() {
        return text != null && text.isBlank() && !text.equals("\t");
    }

    RowReader rows(Reader file) {
        if (isWhiteSpace()) {
            return new WhiteSpaceRowReader(file);
        }
        return new DelimitedRowReader(text == null ? CsvReader.of(file) : CsvReader.of(file, text));
    }

    @Override
    public String toString() {
        return text == null ? "as in the file" : isWhiteSpace() ? "white space" : text.equals("\t") ? "\\t" : text;
    }
}
