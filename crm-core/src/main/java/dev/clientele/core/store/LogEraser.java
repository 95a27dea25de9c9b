package dev.clientele.core.store;

import dev.clientele.core.error.DeniedException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prunes and redacts one log for one actor, in transactions of bounded size. */
final class LogEraser {

    private static final int PRUNED = 1000;
    private static final int REDACTED = 200;

    private final SessionContext scope;
    private final String log;

    LogEraser(SessionContext scope, String log) {
        this.scope = scope;
        this.log = log;
    }

    /**
     * Removes entries that every listener to the log has been told of.
     *
     * @param where resolved and narrowed to what the actor may see
     * @param upTo the last position that may go; null for all
     */
    long prune(Criteria where, @Nullable Position upTo) {
        PushDown pushDown = PushDown.of(where.and(erasable()), scope.storage());
        long pruned = 0;
        while (true) {
            int some = scope.write(unit -> prune(unit, pushDown, earlier(upTo, lowestServed(unit))));
            pruned += some;
            if (some < PRUNED) {
                return pruned;
            }
        }
    }

    /** Returns the last position that every listener has been told of; null if there are none. */
    private @Nullable Position lowestServed(UnitOfWork unit) {
        return scope.lowestListenerPosition(unit, log).orElse(null);
    }

    private static @Nullable Position earlier(@Nullable Position one, @Nullable Position other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    private int prune(UnitOfWork unit, PushDown pushDown, @Nullable Position upTo) {
        if (pushDown.isComplete()) {
            return unit.prune(new Pruning(log, pushDown.pushed(), upTo, PRUNED));
        }
        List<String> keys = new ArrayList<>();
        LogQuery query = new LogQuery(log, null, pushDown.pushed(), SortDirection.ASCENDING);
        try (var entries = unit.session().scan(query)) {
            entries.filter(pushDown.residual()::test)
                    .filter(entry -> upTo == null || isUpTo(entry, upTo))
                    .limit(PRUNED)
                    .forEach(entry -> keys.add(entry.key()));
        }
        return keys.isEmpty() ? 0 : unit.prune(new Pruning(log, Criteria.in(LogType.KEY, keys), upTo, PRUNED));
    }

    private static boolean isUpTo(LogEntry entry, Position upTo) {
        Position position = entry.position();
        return position != null && position.compareTo(upTo) <= 0;
    }

    /**
     * Replaces the content of entries about a record.
     *
     * @param where resolved and narrowed to what the actor may see
     * @param redaction returns the new content of an entry, if it has to have another
     */
    long redact(UUID subject, Criteria where, Function<LogEntry, Optional<Redaction>> redaction) {
        PushDown pushDown = PushDown.of(where.and(erasable()), scope.storage());
        LogQuery query = new LogQuery(log, subject, pushDown.pushed(), SortDirection.ASCENDING);
        long redacted = 0;
        @Nullable Cursor next = null;
        do {
            @Nullable Cursor after = next;
            RedactedPage page = scope.write(unit -> {
                ResultPage<LogEntry> entries = unit.session().page(query, new PageRequest(after, REDACTED));
                List<Redaction> redactions = entries.items().stream()
                        .filter(pushDown.residual()::test)
                        .flatMap(entry -> redaction.apply(entry).stream())
                        .toList();
                unit.redact(log, redactions);
                return new RedactedPage(redactions.size(), entries.next());
            });
            redacted += page.redacted();
            next = page.next();
        } while (next != null);
        return redacted;
    }

    private record RedactedPage(int redacted, @Nullable Cursor next) {}

    private Criteria erasable() {
        Criteria erasable = new AccessCheck(scope, log).erasable();
        if (erasable.equals(Criteria.never())) {
            throw new DeniedException(log, "the actor may not erase from the log " + log);
        }
        return erasable;
    }
}
