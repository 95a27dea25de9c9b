package dev.clientele.core.store;

import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.UnavailableException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in transactions: opens and closes sessions, translates failures, and runs colliding transactions again, a bounded
 * number of times with growing, jittered pauses.
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
     * @param afterCommit called after each commit of a transaction of our own
     */
    public Transactions(int attempts, Random jitter, Consumer<Scope> afterCommit) {
        this.attempts = attempts;
        this.jitter = jitter;
        this.afterCommit = afterCommit;
    }

    <R> R read(Scope scope, Function<Unit, R> work) {
        Unit open = scope.open();
        if (open != null) {
            return translated(() -> judged(open, work));
        }
        return translated(() -> {
            try (StorageSession session = begin(scope, false)) {
                return work.apply(new Unit(session));
            }
        });
    }

    <R> R write(Scope scope, Function<Unit, R> work) {
        Unit open = scope.open();
        if (open != null) {
            return translated(() -> judged(open, work));
        }
        if (scope.host() != null) {
            return translated(() -> once(scope, work));
        }
        R result = retried(scope, work);
        afterCommit.accept(scope);
        return result;
    }

    <R> Stream<R> stream(Scope scope, Function<Unit, Stream<R>> work) {
        Unit open = scope.open();
        if (open != null) {
            return translated(() -> judged(open, work));
        }
        return translated(() -> {
            StorageSession session = begin(scope, false);
            try {
                Stream<R> stream = work.apply(new Unit(session));
                return stream.onClose(session::close);
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
                if (cause == null || !cause.retryable()) {
                    throw e instanceof StorageException storage ? Failures.of(storage) : e;
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
        try (StorageSession session = begin(scope, true)) {
            Unit unit = new Unit(session);
            try {
                R result = work.apply(unit);
                session.commit();
                return result;
            } catch (ConflictException e) {
                throw unit.judge(e);
            }
        }
    }

    private static StorageSession begin(Scope scope, boolean write) {
        HostTransaction host = scope.host();
        if (host != null) {
            return scope.storage().join(scope.tenant(), host);
        }
        return write ? scope.storage().write(scope.tenant()) : scope.storage().read(scope.tenant());
    }

    private void pause(int attempt) {
        long longest = FIRST_PAUSE.toNanos() << Math.min(attempt, 8);
        LockSupport.parkNanos(longest / 2 + (long) (jitter.nextDouble() * longest / 2));
    }

    private static <R> R judged(Unit unit, Function<Unit, R> work) {
        try {
            return work.apply(unit);
        } catch (ConflictException e) {
            throw unit.judge(e);
        }
    }

    private interface Work<R> {
        R run();
    }

    private static <R> R translated(Work<R> work) {
        try {
            return work.run();
        } catch (StorageException e) {
            throw Failures.of(e);
        }
    }
}
