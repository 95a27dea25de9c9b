package dev.clientele.examples.cli.transactions;

import java.io.IOException;
import java.io.LineNumberReader;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rows whose columns stand apart by any run of white space; what leads or trails the row does not count. */
final class WhiteSpaceRowReader implements RowReader {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final LineNumberReader lines;

    WhiteSpaceRowReader(Reader text) {
        this.lines = new LineNumberReader(text);
    }

    @Override
    public Optional<DelimitedRow> next() throws IOException {
        String text = lines.readLine();
        if (text == null) {
            return Optional.empty();
        }
        long line = lines.getLineNumber();
        return Optional.of(new DelimitedRow(line, line, List.of(WHITE_SPACE.split(text.strip())), null));
    }
}
