package dev.clientele.core.interaction;

import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.EventLog.EventSelection;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/**
 * The interactions of the session's tenant. Thread-safe unless it comes from within a transaction.
 *
 * <pre>{@code
 * timeline.record(Interaction.of(Channel.CALL, Direction.OUTBOUND, when, account.id()).with(Interaction.TITLE, "Renewal"));
 * Page<Interaction> latest = timeline.forRecord(account.id()).page(20);
 * Page<Interaction> calls = timeline.forRecord(account.id(), Channel.CALL).page(20);
 * }</pre>
 *
 * <p>Who may read an interaction is decided by the access policy's rule for {@link Interaction#TYPE}, from the interaction's own
 * fields. Whether the actor may see the record that it is about is not asked: where records are private, forbid the type to
 * those who don't see all of them and read through a collection that asks, such as B2B's notes and activity of a deal.
 */
public final class Timeline {

    private final EventLog<Interaction> log;

    /** Over a log of interactions. */
    public Timeline(EventLog<Interaction> log) {
        this.log = Objects.requireNonNull(log, "log");
    }

    /** Records an interaction; false if one with the same source and external id was there already. */
    public boolean record(Interaction interaction) {
        return log.record(interaction);
    }

    /** Records interactions in one transaction; returns the keys of those that were there already. */
    public Set<String> record(Collection<Interaction> interactions) {
        return log.record(interactions);
    }

    /** Everything about a record, newest first. */
    public EventSelection<Interaction> forRecord(Id<?> record) {
        return log.forSubject(record.value());
    }

    /** Everything about a record on one channel, newest first. */
    public EventSelection<Interaction> forRecord(Id<?> record, Channel channel) {
        return forRecord(record).and(Interaction.CHANNEL.is(channel));
    }

    /** Everything, newest first. */
    public EventSelection<Interaction> all() {
        return log.all();
    }

    /** The latest interactions about a record. */
    public Page<Interaction> latest(Id<?> record, int limit) {
        return forRecord(record).page(limit);
    }
}
