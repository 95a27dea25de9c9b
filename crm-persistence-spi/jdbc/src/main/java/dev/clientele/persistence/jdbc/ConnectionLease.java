package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.StorageUnavailableException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The hold of an open session on its connection: who has it, since when, and where it was opened.
 *
 * <p>Written by the thread that uses the session, read by any.
 */
final class ConnectionLease {

    private final SessionKind kind;
    private final @Nullable CallSite openedAt;
    private final long openedNanos = System.nanoTime();
    private final AtomicInteger streams = new AtomicInteger();
    private volatile Thread user;
    private volatile long usedNanos = openedNanos;
    private volatile @Nullable JdbcConnection link;
    private volatile @Nullable String revocation;
    private boolean reported;

    private ConnectionLease(SessionKind kind, Thread user, @Nullable CallSite openedAt) {
        this.kind = kind;
        this.user = user;
        this.openedAt = openedAt;
    }

    /** Creates a lease for a thread, which opens it at a call site that may be unknown. */
    static ConnectionLease of(SessionKind kind, Thread user, @Nullable CallSite openedAt) {
        return new ConnectionLease(kind, user, openedAt);
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
        CallSite site = openedAt;
        return "a " + kind.name().toLowerCase(Locale.ROOT) + " session"
                + (streams() > 0 ? " with an open stream" : "") + ", open for "
                + age().toSeconds() + " s, idle for " + idle().toSeconds() + " s, last used by thread " + user.getName()
                + (site == null ? "" : ", opened" + site.frames());
    }
}
