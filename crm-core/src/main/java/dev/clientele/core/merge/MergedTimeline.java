package dev.clientele.core.merge;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The interactions about a record and about all that were merged into it, newest first, each once.
 *
 * <p>It is a view over the timelines of all {@linkplain MergedIds#identities identities} of the record at the time of reading;
 * nothing is stored a second time. Immutable; thread-safe unless its session comes from within a transaction.
 */
public final class MergedTimeline {

    private static final int PAGE = 500;

    private final CrmSession session;
    private final Id<?> record;
    private final Criteria criteria;

    private MergedTimeline(CrmSession session, Id<?> record, Criteria criteria) {
        this.session = session;
        this.record = record;
        this.criteria = criteria;
    }

    /** Everything about a record. */
    public static MergedTimeline of(CrmSession session, Id<?> record) {
        return new MergedTimeline(session, Objects.requireNonNull(record, "record"), Criteria.always());
    }

    /** Only what happened on this channel. */
    public MergedTimeline onChannel(Channel channel) {
        return where(Interaction.CHANNEL.is(channel));
    }

    /** Only what also meets this. */
    public MergedTimeline where(Criteria more) {
        return new MergedTimeline(session, record, criteria.and(more));
    }

    /**
     * The latest.
     *
     * @param limit 1 to 10,000
     */
    public Page<Interaction> page(int limit) {
        return after(limit, null);
    }

    /**
     * What comes after a page.
     *
     * @param limit 1 to 10,000
     * @param next the token of the page before
     * @throws IllegalArgumentException if the token is damaged
     */
    public Page<Interaction> page(int limit, String next) {
        return after(limit, TimelinePlace.parse(next));
    }

    /** Everything, page by page: in constant memory, but not of one state if others record meanwhile. */
    public Stream<Interaction> stream() {
        return Stream.iterate(
                        Optional.of(page(PAGE)),
                        Optional::isPresent,
                        page -> page.flatMap(last -> last.next().map(next -> page(PAGE, next))))
                .flatMap(page -> page.stream().flatMap(some -> some.items().stream()));
    }

    /** How many. Of a record into which others were merged they are read to be counted. */
    public long count() {
        if (identities().size() == 1) {
            return session.timeline().forRecord(record).and(criteria).count();
        }
        try (Stream<Interaction> all = stream()) {
            return all.count();
        }
    }

    private Page<Interaction> after(int limit, @Nullable TimelinePlace after) {
        List<Interaction> found = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        boolean more = false;
        Criteria wanted = after == null ? criteria : criteria.and(after.beyond());
        for (UUID identity : identities()) {
            Page<Interaction> some =
                    session.timeline().forRecord(Id.of(identity)).and(wanted).page(limit);
            some.items().stream()
                    .filter(interaction -> keys.add(interaction.key()))
                    .forEach(found::add);
            more |= some.next().isPresent();
        }
        found.sort(TimelinePlace.NEWEST_FIRST);
        List<Interaction> shown = found.subList(0, Math.min(limit, found.size()));
        boolean follows = more || found.size() > limit;
        return new Page<>(
                shown,
                follows
                        ? Optional.of(
                                TimelinePlace.of(shown.get(shown.size() - 1)).toString())
                        : Optional.empty());
    }

    private Set<UUID> identities() {
        return new MergedIds(session).identities(record);
    }
}
