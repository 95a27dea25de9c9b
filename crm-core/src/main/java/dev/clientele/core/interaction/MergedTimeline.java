package dev.clientele.core.interaction;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import com.google.common.collect.Streams;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.Page;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.interaction.TimelineLog.Entry;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of one record over several logs and over all ids that the record has had, newest first, each event once.
 *
 * <p>It is a view at the time of reading; nothing is stored a second time. Events of other logs than that of interactions, such as
 * purchases, are shown as interactions. Immutable; thread-safe unless its logs come from within a transaction.
 */
public final class MergedTimeline {

    private static final int PAGE_SIZE = 500;

    private final List<TimelineLog<?>> logs;
    private final Supplier<Set<UUID>> identities;
    private final InstantSource clock;

    private MergedTimeline(List<TimelineLog<?>> logs, Supplier<Set<UUID>> identities, InstantSource clock) {
        this.logs = logs;
        this.identities = identities;
        this.clock = clock;
    }

    /**
     * Returns the timeline of a record.
     *
     * @param interactions the log of interactions
     * @param identities the ids under which the record has been known, at the time of reading
     * @param clock settles times relative to now in criteria
     */
    public static MergedTimeline of(
            EventLog<Interaction> interactions, Supplier<Set<UUID>> identities, InstantSource clock) {
        return new MergedTimeline(
                ImmutableList.of(TimelineLog.of(interactions)),
                Objects.requireNonNull(identities, "identities"),
                Objects.requireNonNull(clock, "clock"));
    }

    /**
     * Returns this timeline with the events of another log, shown as interactions on one channel.
     *
     * @param view shows an event as an interaction on the channel, of the same time and key; a pure function
     */
    public <T extends Event<T>> MergedTimeline with(
            EventLog<T> log, Channel channel, Function<? super T, Interaction> view) {
        TimelineLog<T> added =
                new TimelineLog<>(log, Objects.requireNonNull(channel, "channel"), view, Criteria.always());
        return over(Stream.concat(logs.stream(), Stream.of(added)));
    }

    /** Returns only what happened on a channel. */
    public MergedTimeline onChannel(Channel channel) {
        return over(logs.stream().flatMap(log -> log.onChannel(channel)));
    }

    /** Returns only what also meets a criteria on the fields of {@link Interaction}. */
    public MergedTimeline where(Criteria more) {
        return over(logs.stream().map(log -> log.where(more)));
    }

    private MergedTimeline over(Stream<? extends TimelineLog<?>> other) {
        return new MergedTimeline(other.collect(ImmutableList.toImmutableList()), identities, clock);
    }

    /**
     * Reads the latest interactions.
     *
     * @param limit 1 to 10,000
     */
    public Page<Interaction> page(int limit) {
        return read(limit, null);
    }

    /**
     * Reads the interactions after a page.
     *
     * @param limit 1 to 10,000
     * @param next the token of the page before
     * @throws InvalidValueException if the token is damaged
     */
    public Page<Interaction> page(int limit, String next) {
        return read(limit, TimelinePlace.parse(next));
    }

    /** Reads all interactions page by page: in constant memory, but not of one state if others record meanwhile. */
    public Stream<Interaction> stream() {
        return Streams.stream(entries(null, PAGE_SIZE)).map(Entry::interaction);
    }

    /** Counts the interactions. Where the database alone can't tell which of them are the same or are wanted, they are read. */
    public long count() {
        Set<UUID> ids = identities.get();
        if (ids.size() == 1 && logs.stream().allMatch(TimelineLog::isPushedDown)) {
            UUID id = ids.iterator().next();
            return logs.stream().mapToLong(log -> log.count(id)).sum();
        }
        return Iterators.size(entries(null, PAGE_SIZE));
    }

    private Page<Interaction> read(int limit, @Nullable TimelinePlace after) {
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw InvalidValueException.outOfRange("limit", 1, PageRequest.MAX_LIMIT, limit);
        }
        int ahead = Math.min(limit + 2, PageRequest.MAX_LIMIT); // so that what follows is known without another read
        Iterator<Entry> entries = entries(after, ahead);
        List<Entry> shown = new ArrayList<>();
        Iterators.addAll(shown, Iterators.limit(entries, limit));
        Optional<String> next = entries.hasNext()
                ? Optional.of(shown.get(shown.size() - 1).place().toString())
                : Optional.empty();
        return new Page<>(shown.stream().map(Entry::interaction).toList(), next);
    }

    private Iterator<Entry> entries(@Nullable TimelinePlace after, int pageSize) {
        List<Iterator<Entry>> sources = new ArrayList<>();
        for (UUID identity : identities.get()) {
            for (TimelineLog<?> log : logs) {
                sources.add(log.read(identity, after, pageSize, clock.instant()));
            }
        }
        return once(Iterators.mergeSorted(sources, Comparator.comparing(Entry::place)));
    }

    /** An event about several identities comes from each of them, one right after the other. */
    private static Iterator<Entry> once(Iterator<Entry> entries) {
        return new AbstractIterator<>() {
            private @Nullable TimelinePlace last;

            @Override
            protected @Nullable Entry computeNext() {
                while (entries.hasNext()) {
                    Entry entry = entries.next();
                    if (!entry.place().equals(last)) {
                        last = entry.place();
                        return entry;
                    }
                }
                return endOfData();
            }
        };
    }
}
