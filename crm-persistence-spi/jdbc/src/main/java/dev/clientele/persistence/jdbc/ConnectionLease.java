package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hold of an open session on its connection: who has it, since when, and where it was opened.
 *
 * <p>Written by the thread that uses the session, read by any.
 */
final class ConnectionLease {

    /** Enough to find the caller of the library behind the library's own frames. */
    private static final int FRAMES = 8;

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final SessionKind kind;
    private final List<StackWalker.StackFrame> openedAt;
    private final long openedNanos = System.nanoTime();
    private final AtomicInteger streams = new AtomicInteger();
    private volatile Thread user;
    private volatile long usedNanos = openedNanos;
    private volatile @Nullable JdbcConnection link;
    private volatile @Nullable String revocation;
    private boolean reported;

    private ConnectionLease(SessionKind kind, Thread user, List<StackWalker.StackFrame> openedAt) {
        this.kind = kind;
        this.user = user;
        this.openedAt = openedAt;
    }

    /** Creates a lease for a thread; {@code openedAt} may be empty, else it is the thread's {@link #callers}. */
    static ConnectionLease of(SessionKind kind, Thread user, List<StackWalker.StackFrame> openedAt) {
        return new ConnectionLease(kind, user, openedAt);
    }

    /** Returns the frames above the storage's own on this thread's stack. */
    static List<StackWalker.StackFrame> callers() {
        return STACK.walk(frames -> frames.dropWhile(frame -> !isStorage(frame))
                .dropWhile(ConnectionLease::isStorage)
                .limit(FRAMES)
                .toList());
    }

    private static boolean isStorage(StackWalker.StackFrame frame) {
        return Storage.class.isAssignableFrom(frame.getDeclaringClass());
    }

    SessionKind kind() {
        return kind;
    }

    /** Returns the thread that used the session last. */
    Thread user() {
        return user;
    }

    /** Gives the lease its connection. */
    ConnectionLease with(JdbcConnection connection) {
        this.link = connection;
        connection.setLease(this);
        return this;
    }

    /** Returns the connection, for use by this thread. */
    JdbcConnection link() {
        touch();
        return connection();
    }

    /** Returns the connection without using it. */
    JdbcConnection connection() {
        JdbcConnection leased = link;
        if (leased == null) {
            throw new IllegalStateException("the lease has no connection yet");
        }
        return leased;
    }

    /**
     * Notes that the session is used by this thread.
     *
     * @throws StorageUnavailableException if the lease was revoked
     */
    void touch() {
        String reason = revocation;
        if (reason != null) {
            throw new StorageUnavailableException(reason, null);
        }
        user = Thread.currentThread();
        usedNanos = System.nanoTime();
    }

    /** Takes the connection away: whoever uses the session next is told why. */
    void revoke(String reason) {
        revocation = reason;
        JdbcConnection leased = link;
        if (leased != null) {
            leased.markBroken();
        }
    }

    boolean isRevoked() {
        return revocation != null;
    }

    void streamOpened() {
        streams.incrementAndGet();
    }

    void streamClosed() {
        streams.decrementAndGet();
    }

    int streams() {
        return streams.get();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - openedNanos);
    }

    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - usedNanos);
    }

    /** Notes that it was told of; returns false if it was before. */
    boolean report() {
        boolean first = !reported;
        reported = true;
        return first;
    }

    /** Describes the session: its kind, age, thread and, if known, where it was opened. */
    @Override
    public String toString() {
        String where = openedAt.stream()
                .map(StackWalker.StackFrame::toString)
                .collect(Collectors.joining("\n    at ", "\n    at ", ""));
        return "a " + kind.name().toLowerCase(java.util.Locale.ROOT) + " session"
                + (streams() > 0 ? " with an open stream" : "") + ", open for " + age().toSeconds() + " s, idle for "
                + idle().toSeconds() + " s, last used by thread " + user.getName()
                + (openedAt.isEmpty() ? "" : ", opened" + where);
    }
}
