package dev.clientele.core.store;

import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.UnavailableException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in transactions: opens and closes sessions, translates failures, and runs colliding transactions again, a bounded
 * number of times with growing, jittered pauses. Thread-safe.
 *
 * <p>Every conflict is a reason to run a transaction of our own again, since it reads anew what it decides on. The
 * new run compares the caller's version with the stored one and fails if it is stale.
 */
public final class TransactionRunner {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);

    private final int maxAttempts;
    private final Random jitter;
    private final Consumer<SessionContext> afterCommit;

    /**
     * Creates a runner.
     *
     * @param attempts the most attempts per transaction, 1 or more
     * @param jitter spreads the pauses, so that colliding writers don't meet again
     * @param afterCommit called after each commit of a transaction of our own; must not throw
     */
    public TransactionRunner(int attempts, Random jitter, Consumer<SessionContext> afterCommit) {
        this.maxAttempts = attempts;
        this.jitter = jitter;
        this.afterCommit = afterCommit;
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
            return StorageExceptionTranslator.runTranslated(() -> runOnce(scope, work));
        }
        R result = runWithRetries(scope, work);
        afterCommit.accept(scope);
        return result;
    }

    <R> Stream<R> stream(SessionContext scope, Function<UnitOfWork, Stream<R>> work) {
        UnitOfWork open = scope.currentUnit();
        if (open != null) {
            return StorageExceptionTranslator.runTranslated(() -> TranslatingSpliterator.of(work.apply(open)));
        }
        return StorageExceptionTranslator.runTranslated(() -> {
            StorageSession session = openSession(scope, Storage::read);
            try {
                return TranslatingSpliterator.of(work.apply(UnitOfWork.forReading(session)))
                        .onClose(session::close);
            } catch (RuntimeException e) {
                session.close();
                throw e;
            }
        });
    }

    private <R> R runWithRetries(SessionContext scope, Function<UnitOfWork, R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return runOnce(scope, work);
            } catch (StorageException | ClienteleException e) {
                StorageException cause = storageCause(e);
                if (cause == null || maxAttempts == 1 || !(cause instanceof ConflictException || cause.retryable())) {
                    throw StorageExceptionTranslator.translate(e);
                } else if (attempt == maxAttempts) {
                    throw new UnavailableException(
                            "gave up after " + maxAttempts + " attempts: " + cause.getMessage(), e);
                }
                pause(attempt);
            }
        }
    }

    /** Returns what storage said: inside a transaction failures come translated already, with that as their cause. */
    private static @Nullable StorageException storageCause(RuntimeException e) {
        return e instanceof StorageException storage
                ? storage
                : e.getCause() instanceof StorageException storage ? storage : null;
    }

    private static <R> R runOnce(SessionContext scope, Function<UnitOfWork, R> work) {
        try (StorageSession session = openSession(scope, Storage::write)) {
            return runAndEnd(UnitOfWork.forWriting(session), unit -> {
                R result = work.apply(unit);
                unit.commit();
                return result;
            });
        }
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

    private void pause(int attempt) {
        long longest = FIRST_PAUSE.toNanos() << Math.min(attempt, 8);
        LockSupport.parkNanos(longest / 2 + (long) (jitter.nextDouble() * longest / 2));
    }
}
