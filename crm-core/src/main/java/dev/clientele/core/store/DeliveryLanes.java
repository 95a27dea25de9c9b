package dev.clientele.core.store;

import com.google.common.util.concurrent.AtomicLongMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lanes that are being served, and for each the entries that this process has committed and hasn't seen delivered yet.
 * Nothing is held of a lane that is served to its end. Thread-safe.
 *
 * <p>No thread waits for another: one that finds a lane being served leaves word, and the thread that serves looks again before
 * it stops. So a listener may write, which comes back here, and two listeners on two threads can't block each other.
 */
final class DeliveryLanes {

    /** The most entries that are remembered a lane; a lane with more is behind anyway, and others ask for it. */
    private static final int MAX_AWAITED = 100;

    /** The number of requests that wait for those being served; nothing of the others. */
    private final AtomicLongMap<Lane> requests = AtomicLongMap.create();

    private final Map<Lane, Set<String>> awaited = new ConcurrentHashMap<>();

    /** Begins to serve a lane, or leaves word for the thread that does; false then. */
    boolean enter(Lane lane) {
        return requests.getAndIncrement(lane) == 0;
    }

    /**
     * Ends serving a lane if no word was left meanwhile.
     *
     * @param answered the requests that have been answered
     * @return the requests that are left; 0 if it has ended
     */
    long endIfIdle(Lane lane, long answered) {
        long left = requests.addAndGet(lane, -answered);
        requests.removeIfZero(lane);
        return left;
    }

    /** Ends serving a lane whatever word was left, which waits for the next occasion. */
    long end(Lane lane) {
        return requests.remove(lane);
    }

    /** Remembers an entry of a lane until it is delivered. */
    void await(Lane lane, String key) {
        awaited.compute(lane, (same, before) -> {
            Set<String> keys = before == null ? ConcurrentHashMap.newKeySet() : before;
            if (keys.size() < MAX_AWAITED) {
                keys.add(key);
            }
            return keys;
        });
    }

    /** Returns the entries of a lane that haven't been delivered. */
    Set<String> awaited(Lane lane) {
        return Set.copyOf(awaited.getOrDefault(lane, Set.of()));
    }

    /** Forgets an entry of a lane. */
    void reach(Lane lane, String key) {
        awaited.computeIfPresent(lane, (same, keys) -> {
            keys.remove(key);
            return keys.isEmpty() ? null : keys;
        });
    }

    /** Forgets all entries of a lane. */
    void forget(Lane lane) {
        awaited.remove(lane);
    }
}
