package dev.clientele.core.store;

import com.google.common.collect.Iterables;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Follows a log past entries that the actor may not see, so that an empty answer means that nothing is left. */
final class LogFollower {

    private LogFollower() {}

    /**
     * Reads at most {@code limit} visible values after a position.
     *
     * @param follow the next entries after a position
     * @param visible what the actor may see of them, in the same order
     */
    static <R> List<R> readVisible(
            Position after,
            int limit,
            Function<Position, List<LogEntry>> follow,
            Function<List<LogEntry>, List<R>> visible) {
        List<R> found = new ArrayList<>();
        Position from = after;
        while (true) {
            List<LogEntry> entries = follow.apply(from);
            List<R> some = visible.apply(entries);
            Iterables.addAll(found, Iterables.limit(some, limit - found.size()));
            if (entries.isEmpty() || some.size() == entries.size() || found.size() == limit) {
                return List.copyOf(found);
            }
            from = Objects.requireNonNull(entries.get(entries.size() - 1).position());
        }
    }
}
