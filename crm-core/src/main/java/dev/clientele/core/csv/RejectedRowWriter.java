package dev.clientele.core.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes the rows that an import kept out as CSV: the file's own header and cells, then the columns {@code rejected row} with the
 * row's number and {@code rejected because} with the reasons. Once the cells are put right, the same import reads the file, which
 * ignores both columns. Nothing is written if no row is rejected. Not thread-safe.
 *
 * <pre>{@code
 * try (Writer out = Files.newBufferedWriter(rejects)) {
 *     plan.withRejectedRows(RejectedRowWriter.to(out)).run(session, reader);
 * }
 * }</pre>
 */
public final class RejectedRowWriter implements Consumer<RejectedRow> {

    private final CsvRowWriter rows;
    private boolean begun;

    private RejectedRowWriter(Appendable out) {
        this.rows = new CsvRowWriter(out);
    }

    /** Returns a writer of rejected rows to this, which is left for the caller to close. */
    public static RejectedRowWriter to(Appendable out) {
        return new RejectedRowWriter(Objects.requireNonNull(out, "out"));
    }

    /**
     * Writes a row.
     *
     * @throws UncheckedIOException if it can't be written
     */
    @Override
    public void accept(RejectedRow rejected) {
        try {
            List<String> names = rejected.header().names();
            if (!begun) {
                rows.write(with(names, "rejected row", "rejected because"));
                begun = true;
            }
            List<String> cells = new ArrayList<>();
            for (int place = 0; place < names.size(); place++) {
                cells.add(rejected.row().cell(place));
            }
            String reasons = rejected.errors().stream()
                    .map(error -> error.column().isEmpty() ? error.reason() : error.column() + ": " + error.reason())
                    .collect(Collectors.joining("; "));
            rows.write(with(cells, Long.toString(rejected.row().number()), reasons));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> with(List<String> cells, String number, String reasons) {
        List<String> more = new ArrayList<>(cells);
        more.add(number);
        more.add(reasons);
        return more;
    }
}
