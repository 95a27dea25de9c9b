package dev.clientele.b2b.activity;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.merge.MergedTimeline;
import java.util.Objects;

/**
 * The notes that people take about records: interactions of {@link Channel#NOTE} on the record's timeline, and so never
 * changed. Thread-safe unless the session is that of a transaction.
 *
 * <p>A note is seen by those who may see the record that it is about, as far as the access policy lets them see interactions;
 * of a record that the actor may not see there are no notes and none can be taken. A note about a deal isn't one about its
 * account: whoever sees the account doesn't see it there.
 */
public final class Notes {

    private final CrmSession session;

    /** Those of a session. */
    public Notes(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Takes a note about an account. */
    public void add(Account account, String text) {
        add(Account.TYPE, account.id(), text);
    }

    /** Takes a note about a contact. */
    public void add(Contact contact, String text) {
        add(Contact.TYPE, contact.id(), text);
    }

    /** Takes a note about a deal. */
    public void add(Opportunity deal, String text) {
        add(Opportunity.TYPE, deal.id(), text);
    }

    /** Takes a note about a lead. */
    public void add(Lead lead, String text) {
        add(Lead.TYPE, lead.id(), text);
    }

    /**
     * Takes a note about any record, dated now by the session's clock.
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

    /** The notes about an account and those that were merged into it, newest first. */
    public MergedTimeline find(Account account) {
        return find(Account.TYPE, account.id());
    }

    /** The notes about a contact and those that were merged into it, newest first. */
    public MergedTimeline find(Contact contact) {
        return find(Contact.TYPE, contact.id());
    }

    /** The notes about a deal, newest first. */
    public MergedTimeline find(Opportunity deal) {
        return find(Opportunity.TYPE, deal.id());
    }

    /** The notes about a lead, newest first. */
    public MergedTimeline find(Lead lead) {
        return find(Lead.TYPE, lead.id());
    }

    /**
     * The notes about any record, newest first.
     *
     * @throws dev.clientele.core.error.NotFoundException if the record isn't there, or the actor may not see it
     */
    public <T extends Entity<T>> MergedTimeline find(EntityType<T> type, Id<T> about) {
        session.repository(type).get(about);
        return MergedTimeline.of(session, about).onChannel(Channel.NOTE);
    }
}
