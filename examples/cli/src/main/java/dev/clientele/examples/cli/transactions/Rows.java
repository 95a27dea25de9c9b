package dev.clientele.examples.cli.transactions;

import java.io.IOException;
import java.util.Optional;

/** The rows of a file, one after the other. */
interface Rows {

    /** The next row; empty at the end. */
    Optional<Row> next() throws IOException;
}
