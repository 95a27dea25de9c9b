package dev.clientele.examples.cli.transactions;

/** Takes what comes out of a file, row by row, in the order of the file. */
public interface TransactionSink {

    void accept(TransactionRecord transaction);

    void reject(Rejection rejection);
}
