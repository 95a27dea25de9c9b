package dev.clientele.core.store;

import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.store.DeliveryOutcome.Ending;
import dev.clientele.persistence.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves lanes on the caller's thread or on a listener's executor, and remembers those of which the log holds something back.
 * Thread-safe.
 */
final class LaneRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LaneRunner.class);
    private static final int MAX_UNSETTLED = 10_000;
    private static final int SETTLED_AT_ONCE = 4;
    private static final int MAX_FAILURES_OF_DATABASE = 100;
    private static final long FIRST_DELAY = Duration.ofMillis(50).toNanos();
    private static final long LONGEST_DELAY = Duration.ofSeconds(5).toNanos();

    private final DeliveryContext context;
    private final Set<Lane> unsettled = new LinkedHashSet<>();
    private final Set<Lane> scheduled = ConcurrentHashMap.newKeySet();

    LaneRunner(DeliveryContext context) {
        this.context = context;
    }

    /** Serves a lane in the way that its listener is set to. */
    void ask(Lane lane) {
        Executor executor = lane.listener().delivery().executor().orElse(null);
        if (executor != null) {
            submit(executor, lane, 0);
        } else if (lane.listener().delivery().isAfterCommit()) {
            serve(lane, DeliveryBudget.of(lane.listener().delivery(), context.time()));
        }
    }

    /** Serves a lane on this thread, or leaves word for the thread that is at it. */
    void serve(Lane lane, DeliveryBudget budget) {
        if (context.lanes().enter(lane)) {
            serveEntered(lane, budget);
        }
    }

    /** Asks again for a few of the lanes of which the log held something back. */
    void settle() {
        List<Lane> some = new ArrayList<>();
        synchronized (unsettled) {
            unsettled.stream().limit(SETTLED_AT_ONCE).forEach(some::add);
            some.forEach(unsettled::remove);
        }
        some.forEach(this::ask);
    }

    private DeliveryOutcome serveEntered(Lane lane, DeliveryBudget budget) {
        long answered = 1;
        while (true) {
            DeliveryOutcome outcome = null;
            try {
                outcome = new DeliveryTurn(context, lane, budget).run();
            } finally {
                if (outcome == null || !outcome.isAtEnd()) {
                    context.lanes().end(lane); // the next occasion begins anew; what came meanwhile waits for it too
                }
            }
            answered = outcome.isAtEnd() ? context.lanes().endIfIdle(lane, answered) : 0;
            if (answered == 0) {
                note(lane, outcome);
                return outcome;
            }
        }
    }

    private void note(Lane lane, DeliveryOutcome outcome) {
        if (outcome.ending() == Ending.FAILED || outcome.ending() == Ending.BUDGET_SPENT) {
            context.lanes().forget(lane); // it is behind for other reasons
        } else if (outcome.isUnsettled() && lane.listener().delivery().isAfterCommit()) {
            synchronized (unsettled) {
                if (unsettled.size() < MAX_UNSETTLED) {
                    unsettled.add(lane);
                }
            }
        }
    }

    private void submit(Executor executor, Lane lane, int attempt) {
        if (!context.lanes().enter(lane)) {
            return;
        }
        boolean accepted = false;
        try {
            executor.execute(() -> serveOnExecutor(executor, lane, attempt));
            accepted = true;
        } finally {
            if (!accepted) {
                context.lanes().end(lane);
            }
        }
    }

    private void serveOnExecutor(Executor executor, Lane lane, int attempt) {
        @Nullable DeliveryOutcome outcome;
        try {
            outcome = serveEntered(lane, DeliveryBudget.of(lane.listener().delivery(), context.time()));
        } catch (StorageException | ClienteleException e) {
            LOG.warn(
                    "listener {} will be served later: the database failed",
                    lane.listener().name(),
                    e);
            outcome = null;
        } catch (IllegalStateException e) {
            LOG.debug(
                    "listener {} isn't served any more: the storage is closed",
                    lane.listener().name(),
                    e);
            return;
        }
        if (outcome == null && attempt >= MAX_FAILURES_OF_DATABASE) {
            LOG.warn(
                    "listener {} waits for the next commit: the database goes on to fail",
                    lane.listener().name());
        } else if (outcome == null || outcome.isUnsettled()) {
            schedule(executor, lane, attempt + 1, Math.min(LONGEST_DELAY, FIRST_DELAY << Math.min(attempt, 16)));
        } else if (outcome.ending() == Ending.FAILED) {
            schedule(executor, lane, 0, Math.max(FIRST_DELAY, outcome.retryNanos()));
        } else if (outcome.ending() == Ending.BUDGET_SPENT) {
            submit(executor, lane, 0);
        }
    }

    private void schedule(Executor executor, Lane lane, int attempt, long delay) {
        if (scheduled.add(lane)) {
            CompletableFuture.delayedExecutor(delay, TimeUnit.NANOSECONDS, Runnable::run)
                    .execute(() -> {
                        scheduled.remove(lane);
                        submit(executor, lane, attempt);
                    });
        }
    }
}
