package dev.clientele.b2b.insight.projection;

import dev.clientele.core.error.ClienteleException;
import java.io.Serial;

/** There is too little history to learn from. */
public final class NotEnoughHistoryException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String what;
    private final long needed;
    private final long got;

    /**
     * Says what is missing.
     *
     * @param what of what there is too little, such as {@code won deals}
     * @param needed how many there should be at least
     * @param got how many there are
     */
    public NotEnoughHistoryException(String what, long needed, long got) {
        super("not enough history: " + needed + " " + what + " are needed, got " + got, null);
        this.what = what;
        this.needed = needed;
        this.got = got;
    }

    /** Of what there is too little. */
    public String subject() {
        return what;
    }

    /** How many there should be at least. */
    public long needed() {
        return needed;
    }

    /** How many there are. */
    public long found() {
        return got;
    }
}
