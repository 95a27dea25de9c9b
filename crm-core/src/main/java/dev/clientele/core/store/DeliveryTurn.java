package dev.clientele.core.store;

import dev.clientele.core.store.DeliveryOutcome.Ending;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn of a lane: takes the lease, tells the listener entry by entry from where it is, and stores how far it got. Used by
 * the one thread that serves the lane.
 */
final class DeliveryTurn {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryTurn.class);
    private static final int BATCH_SIZE = 200;

    private final DeliveryContext context;
    private final Lane lane;
    private final DeliveryBudget budget;

    DeliveryTurn(DeliveryContext context, Lane lane, DeliveryBudget budget) {
        this.context = context;
        this.lane = lane;
        this.budget = budget;
    }

    /** Delivers until the end of the log, of the budget, or of what the listener bears. */
    DeliveryOutcome run() {
        long pause = budget.heedsPauses() ? context.backOff().pauseLeft(lane) : 0;
        if (pause > 0) {
            return new DeliveryOutcome(Ending.FAILED, pause);
        }
        while (true) {
            ListenerPositions.Pending pending = context.positions().read(lane, BATCH_SIZE);
            ListenerPosition position = pending.position();
            if (pending.entries().isEmpty()) {
                return release(position) ? atEnd(position.position()) : DeliveryOutcome.of(Ending.LEASED);
            } else if (position.isLeasedToOther(
                    context.process(), context.clock().instant())) {
                return DeliveryOutcome.of(Ending.LEASED);
            } else if (!budget.allowsMore()) {
                return DeliveryOutcome.of(release(position) ? Ending.BUDGET_SPENT : Ending.LEASED);
            }
            ListenerPosition leased = position.isLeasedTo(context.process())
                    ? position
                    : store(position.leased(context.process(), leaseEnd()));
            DeliveryOutcome outcome = leased == null ? null : deliver(leased, pending.entries());
            if (outcome != null) {
                return outcome;
            }
        }
    }

    private Instant leaseEnd() {
        return context.clock().instant().plus(lane.listener().delivery().lease());
    }

    private @Nullable ListenerPosition store(ListenerPosition next) {
        return context.positions().store(lane.tenant(), next);
    }

    /** Gives the lease back, if this process has it; false if somebody else has taken it. */
    private boolean release(ListenerPosition position) {
        return !position.isLeasedTo(context.process()) || store(position.released()) != null;
    }

    /** Returns how it has ended; null if there may be more. */
    private @Nullable DeliveryOutcome deliver(ListenerPosition leased, List<LogEntry> entries) {
        ListenerPosition current = leased;
        for (LogEntry entry : entries) {
            if (!budget.allowsMore()) {
                return stop(current, Ending.BUDGET_SPENT);
            }
            ListenerPosition renewed = renew(current);
            if (renewed == null) {
                return DeliveryOutcome.of(Ending.LEASED);
            }
            Throwable failure = tell(entry);
            ListenerPosition next = renewed.at(Objects.requireNonNull(entry.position()));
            if (failure != null) {
                int attempts = context.backOff().fail(lane, entry.key());
                if (attempts < lane.listener().delivery().maxAttempts()) {
                    return stop(renewed, Ending.FAILED);
                }
                ListenerPosition parked = park(renewed.position(), next, entry, failure, attempts);
                if (parked == null) {
                    return DeliveryOutcome.of(Ending.LEASED);
                }
                next = parked;
            }
            context.backOff().succeed(lane);
            context.lanes().reach(lane, entry.key());
            current = next;
        }
        boolean last = entries.size() < BATCH_SIZE;
        ListenerPosition stored = store(last ? current.released() : current.leased(context.process(), leaseEnd()));
        return stored == null ? DeliveryOutcome.of(Ending.LEASED) : null;
    }

    private DeliveryOutcome stop(ListenerPosition reached, Ending ending) {
        return store(reached.released()) == null
                ? DeliveryOutcome.of(Ending.LEASED)
                : new DeliveryOutcome(ending, context.backOff().pauseLeft(lane));
    }

    /** Renews the lease when half of it is gone; null if somebody else has taken it. */
    private @Nullable ListenerPosition renew(ListenerPosition current) {
        Instant due = Objects.requireNonNull(current.until())
                .minus(lane.listener().delivery().lease().dividedBy(2));
        return context.clock().instant().isBefore(due) ? current : store(current.leased(context.process(), leaseEnd()));
    }

    private @Nullable ListenerPosition park(
            Position after, ListenerPosition next, LogEntry entry, Throwable failure, int attempts) {
        ListenerPosition stored = context.positions()
                .store(
                        lane.tenant(),
                        next,
                        ParkedEntries.park(
                                context.ids().next(),
                                lane,
                                entry,
                                after,
                                failure,
                                attempts,
                                context.clock().instant()));
        if (stored != null) {
            context.counters().parked.increment();
            LOG.warn(
                    "listener {} has failed on the entry {} of {} {} times; it is parked",
                    lane.listener().name(),
                    entry.key(),
                    lane.log(),
                    attempts);
        }
        return stored;
    }

    /** Tells the listener of an entry, whatever it throws. */
    @Nullable
    Throwable tell(LogEntry entry) {
        budget.spend();
        try {
            lane.listener().receive(lane.tenant(), entry);
            context.counters().delivered.increment();
            return null;
        } catch (Throwable e) {
            context.counters().deliveryFailures.increment();
            LOG.warn("listener {} failed on the entry {} of {}", lane.listener().name(), entry.key(), lane.log(), e);
            return e;
        }
    }

    /** Looks whether the log holds back entries that this process has committed. */
    private DeliveryOutcome atEnd(Position reached) {
        Set<String> awaited = context.lanes().awaited(lane);
        Criteria which = Criteria.anyOf(
                awaited.stream().map(key -> Criteria.equal(LogType.KEY, key)).toList());
        if (awaited.isEmpty() || !PushDown.of(which, context.storage()).isComplete()) {
            context.lanes().forget(lane);
            return DeliveryOutcome.of(Ending.SERVED);
        }
        boolean heldBack = false;
        try (StorageSession session = context.storage().read(lane.tenant())) {
            List<LogEntry> found = session.page(LogQuery.all(lane.log()).and(which), PageRequest.first(awaited.size()))
                    .items();
            for (String key : awaited) {
                boolean after = found.stream()
                        .anyMatch(entry -> entry.key().equals(key)
                                && Objects.requireNonNull(entry.position()).compareTo(reached) > 0);
                if (!after) {
                    context.lanes().reach(lane, key);
                }
                heldBack |= after;
            }
        }
        return DeliveryOutcome.of(heldBack ? Ending.HELD_BACK : Ending.SERVED);
    }
}
