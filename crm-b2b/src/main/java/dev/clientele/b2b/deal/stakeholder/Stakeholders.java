package dev.clientele.b2b.deal.stakeholder;

import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.GateFactSource;
import dev.clientele.b2b.deal.pipeline.GateFacts;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.merge.MergedIds;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stakeholders of the deals of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class Stakeholders extends ForwardingRepository<Stakeholder> {

    private final CrmSession session;

    /** Opens the stakeholders of a session. */
    public Stakeholders(CrmSession session) {
        super(session.repository(Stakeholder.TYPE));
        this.session = session;
    }

    /** Returns the source of engaged roles for gates. */
    public static GateFactSource gateFacts() {
        return new GateFactSource() {
            @Override
            public GateFacts factsAbout(CrmSession session, Opportunity deal) {
                return facts(new Stakeholders(session).findByDeal(deal.id()));
            }

            @Override
            public GateFacts factsForMove(CrmSession transaction, Opportunity deal) {
                List<Stakeholder> stakeholders = new Stakeholders(transaction).findByDeal(deal.id());
                stakeholders.forEach(transaction::rely);
                return facts(stakeholders);
            }
        };
    }

    private static GateFacts facts(List<Stakeholder> stakeholders) {
        return new GateFacts(new BuyingGroup(stakeholders, Set.of(), Map.of()).engagedRoles(), Map.of());
    }

    /**
     * Gets or creates the stakeholder of a contact in a role on a deal: a second call returns the one that is there.
     * Safe when two do it at once.
     */
    public Stakeholder assign(Opportunity deal, Contact contact, BuyingRole role) {
        return getOrAdd(Stakeholder.of(deal.id(), contact.id(), role));
    }

    /**
     * Sets the person to whom a stakeholder reports.
     *
     * @throws InvalidException if they aren't of one deal, or the line would lead back
     */
    public Stakeholder setReportsTo(Stakeholder stakeholder, Stakeholder superior) {
        if (!stakeholder.opportunity().equals(superior.opportunity())) {
            throw InvalidException.of(
                    Stakeholder.TYPE.name(), Stakeholder.REPORTS_TO.name(), "must be a stakeholder of the same deal");
        }
        return save(stakeholder.with(Stakeholder.REPORTS_TO, superior.id()));
    }

    /** Finds the stakeholders of a deal. */
    public List<Stakeholder> findByDeal(Id<Opportunity> deal) {
        try (Stream<Stakeholder> found = query(Stakeholder.OPPORTUNITY.is(deal)).stream()) {
            return found.toList();
        }
    }

    /** Finds the deals in which a contact is a stakeholder, with the roles. */
    public List<Stakeholder> findByContact(Id<Contact> contact) {
        try (Stream<Stakeholder> found = query(Stakeholder.CONTACT.is(contact)).stream()) {
            return found.toList();
        }
    }

    /**
     * Returns the stakeholders of a deal as a group, with the last contact from the timeline.
     *
     * @param required the roles that a purchase needs
     */
    public BuyingGroup buyingGroup(Id<Opportunity> deal, Collection<BuyingRole> required) {
        return session.inSnapshot(snapshot -> {
            Stakeholders stakeholders = new Stakeholders(snapshot);
            List<Stakeholder> all = stakeholders.findByDeal(deal);
            Map<Id<Contact>, Instant> last = new HashMap<>();
            for (Id<Contact> contact : all.stream().map(Stakeholder::contact).collect(Collectors.toSet())) {
                new MergedIds(snapshot)
                        .timeline(contact).page(1).items().stream()
                                .map(Interaction::occurredAt)
                                .forEach(at -> last.put(contact, at));
            }
            return new BuyingGroup(all, new LinkedHashSet<>(required), last);
        });
    }

    /** Updates the engagement level of a stakeholder from the contact's timeline. */
    public Stakeholder updateEngagement(Stakeholder stakeholder) {
        long count = new MergedIds(session).timeline(stakeholder.contact()).count();
        return save(stakeholder.with(Stakeholder.ENGAGEMENT, EngagementLevel.ofInteractions(count)));
    }
}
