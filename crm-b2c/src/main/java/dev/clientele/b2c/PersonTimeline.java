package dev.clientele.b2c;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.EventLog.EventSelection;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened between us and one person, newest first: the interactions, and the purchases and refunds shown as
 * interactions on {@link Channel#PURCHASE}.
 *
 * <p>It is a view over two logs; purchases aren't stored a second time. Immutable; thread-safe unless its session comes from
 * within a transaction.
 */
public final class PersonTimeline {

    private final CrmSession session;
    private final Id<Person> person;
    private final @Nullable Channel channel;

    PersonTimeline(CrmSession session, Id<Person> person) {
        this(session, person, null);
    }

    private PersonTimeline(CrmSession session, Id<Person> person, @Nullable Channel channel) {
        this.session = session;
        this.person = Objects.requireNonNull(person, "person");
        this.channel = channel;
    }

    /** Returns the timeline of one channel. */
    public PersonTimeline on(Channel only) {
        return new PersonTimeline(session, person, Objects.requireNonNull(only, "only"));
    }

    /** Returns the latest events. */
    public Page<Interaction> page(int limit) {
        return after(limit, null);
    }

    /**
     * Returns the page that follows another.
     *
     * @param limit 1 to 10,000
     * @param next the token of the page before
     * @throws IllegalArgumentException if the token is damaged
     */
    public Page<Interaction> page(int limit, String next) {
        return after(limit, TimelineCursor.parse(next));
    }

    /** Returns the number of all events. */
    public long count() {
        return interactions().count() + (withPurchases() ? purchases().count() : 0);
    }

    private Page<Interaction> after(int limit, @Nullable TimelineCursor after) {
        List<TimelineCursor> both = new ArrayList<>();
        boolean more = false;
        EventSelection<Interaction> interactions = interactions();
        Page<Interaction> some = (after == null
                        ? interactions
                        : interactions.and(after.eventsAfter(TimelineCursor.INTERACTION)))
                .page(limit);
        some.items().forEach(interaction -> both.add(TimelineCursor.of(interaction)));
        more |= some.next().isPresent();
        if (withPurchases()) {
            EventSelection<Purchase> purchases = purchases();
            Page<Purchase> bought =
                    (after == null ? purchases : purchases.and(after.eventsAfter(TimelineCursor.PURCHASE))).page(limit);
            bought.items().forEach(purchase -> both.add(TimelineCursor.of(purchase)));
            more |= bought.next().isPresent();
        }
        both.sort(TimelineCursor.NEWEST_FIRST);
        List<TimelineCursor> shown = both.subList(0, Math.min(limit, both.size()));
        boolean follows = more || both.size() > limit;
        Optional<String> next =
                follows ? Optional.of(shown.get(shown.size() - 1).toString()) : Optional.empty();
        return new Page<>(shown.stream().map(TimelineCursor::toInteraction).toList(), next);
    }

    private boolean withPurchases() {
        return channel == null || channel.equals(Channel.PURCHASE);
    }

    private EventSelection<Interaction> interactions() {
        return channel == null
                ? session.timeline().forRecord(person)
                : session.timeline().forRecord(person, channel);
    }

    private EventSelection<Purchase> purchases() {
        return session.eventLog(Purchase.TYPE).forSubject(person.value());
    }
}
