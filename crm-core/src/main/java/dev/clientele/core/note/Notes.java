package dev.clientele.core.note;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.interaction.MergedTimeline;
import dev.clientele.core.merge.MergedIds;
import java.util.Objects;

/**
 * The notes about the records of the session's tenant: interactions of {@link Channel#NOTE} on the record's timeline, and so never
 * changed. Thread-safe unless the session is that of a transaction.
 *
 * <p>A note is seen by those who may see the record that it is about, as far as the access policy lets them see interactions;
 * of a record that the actor may not see there are no notes and none can be added. A note about a deal isn't one about its
 * account: whoever sees the account doesn't see it there.
 */
public final class Notes {

    private final CrmSession session;

    /** Opens the notes of a session. */
    public Notes(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /**
     * Adds a note about a stored record, as {@link #add(EntityType, Id, String)}.
     *
     * @throws IllegalStateException if the record is new
     */
    public <T extends Entity<T>> void add(T about, String text) {
        add(about.entityType(), about.id(), text);
    }

    /**
     * Adds a note about a record, dated now by the session's clock.
     *
     * @param text up to 100,000 code points
     * @throws dev.clientele.core.error.NotFoundException if the record isn't there, or the actor may not see it
     * @throws dev.clientele.core.error.DeniedException if the actor may not record interactions
     */
    public <T extends Entity<T>> void add(EntityType<T> type, Id<T> about, String text) {
        session.runInTransaction(tx -> {
            tx.repository(type).get(about);
            tx.timeline()
                    .record(Interaction.of(Channel.NOTE, Direction.INTERNAL, tx.now(), about)
                            .with(Interaction.CONTENT, text));
        });
    }

    /**
     * Finds the notes about a stored record, as {@link #find(EntityType, Id)}.
     *
     * @throws IllegalStateException if the record is new
     */
    public <T extends Entity<T>> MergedTimeline find(T about) {
        return find(about.entityType(), about.id());
    }

    /**
     * Finds the notes about a record and those about all that were merged into it, newest first.
     *
     * @throws dev.clientele.core.error.NotFoundException if the record isn't there, or the actor may not see it
     */
    public <T extends Entity<T>> MergedTimeline find(EntityType<T> type, Id<T> about) {
        session.repository(type).get(about);
        return new MergedIds(session).timeline(about).onChannel(Channel.NOTE);
    }
}
