package dev.clientele.core.change;

import dev.clientele.persistence.Position;
import java.util.List;
import java.util.UUID;

/**
 * The log of changes, to be followed by position or read for one record. Thread-safe unless it comes from within a
 * transaction.
 *
 * <p>An actor sees the changes of the records that it may see as they are now, or as they were when they were removed; it
 * sees all of those, also from times when the record was another's.
 */
public interface ChangeFeed {

    /**
     * Reads the next changes after a position, oldest first; none only if nothing is left. Going on from the last position that
     * was given, a reader sees every change exactly once, also of transactions that commit late.
     *
     * @param after {@link Position#START} to begin
     * @param limit 1 to 10,000
     */
    List<Change> after(Position after, int limit);

    /**
     * Reads all changes of one record, oldest first: its field history. Those of the current transaction included, without
     * positions.
     */
    List<Change> historyOf(UUID record);

    /** Reads the changes of one record after a version of it, without those before; otherwise as {@link #historyOf(UUID)}. */
    List<Change> historyOf(UUID record, long afterVersion);
}
