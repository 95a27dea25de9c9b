package dev.clientele.examples.cli.transactions;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rows whose columns stand apart by any run of white space; what leads or trails the row does not count. */
final class WhiteSpaceRowReader implements RowReader {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final BufferedReader lines;
    private long line;

    WhiteSpaceRowReader(BufferedReader lines) {
        this.lines = lines;
    }

    @Override
    public Optional<DelimitedRow> next() throws IOException {
        String text = lines.readLine();
        if (text == null) {
            return Optional.empty();
        }
        line++;
        return Optional.of(new DelimitedRow(line, line, List.of(WHITE_SPACE.split(text.strip()))));
    }
}
