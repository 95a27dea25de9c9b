package dev.clientele.b2b.lead;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Accounts;
import dev.clientele.b2b.account.Contact;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The leads of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class Leads extends ForwardingRepository<Lead> {

    private static final int MAX_CANDIDATES = 1000;

    private final CrmSession session;

    private final List<LeadConversionStep> steps;

    /** Opens the leads of a session. */
    public Leads(CrmSession session) {
        this(session, List.of());
    }

    /**
     * Opens the leads of a session, with further steps of each conversion.
     *
     * @param steps the further steps of each conversion, in this order
     */
    public Leads(CrmSession session, List<LeadConversionStep> steps) {
        super(session.repository(Lead.TYPE));
        this.session = session;
        this.steps = List.copyOf(steps);
    }

    /**
     * Gets or creates a lead that came in, and finds the records that may be the same. A lead with a known external id
     * isn't stored again, also when it comes in twice at once.
     */
    public CapturedLead capture(Lead lead) {
        return session.inTransaction(tx -> {
            Leads leads = new Leads(tx);
            Lead stored = lead.get(Lead.EXTERNAL_ID) == null ? leads.add(lead) : leads.getOrAdd(lead);
            return new CapturedLead(stored, leads.findMatches(stored));
        });
    }

    /** Finds existing records that may be the same person or company; the lead itself is left out. */
    public LeadMatches findMatches(Lead lead) {
        Set<String> keys = lead.getOrDefault(Lead.CONTACT_KEYS, Set.of());
        return session.inSnapshot(snapshot -> {
            List<Lead> leads = found(snapshot, keys, Lead.CONTACT_KEYS.hasAny(keys), Lead.TYPE).stream()
                    .filter(other -> !other.findId().equals(lead.findId()))
                    .toList();
            List<Contact> contacts = found(snapshot, keys, Contact.CONTACT_KEYS.hasAny(keys), Contact.TYPE);
            List<Account> accounts = new Accounts(snapshot).findSimilar(lead.get(Lead.COMPANY), lead.get(Lead.DOMAIN));
            return new LeadMatches(leads, contacts, accounts);
        });
    }

    private static <T extends Entity<T>> List<T> found(
            CrmSession session, Set<String> keys, Criteria criteria, EntityType<T> type) {
        if (keys.isEmpty()) {
            return List.of();
        }
        try (Stream<T> records = session.repository(type).query(criteria).stream()) {
            return records.toList();
        }
    }

    /** Scores a lead by a score card and stores the result on it. */
    public Lead score(Lead lead, LeadScoreCard card) {
        LeadScore score = card.score(lead, session.now());
        return save(lead.with(Lead.SCORE, score.total()).with(Lead.SCORED_AT, session.now()));
    }

    /** Marks a lead as being worked on. */
    public Lead startWorking(Lead lead) {
        return save(lead.with(Lead.STATUS, LeadStatus.WORKING).without(Lead.STATUS_REASON));
    }

    /** Marks a lead as worth selling to. */
    public Lead qualify(Lead lead) {
        return save(lead.with(Lead.STATUS, LeadStatus.QUALIFIED).without(Lead.STATUS_REASON));
    }

    /**
     * Marks a lead as not worth selling to.
     *
     * @param reason the reason
     */
    public Lead disqualify(Lead lead, String reason) {
        return save(lead.with(Lead.STATUS, LeadStatus.DISQUALIFIED).with(Lead.STATUS_REASON, reason));
    }

    /**
     * Converts a lead to a contact, all or nothing, once. The lead is converted as it was given: if somebody has
     * changed it meanwhile, nothing happens.
     *
     * @throws dev.clientele.core.error.StaleVersionException if somebody else has changed it meanwhile
     * @throws dev.clientele.core.error.InvalidException if it is converted already, or the deal is with another account
     * @throws dev.clientele.core.error.NotFoundException if an account, contact or deal isn't there
     */
    public ConvertedLead convert(Lead lead, LeadConversion conversion) {
        return session.inTransaction(tx -> {
            ConvertedLead converted = new LeadConverter(tx, lead, conversion).convert();
            steps.forEach(step -> step.afterConversion(tx, converted));
            return converted;
        });
    }

    /** Finds the leads that were converted to a contact. */
    public List<Lead> findByContact(Id<Contact> contact) {
        return query(Lead.CONTACT.is(contact)).page(MAX_CANDIDATES).items();
    }

    /** Returns the rules by which leads are scored. */
    public Repository<LeadScoreCard> scoreCards() {
        return session.repository(LeadScoreCard.TYPE);
    }
}
