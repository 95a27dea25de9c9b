package dev.clientele.examples.benchmarks.append;

import java.util.List;

/** A way to keep interactions. */
interface InteractionLog extends AutoCloseable {

    /** Appends interactions that the log doesn't have yet, in one transaction. */
    void append(List<InteractionRow> rows);

    /** Reads all of them one by one, newest first; the sum of the lengths of title and content. */
    long scan();

    @Override
    void close();
}
