package dev.clientele.examples.cli.transactions;

import java.io.Reader;

/**
 * What divides the columns of a file: any run of white space, or a text such as {@code ,} or {@code ;} or a tab.
 *
 * @param text blanks for any run of white space
 */
public record Delimiter(String text) {

    public Delimiter {
        if (text.contains("\"") || text.contains("\n") || text.contains("\r")) {
            throw new IllegalArgumentException("delimiter must not have a quotation mark or a line break");
        }
    }

    /** The delimiter as a person writes it: {@code \t} is a tab. */
    public static Delimiter parse(String text) {
        return new Delimiter(text.equals("\\t") ? "\t" : text);
    }

    /** Whether any run of white space divides. A single tab is a delimiter proper: a column may be empty. */
    public boolean isWhiteSpace() {
        return text.isBlank() && !text.equals("\t");
    }

    RowReader rows(Reader file) {
        return isWhiteSpace() ? new WhiteSpaceRowReader(file) : new DelimitedRowReader(file, text);
    }

    @Override
    public String toString() {
        return isWhiteSpace() ? "white space" : text.equals("\t") ? "\\t" : text;
    }
}
