package dev.clientele.examples.cli.transactions;

/** The data cannot give an answer; the message says why, for the person who asked. */
public final class UnusableDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableDataException(String message) {
        super(message);
    }

    public UnusableDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
