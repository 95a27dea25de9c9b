package dev.clientele.core.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;

/**
 * Rows as text (RFC 4180). Beside what has to be, cells are in quotation marks that begin or end with what spreadsheets cut away
 * or take for something else, and an empty one at the beginning, which may be all there is. Not thread-safe.
 */
public final class CsvRowWriter {

    private final Appendable out;
    private final StringWriter row = new StringWriter();
    private final CsvWriter writer = CsvWriter.builder()
            .bufferSize(0)
            .quoteStrategy(new QuoteStrategy() {
                @Override
                public boolean quoteEmpty(int line, int place) {
                    return place == 0;
                }

                @Override
                public boolean quoteValue(int line, int place, String value) {
                    return value.charAt(0) <= '#' || value.charAt(value.length() - 1) <= ' ';
                }
            })
            .build(row);

    /** Writes to this, which is left for the caller to flush and close. */
    public CsvRowWriter(Appendable out) {
        this.out = Objects.requireNonNull(out, "out");
    }

    /**
     * Writes a row with an apostrophe before the cells that a spreadsheet would compute; {@link CsvCells} reads them as they were.
     *
     * @throws IOException if {@code out} throws it
     */
    public void writeGuarded(List<String> cells) throws IOException {
        write(cells.stream().map(FormulaGuard::guard).toList());
    }

    /**
     * Writes a row of cells as they are.
     *
     * @throws IOException if {@code out} throws it
     */
    public void write(List<String> cells) throws IOException {
        writer.writeRecord(cells);
        out.append(row.getBuffer());
        row.getBuffer().setLength(0);
    }
}
