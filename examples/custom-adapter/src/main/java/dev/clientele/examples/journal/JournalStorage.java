package dev.clientele.examples.journal;

import dev.clientele.persistence.CorruptDataException;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.ValueOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Storage in one append-only file, with everything in memory. Thread-safe.
 *
 * <p>What was committed survives the process and the power: {@code commit} returns when the disk has it. One process at a
 * time has the file open; within it any number of storages share it. One session writes at a time, any number read, each
 * on its own snapshot, and nobody waits for a reader. The file only grows. What is stored has to fit in memory, a
 * transaction several times.
 */
public final class JournalStorage implements Storage {

    private final Journal journal;
    private final Duration wait;
    private final Set<JournalSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Schema schema;
    private volatile boolean closed;

    private JournalStorage(Path file, Duration wait) {
        this.journal = Journal.open(file, wait);
        this.wait = wait;
    }

    /** Opens a file as {@link #open(Path, Duration)} does, waiting up to 30 seconds. */
    public static JournalStorage open(Path file) {
        return open(file, Duration.ofSeconds(30));
    }

    /**
     * Opens a file, or makes it in a folder that is there. A transaction that was being written when a process or the power
     * failed is cut off: it was never acknowledged.
     *
     * @param wait the time that this waits while another process has the file open, and {@link #write} and a migration while
     *     another session writes; not negative
     * @throws StorageUnavailableException if the file can't be opened, or another process has it open for longer
     * @throws CorruptDataException if it is no journal, or damaged at a place that was once whole; it is left as it is
     */
    public static JournalStorage open(Path file, Duration wait) {
        return new JournalStorage(file, wait);
    }

    @Override
    public Migration migration(Schema wanted) {
        if (closed) {
            throw new IllegalStateException("the storage is closed");
        }
        return new JournalMigration(wanted, journal, wait, () -> schema = wanted);
    }

    @Override
    public StorageSession read(TenantId tenant) {
        return opened(new JournalSession(tenant, ready(), journal, false, sessions::remove));
    }

    @Override
    public StorageSession write(TenantId tenant) {
        return write(tenant, wait);
    }

    @Override
    public StorageSession write(TenantId tenant, Duration patience) {
        Schema ready = ready();
        Duration longest = patience.compareTo(wait) < 0 ? patience : wait;
        journal.lock(longest.isNegative() ? Duration.ZERO : longest);
        return opened(new JournalSession(tenant, ready, journal, true, sessions::remove));
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        ready();
        WorkingCopy rows = new WorkingCopy(journal.rows());
        SortedSet<String> names = new TreeSet<>(ValueOrder.TEXT);
        for (String declared : rows.rowsBelow("schema/type").keySet()) {
            for (String kind : List.of("document/", "entry/", "pruned/")) {
                names.addAll(rows.namesBelow(kind + declared.substring("schema/type/".length())));
            }
        }
        return names.stream()
                .filter(name -> after == null || ValueOrder.TEXT.compare(name, after.value()) > 0)
                .limit(PageRequest.first(limit).limit())
                .map(TenantId::of)
                .toList();
    }

    /** Refused: a file takes part in nobody's transaction. */
    @Override
    public StorageSession join(TenantId tenant, HostTransaction host) {
        throw new UnsupportedException("a journal can't join a transaction of the host", null);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            sessions.forEach(JournalSession::close);
            journal.close();
        }
    }

    private StorageSession opened(JournalSession session) {
        sessions.add(session);
        if (closed) {
            session.close();
        }
        return session;
    }

    private Schema ready() {
        Schema ready = schema;
        if (closed || ready == null) {
            throw new IllegalStateException("the storage is closed, or no migration was applied or validated yet");
        }
        return ready;
    }
}
