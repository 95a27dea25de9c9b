package dev.clientele.examples.journal;

import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.criteria.ValueOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A journal that this process has open: its rows, and the lock of its writer. However many storages use a file, a process
 * opens it once: the lock on it is the process's, and closing it in one place would give it up in all.
 */
final class Journal {

    /** The pause between two attempts at a file that another process has open, in nanoseconds. */
    private static final long PAUSE = 5_000_000;

    private static final Map<Path, Journal> OPEN = new HashMap<>();

    private final Semaphore writeLock = new Semaphore(1, true);
    private final Path path;
    private final JournalFile file;
    private volatile PSortedMap<String, Object> rows = TreePMap.empty(ValueOrder.TEXT);
    private int users;

    private Journal(Path path) {
        this.path = path;
        this.file = new JournalFile(
                path,
                content -> RowCodec.decode(content)
                        .forEach((at, row) -> rows = row == null ? rows.minus(at) : rows.plus(at, row)));
    }

    /** Opens a journal, or shares it if this process has it open. Waits while another process has it. */
    static Journal open(Path path, Duration wait) {
        Path real = real(path);
        for (long end = System.nanoTime() + wait.toNanos(); ; LockSupport.parkNanos(PAUSE)) {
            try {
                return open(real);
            } catch (StorageUnavailableException e) {
                if (e.getCause() != null
                        || System.nanoTime() - end >= 0
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    private static Journal open(Path real) {
        synchronized (OPEN) {
            Journal journal = OPEN.computeIfAbsent(real, Journal::new);
            journal.users++;
            return journal;
        }
    }

    private static Path real(Path path) {
        try {
            return path.toFile().getCanonicalFile().toPath();
        } catch (IOException e) {
            throw new StorageUnavailableException("the journal's folder can't be read", e);
        }
    }

    void close() {
        synchronized (OPEN) {
            if (--users == 0) {
                OPEN.remove(path);
                file.close();
            }
        }
    }

    /** Returns all that is committed, by path. */
    PSortedMap<String, Object> rows() {
        return rows;
    }

    /** Waits until nobody else writes, nor will until {@link #unlock}. */
    void lock(Duration wait) {
        try {
            if (writeLock.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StorageUnavailableException("no turn to write within " + wait, null);
    }

    void unlock() {
        writeLock.release();
    }

    /** Makes a working copy durable, then visible. */
    void commit(WorkingCopy copy) {
        if (!copy.changes.isEmpty()) {
            file.append(RowCodec.encode(copy.changes));
            rows = copy.rows;
        }
    }
}
