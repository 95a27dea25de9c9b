package dev.clientele.persistence.jdbc;

import java.io.Serial;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The place in the program where a session was opened.
 *
 * <p>A throwable, though it is never thrown: the virtual machine notes in a microsecond where one was made, and puts that into
 * words only when asked. Walking the stack takes three times as long.
 */
final class CallSite extends Throwable {

    /** Enough to find the caller of the library behind the library's own frames. */
    private static final int FRAMES = 8;

    private static final String STORAGES =
            "dev\\.clientele\\.persistence\\.jdbc\\.\\w*(Storage|Pool|Queue|Transaction)";

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates the site of this call. */
    CallSite() {
        super("opened here");
    }

    /** Returns the frames above the storage's own, each on a line that begins with a line break. */
    String frames() {
        return Arrays.stream(getStackTrace())
                .dropWhile(frame -> frame.getClassName().matches(STORAGES))
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n    at ", "\n    at ", ""));
    }
}
