package dev.clientele.core.store;

import dev.clientele.core.error.ClienteleException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in transactions: opens and closes sessions, translates failures, and runs colliding transactions again until the
 * caller's patience ends. Thread-safe.
 *
 * <p>Every conflict is a reason to run a transaction of our own again, since it reads anew what it decides on. The
 * new run compares the caller's version with the stored one and fails if it is stale.
 */
public final class TransactionRunner {

    private static final String OUTER_SESSION =
            "the work of a transaction has written through the session from outside of it, which is in its way: do everything"
                    + " through the session that the work is given";

    private final RetrySettings settings;
    private final TransactionCounters counters;
    private final TransactionObserver observer;

    /**
     * The settings of a runner.
     *
     * @param patience how long a caller waits who says nothing else
     * @param maxAttempts the most attempts per transaction, 1 or more
     * @param jitter spreads the pauses, so that colliding writers don't meet again
     * @param time by which patience is measured
     */
    public record RetrySettings(Duration patience, int maxAttempts, Random jitter, ElapsedTime time) {}

    /**
     * Creates a runner.
     *
     * @param counters where it counts what it does
     * @param observer told of each end of a transaction of our own
     */
    public TransactionRunner(RetrySettings settings, TransactionCounters counters, TransactionObserver observer) {
        this.settings = settings;
        this.counters = counters;
        this.observer = observer;
    }

    /** Returns how long a caller waits who says nothing else. */
    Duration patience() {
        return settings.patience();
    }

    <R> R read(SessionContext scope, Function<UnitOfWork, R> work) {
        UnitOfWork open = scope.currentUnit();
        if (open != null) {
            return StorageExceptionTranslator.runTranslated(() -> work.apply(open));
        }
        return StorageExceptionTranslator.runTranslated(() -> {
            try (StorageSession session = openSession(scope, Storage::read)) {
                return runAndEnd(UnitOfWork.forReading(session), work);
            }
        });
    }

    /** Reads as {@link #read} does, for work that asks its session only once. */
    <R> R readAutoCommit(SessionContext scope, Function<UnitOfWork, R> work) {
        UnitOfWork open = scope.currentUnit();
        if (open != null) {
            return StorageExceptionTranslator.runTranslated(() -> work.apply(open));
        }
        return StorageExceptionTranslator.runTranslated(() -> {
            try (StorageSession session = openSession(scope, Storage::readAutoCommit)) {
                return runAndEnd(UnitOfWork.forReading(session), work);
            }
        });
    }

    <R> R write(SessionContext scope, Function<UnitOfWork, R> work) {
        UnitOfWork open = scope.currentUnit();
        if (open != null) {
            return StorageExceptionTranslator.runTranslated(() -> work.apply(open));
        }
        if (scope.host() != null) {
            return StorageExceptionTranslator.runTranslated(
                    () -> runOnce(scope, work, Duration.ZERO).result());
        }
        return scope.openTransactions().enter() ? runOutermost(scope, work) : runBeside(scope, work);
    }

    private <R> R runOutermost(SessionContext scope, Function<UnitOfWork, R> work) {
        Committed<R> committed;
        try {
            committed = runWithRetries(scope, work);
        } catch (RuntimeException | Error e) {
            scope.openTransactions().leave();
            counters.failed.increment();
            observer.givenUp();
            throw e;
        }
        scope.openTransactions().leave();
        return tell(scope, committed);
    }

    private <R> R tell(SessionContext scope, Committed<R> committed) {
        counters.committed.increment();
        observer.committed(scope.tenant(), committed.appended());
        return committed.result();
    }

    /**
     * Runs a transaction of a session beside one of the same session that the same thread is in. If the two are in each
     * other's way, waiting would be for ever.
     */
    private <R> R runBeside(SessionContext scope, Function<UnitOfWork, R> work) {
        scope.openTransactions().noteWriteBeside();
        try {
            return tell(scope, runOnce(scope, work, Duration.ZERO));
        } catch (StorageException | ClienteleException e) {
            StorageException cause = storageCause(e);
            if (cause != null && (cause instanceof ConflictException || cause.retryable())) {
                throw new IllegalStateException(OUTER_SESSION, e);
            }
            throw StorageExceptionTranslator.translate(e);
        }
    }

    <R> Stream<R> stream(SessionContext scope, Function<UnitOfWork, Stream<R>> work) {
        UnitOfWork open = scope.currentUnit();
        if (open != null) {
            return StorageExceptionTranslator.runTranslated(() -> TranslatingSpliterator.of(work.apply(open)));
        }
        return StorageExceptionTranslator.runTranslated(() -> {
            StorageSession session = openSession(scope, Storage::read);
            try {
                counters.openStreams.increment();
                return TranslatingSpliterator.of(work.apply(UnitOfWork.forReading(session)))
                        .onClose(endOfStream(session));
            } catch (RuntimeException e) {
                endOfStream(session).run();
                throw e;
            }
        });
    }

    private Runnable endOfStream(StorageSession session) {
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            session.close();
            if (!ended.getAndSet(true)) {
                counters.openStreams.decrement();
            }
        };
    }

    private <R> Committed<R> runWithRetries(SessionContext scope, Function<UnitOfWork, R> work) {
        Patience patience = new Patience(settings.time(), settings.jitter(), scope.patience(), settings.maxAttempts());
        DuplicateRetry duplicates = new DuplicateRetry();
        while (true) {
            patience.beginAttempt();
            duplicates.beginRun();
            int beside = scope.openTransactions().writesBeside();
            boolean opened = false;
            try (StorageSession session = scope.storage().write(scope.tenant(), patience.left())) {
                opened = true;
                return run(UnitOfWork.forWriting(session, duplicates), work);
            } catch (StorageException | ClienteleException e) {
                StorageException cause = storageCause(e);
                if (cause instanceof ConflictException) {
                    counters.collisions.increment();
                    if (scope.openTransactions().writesBeside() > beside) {
                        patience.noteCollisionBesideWrites(OUTER_SESSION, e);
                    }
                }
                requireRetry(patience, cause, e, opened);
                counters.pausedNanos.add(patience.pause(e));
                counters.retries.increment();
            }
        }
    }

    private static void requireRetry(
            Patience patience, @Nullable StorageException cause, RuntimeException failure, boolean opened) {
        if (cause == null || !(cause instanceof ConflictException || cause.retryable())) {
            throw StorageExceptionTranslator.translate(failure);
        } else if (!patience.allowsRetryOf(cause, opened)) {
            throw patience.exhausted(cause, failure);
        }
    }

    /** Returns what storage said: inside a transaction failures come translated already, with that as their cause. */
    private static @Nullable StorageException storageCause(RuntimeException e) {
        return e instanceof StorageException storage
                ? storage
                : e.getCause() instanceof StorageException storage ? storage : null;
    }

    /** The result of a committed transaction and the entries that it appended. */
    private record Committed<R>(R result, Map<String, String> appended) {}

    private static <R> Committed<R> runOnce(SessionContext scope, Function<UnitOfWork, R> work, Duration patience) {
        HostTransaction host = scope.host();
        try (StorageSession session = host != null
                ? scope.storage().join(scope.tenant(), host)
                : scope.storage().write(scope.tenant(), patience)) {
            return run(UnitOfWork.forWriting(session, null), work);
        }
    }

    private static <R> Committed<R> run(UnitOfWork begun, Function<UnitOfWork, R> work) {
        return runAndEnd(begun, unit -> {
            R result = work.apply(unit);
            unit.commit();
            return new Committed<>(result, unit.appended());
        });
    }

    private static <R> R runAndEnd(UnitOfWork unit, Function<UnitOfWork, R> work) {
        try {
            return work.apply(unit);
        } finally {
            unit.end();
        }
    }

    private static StorageSession openSession(SessionContext scope, BiFunction<Storage, TenantId, StorageSession> own) {
        HostTransaction host = scope.host();
        if (host != null) {
            return scope.storage().join(scope.tenant(), host);
        }
        return own.apply(scope.storage(), scope.tenant());
    }
}
