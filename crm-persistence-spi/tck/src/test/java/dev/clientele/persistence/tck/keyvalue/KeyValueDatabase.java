package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.StorageUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A database of rows, which any number of storages have open; one session writes at a time. */
final class KeyValueDatabase {

    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(20);

    final Set<Fault> faults;
    final Set<KeyValueSession> sessions = ConcurrentHashMap.newKeySet();

    /** What a storage remembers beyond its database, where a fault makes it do so. */
    final Map<String, Object> remembered = new ConcurrentHashMap<>();

    private final AtomicInteger arrived = new AtomicInteger();
    private final Semaphore writeLock = new Semaphore(1, true);
    private volatile NavigableMap<String, Object> committed = new TreeMap<>();

    KeyValueDatabase(Set<Fault> faults) {
        this.faults = faults;
    }

    boolean has(Fault fault) {
        return faults.contains(fault);
    }

    Rows snapshot() {
        return new Rows(committed);
    }

    void publish(Rows rows) {
        committed = rows.all();
    }

    /** Counts one who comes to apply a schema. */
    void arrive() {
        arrived.incrementAndGet();
    }

    /** Waits until somebody else has come to apply a schema, for two seconds at the most: who applies it alone goes on then. */
    void awaitAnother() {
        int before = arrived.get();
        for (int i = 0; i < 200 && arrived.get() == before; i++) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    void lock(Duration patience) {
        long nanos = patience.compareTo(Duration.ofNanos(LONGEST_WAIT)) < 0
                ? Math.max(0, patience.isNegative() ? 0 : patience.toNanos())
                : LONGEST_WAIT;
        try {
            if (writeLock.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StorageUnavailableException("another session writes", null);
    }

    void unlock() {
        writeLock.release();
    }
}
