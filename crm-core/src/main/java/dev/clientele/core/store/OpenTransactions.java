package dev.clientele.core.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The threads that are in a transaction of one session and of those made from it. So a session that is used in the work of its
 * own transaction, in the place of the one which the work is given, is noticed. Thread-safe; holds nothing once they have ended.
 */
final class OpenTransactions {

    private final Map<Thread, Integer> writesBeside = new ConcurrentHashMap<>();

    /** Notes that this thread is in a transaction; false if it is in one already. */
    boolean enter() {
        return writesBeside.putIfAbsent(Thread.currentThread(), 0) == null;
    }

    /** Notes that this thread has written beside the transaction that it is in. */
    void noteWriteBeside() {
        writesBeside.computeIfPresent(Thread.currentThread(), (thread, count) -> count + 1);
    }

    /** Returns how often this thread has written beside the transaction that it is in. */
    int writesBeside() {
        return writesBeside.getOrDefault(Thread.currentThread(), 0);
    }

    void leave() {
        writesBeside.remove(Thread.currentThread());
    }
}
