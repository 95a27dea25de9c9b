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
 * <p>Every conflict is a reason to run a transaction of our own again, since it reads anew what it decides on. What the
 * caller decided on an older state is found out by that: its version is compared with what is read.
 */
public final class Transactions {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);

    private final int attempts;
    private final Random jitter;
    private final Consumer<Scope> afterCommit;

    /**
     * Tries each transaction at most this often.
     *
     * @param jitter spreads the pauses, so that colliding writers don't meet again
     * @param afterCommit called after each commit of a transaction of our own; must not throw
     */
    public Transactions(int attempts, Random jitter, Consumer<Scope> afterCommit) {
        this.attempts = attempts;
        this.jitter = jitter;
        this.afterCommit = afterCommit;
    }

    <R> R read(Scope scope, Function<Unit, R> work) {
        Unit open = scope.open();
        if (open != null) {
            return Failures.translated(() -> work.apply(open));
        }
        return Failures.translated(() -> {
            try (StorageSession session = begin(scope, Storage::read)) {
                return ended(Unit.reading(session), work);
            }
        });
    }

    /** As {@link #read}, for work that asks its session only once. */
    <R> R ask(Scope scope, Function<Unit, R> work) {
        Unit open = scope.open();
        if (open != null) {
            return Failures.translated(() -> work.apply(open));
        }
        return Failures.translated(() -> {
            try (StorageSession session = begin(scope, Storage::ask)) {
                return ended(Unit.reading(session), work);
            }
        });
    }

    <R> R write(Scope scope, Function<Unit, R> work) {
        Unit open = scope.open();
        if (open != null) {
            return Failures.translated(() -> work.apply(open));
        }
        if (scope.host() != null) {
            return Failures.translated(() -> once(scope, work));
        }
        R result = retried(scope, work);
        afterCommit.accept(scope);
        return result;
    }

    <R> Stream<R> stream(Scope scope, Function<Unit, Stream<R>> work) {
        Unit open = scope.open();
        if (open != null) {
            return Failures.translated(() -> TranslatedRows.of(work.apply(open)));
        }
        return Failures.translated(() -> {
            StorageSession session = begin(scope, Storage::read);
            try {
                return TranslatedRows.of(work.apply(Unit.reading(session))).onClose(session::close);
            } catch (RuntimeException e) {
                session.close();
                throw e;
            }
        });
    }

    private <R> R retried(Scope scope, Function<Unit, R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(scope, work);
            } catch (StorageException | ClienteleException e) {
                StorageException cause = cause(e);
                if (cause == null || attempts == 1 || !(cause instanceof ConflictException || cause.retryable())) {
                    throw Failures.of(e);
                } else if (attempt == attempts) {
                    throw new UnavailableException("gave up after " + attempts + " attempts: " + cause.getMessage(), e);
                }
                pause(attempt);
            }
        }
    }

    /** Inside a transaction failures come translated already; what storage said is their cause. */
    private static @Nullable StorageException cause(RuntimeException e) {
        return e instanceof StorageException storage
                ? storage
                : e.getCause() instanceof StorageException storage ? storage : null;
    }

    private static <R> R once(Scope scope, Function<Unit, R> work) {
        try (StorageSession session = begin(scope, Storage::write)) {
            return ended(Unit.writing(session), unit -> {
                R result = work.apply(unit);
                unit.commit();
                return result;
            });
        }
    }

    private static <R> R ended(Unit unit, Function<Unit, R> work) {
        try {
            return work.apply(unit);
        } finally {
            unit.end();
        }
    }

    private static StorageSession begin(Scope scope, BiFunction<Storage, TenantId, StorageSession> own) {
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
