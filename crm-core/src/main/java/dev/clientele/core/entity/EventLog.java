package dev.clientele.core.entity;

import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All events of one type of the session's tenant: appended once, never changed. Thread-safe unless it comes from within a
 * transaction.
 *
 * @param <T> the event type
 */
public interface EventLog<T extends Event<T>> {

    /** Returns the declaration, custom fields included. */
    EventType<T> type();

    /**
     * Records events; those whose source and external id the log has already are left out.
     *
     * @return the keys that were left out
     * @throws dev.clientele.core.error.InvalidException if an event breaks rules; nothing is recorded then
     * @throws dev.clientele.core.error.DeniedException if the policy forbids it
     */
    Set<String> record(Collection<T> events);

    /** Records one event; false if the log had it already. */
    default boolean record(T event) {
        return record(List.of(event)).isEmpty();
    }

    /** Returns the events about a record, newest first. */
    EventSelection<T> forSubject(UUID subject);

    /**
     * Returns the events about any of several records, each once, newest first: such as those about all identities of one record. A
     * question to the database for each of them; figures are computed from the events, one by one.
     *
     * @param subjects one or more; page tokens hold as long as the first stays the same
     */
    EventSelection<T> forSubjects(Collection<UUID> subjects);

    /** Returns all events, newest first. */
    EventSelection<T> all();

    /**
     * Reads, as {@code ChangeFeed.after} does, the next events that the actor may see, in the order in which they were recorded; none
     * only if nothing is left.
     */
    List<T> after(Position after, int limit);

    /**
     * Removes events for good, such as page views of last year. An event that is recorded again under the key of a removed one is
     * left out as before, and readers that go on from a position pass over what is gone.
     *
     * <p>They go by the thousand, oldest first, each thousand in a transaction of its own, unless this is part of one. The actor
     * needs the {@linkplain dev.clientele.core.access.AccessPolicy#erasable right to erase} from this log, and to see what goes.
     *
     * @param where which of them, such as {@code Interaction.TYPE.occurredBefore(lastYear)}
     * @param upTo the last position that may go, for who follows the log from a place it remembers; null if nobody does
     * @return the number of events removed
     * @throws dev.clientele.core.error.DeniedException if the actor may erase none
     */
    long prune(Criteria where, @Nullable Position upTo);

    /**
     * Changes what events say, for requests for erasure: key, subjects, time and position stay. In transactions of a few hundred,
     * unless this is part of one, and with the same right as {@link #prune}.
     *
     * @param subject the record that they are about
     * @param where which of them
     * @param redaction given an event, returns it with other or fewer values, or as it is; pure
     * @return the number of events changed
     * @throws dev.clientele.core.error.InvalidException if one comes back without a value that it has to have; those of the
     *     transactions before stay changed
     * @throws dev.clientele.core.error.DeniedException if the actor may erase none
     */
    long redact(UUID subject, Criteria where, UnaryOperator<T> redaction);

    /** Events that meet a criteria, not read yet; otherwise as {@link Selection}. */
    interface EventSelection<T extends Event<T>> {

        /** Returns the selection of only those that also meet this. */
        EventSelection<T> and(Criteria more);

        /** Returns the same, oldest first. */
        EventSelection<T> oldestFirst();

        /** Returns the first events. */
        Page<T> page(int limit);

        /** Returns the events after a page; see {@link Selection#page(int, String)}. */
        Page<T> page(int limit, String next);

        /** Returns all events in constant memory. Has to be closed. */
        Stream<T> stream();

        /** Counts them. */
        long count();

        /** Computes figures by group, as {@link Selection#aggregate}. */
        List<Group> aggregate(List<? extends Field<T, ?>> groupBy, List<Measure> measures);

        /**
         * Computes figures over the events about each of many records by itself, with few questions to the database.
         *
         * @return the groups of each record that has any such events
         * @throws IllegalStateException if the selection is of the events about certain records
         */
        Map<UUID, List<Group>> aggregateBySubject(
                Collection<UUID> subjects, List<? extends Field<T, ?>> groupBy, List<Measure> measures);
    }
}
