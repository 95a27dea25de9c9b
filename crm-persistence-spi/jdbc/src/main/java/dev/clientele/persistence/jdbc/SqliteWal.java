package dev.clientele.persistence.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The write-ahead log of a SQLite file, and how it is kept short.
 *
 * <p>SQLite begins the log anew when all of it is in the database and nobody reads an older state out of it. A reader that
 * stays open makes it grow with every write, without bound. So from a limit on, sessions that read and lie idle are given
 * up, and from four times the limit on also those that don't: their users are told that storage is unavailable, and may
 * begin again. Used by whoever has the one connection that writes.
 */
final class SqliteWal {

    /** The length to which SQLite cuts the file when the log is begun anew. */
    static final int SHRUNK_BYTES = 8 << 20;

    private static final long FIRST_LOOK_BYTES = 2L * SHRUNK_BYTES;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int PATIENCE = 4;
    private static final Logger LOG = LoggerFactory.getLogger(SqliteWal.class);

    private final Path file;
    private final long limit;
    private final AtomicLong nextLook = new AtomicLong();
    private final AtomicBoolean warned = new AtomicBoolean();

    SqliteWal(Path database, long limit) {
        this.file = database.resolveSibling(database.getFileName() + "-wal");
        this.limit = limit;
        nextLook.set(firstLook());
    }

    private long firstLook() {
        return Math.min(FIRST_LOOK_BYTES, limit);
    }

    /** Shortens the log if it has grown long. The connection must be in no transaction. */
    void keepShort(JdbcConnection link, LeaseQueue leases) {
        long size = size();
        if (size < nextLook.get()) {
            return;
        }
        try {
            if (truncate(link) || (size >= limit && revokeReaders(link, leases, size))) {
                nextLook.set(firstLook());
                warned.set(false);
            } else {
                nextLook.set(size + Math.min(FIRST_LOOK_BYTES, limit / PATIENCE));
            }
        } catch (SQLException e) {
            LOG.debug("the write-ahead log could not be shortened", e);
        }
    }

    private boolean revokeReaders(JdbcConnection link, LeaseQueue leases, long size) throws SQLException {
        for (ConnectionLease lease : leases.held()) {
            boolean due = lease.idle().compareTo(IDLE) >= 0 || size >= PATIENCE * limit;
            if (lease.kind() == SessionKind.READING && due) {
                LOG.warn("The write-ahead log has grown to {} bytes, given up for it: {}", size, lease);
                lease.revoke(
                        "the session was given up: the state that it reads kept the write-ahead log from being shortened");
                lease.connection().connection().close();
                leases.report().revoked();
                if (truncate(link)) {
                    return true;
                }
            }
        }
        if (warned.compareAndSet(false, true)) {
            LOG.warn("The write-ahead log has grown to {} bytes, held by whoever reads: {}", size, leases.held());
        }
        return false;
    }

    private static boolean truncate(JdbcConnection link) throws SQLException {
        try (ResultSet row = link.prepare("pragma wal_checkpoint(truncate)").executeQuery()) {
            return row.next() && row.getInt(1) == 0;
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
