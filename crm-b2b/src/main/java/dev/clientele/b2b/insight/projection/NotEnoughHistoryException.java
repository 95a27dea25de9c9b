package dev.clientele.b2b.insight.projection;

import dev.clientele.core.error.ClienteleException;
import java.io.Serial;

/** The failure to learn from too little history. */
public final class NotEnoughHistoryException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String what;
    private final long needed;
    private final long got;

    /**
     * Creates the exception; its message names what is missing.
     *
     * @param what the subject of which there is too little, such as {@code won deals}
     * @param needed the number needed at least
     * @param got the number found
     */
    public NotEnoughHistoryException(String what, long needed, long got) {
        super("not enough history: " + needed + " " + what + " are needed, got " + got, null);
        this.what = what;
        this.needed = needed;
        this.got = got;
    }

    /** Returns the subject of which there is too little. */
    public String subject() {
        return what;
    }

    /** Returns the number needed at least. */
    public long needed() {
        return needed;
    }

    /** Returns the number found. */
    public long found() {
        return got;
    }
}
