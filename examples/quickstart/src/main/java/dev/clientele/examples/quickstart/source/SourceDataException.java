package dev.clientele.examples.quickstart.source;

/** A source could not be read, or holds something that its reader was not written for. */
public final class SourceDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SourceDataException(String message) {
        super(message);
    }

    public SourceDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
