package dev.clientele.core.interaction;

import com.google.common.collect.Iterators;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.EventLog.EventSelection;
import dev.clientele.core.entity.Page;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A log whose events stand on a timeline as interactions.
 *
 * @param channel the channel on which all its events took place; null for the log of interactions, of which each says so itself
 * @param view shows an event as an interaction
 * @param criteria on the fields of interactions
 */
record TimelineLog<T extends Event<T>>(
        EventLog<T> log, @Nullable Channel channel, Function<? super T, Interaction> view, Criteria criteria) {

    /** An interaction and its place among those of all logs. */
    record Entry(TimelinePlace place, Interaction interaction) {}

    static TimelineLog<Interaction> of(EventLog<Interaction> interactions) {
        return new TimelineLog<>(interactions, null, interaction -> interaction, Criteria.always());
    }

    /** Returns only the events that also meet a criteria. */
    TimelineLog<T> where(Criteria more) {
        return new TimelineLog<>(log, channel, view, criteria.and(more));
    }

    /** Returns only the events on a channel; nothing if there are none. */
    Stream<TimelineLog<T>> onChannel(Channel wanted) {
        if (channel == null) {
            return Stream.of(where(Interaction.CHANNEL.is(wanted)));
        }
        return channel.equals(wanted) ? Stream.of(this) : Stream.empty();
    }

    /** Returns whether the database can tell which events are wanted: of others than interactions their views do. */
    boolean isPushedDown() {
        return channel == null || criteria.equals(Criteria.always());
    }

    /** Counts the events about a record, if {@link #isPushedDown}. */
    long count(UUID subject) {
        return events(subject).count();
    }

    /** Reads the wanted events about a record, newest first, page by page as they are asked for. */
    Iterator<Entry> read(UUID subject, @Nullable TimelinePlace after, int pageSize, Instant now) {
        EventSelection<T> events = events(subject);
        Iterator<Entry> entries = Iterators.transform(
                pages(after == null ? events : events.and(after.eventsAfter(name())), pageSize), this::entry);
        return isPushedDown()
                ? entries
                : Iterators.filter(entries, entry -> entry.interaction().matches(criteria, now));
    }

    private EventSelection<T> events(UUID subject) {
        EventSelection<T> all = log.forSubject(subject);
        return isPushedDown() ? all.and(criteria) : all;
    }

    private Entry entry(T event) {
        return new Entry(new TimelinePlace(event.occurredAt(), event.key(), name()), view.apply(event));
    }

    private String name() {
        return log.type().name();
    }

    private static <T extends Event<T>> Iterator<T> pages(EventSelection<T> events, int size) {
        return Stream.iterate(
                        Optional.of(events.page(size)),
                        Optional::isPresent,
                        page -> page.flatMap(Page::next).map(next -> events.page(size, next)))
                .flatMap(page -> page.stream().flatMap(some -> some.items().stream()))
                .iterator();
    }
}
