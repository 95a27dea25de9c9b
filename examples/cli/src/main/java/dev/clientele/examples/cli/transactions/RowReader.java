package dev.clientele.examples.cli.transactions;

import java.io.IOException;
import java.util.Optional;

/** The rows of a file, one after the other. */
interface RowReader {

    /** The next row; empty at the end. */
    Optional<DelimitedRow> next() throws IOException;
}
