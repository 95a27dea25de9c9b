package dev.clientele.core.change;

import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /**
     * Reads all changes of some fields of many records, with few questions to the database: each change as {@link #historyOf} gives
     * it, but without other fields, so that it may have none.
     *
     * @param fields names of fields
     * @return the changes of each record that has any, oldest first
     */
    Map<UUID, List<Change>> historiesOf(Collection<UUID> records, Set<String> fields);

    /**
     * Removes changes for good, such as those of scores or of a time that nobody has to account for any more. A change that a
     * listener of this {@code Crm} hasn't been served yet stays. Histories that miss changes {@linkplain ChangeHistory#isComplete say
     * so}.
     *
     * <p>They go by the thousand, oldest first, each thousand in a transaction of its own, unless this is part of one. The actor
     * needs the {@linkplain dev.clientele.core.access.AccessPolicy#erasable right to erase} from the log {@code change}.
     *
     * @param where which of them, such as {@code Change.madeBefore(lastYear).and(Change.ofType("deal"))}
     * @param upTo the last position that may go, for who follows the log from a place it remembers itself; null if nobody does
     * @return the number of changes removed
     * @throws dev.clientele.core.error.DeniedException if the actor may erase none
     */
    long prune(Criteria where, @Nullable Position upTo);

    /**
     * Takes the values away that changes of a record hold of some fields, before and after: that the field changed, when and by whom,
     * stays. For requests for erasure; the record itself is another matter, and goes first. In transactions as {@link #prune}, with
     * the same right.
     *
     * @param record the record's id; it needn't be there still
     * @param fields names of fields, such as those that hold personal data
     * @return the number of changes of which values were taken away
     * @throws dev.clientele.core.error.DeniedException if the actor may erase none
     */
    long redact(UUID record, Set<String> fields);
}
