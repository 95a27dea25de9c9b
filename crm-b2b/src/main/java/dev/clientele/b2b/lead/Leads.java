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

/** All leads of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class Leads extends ForwardingRepository<Lead> {

    private static final int MAX_CANDIDATES = 1000;

    private final CrmSession session;

    private final List<LeadConversionStep> steps;

    /** Those of a session. */
    public Leads(CrmSession session) {
        this(session, List.of());
    }

    /**
     * Those of a session.
     *
     * @param steps what else is to be done at each conversion, in this order
     */
    public Leads(CrmSession session, List<LeadConversionStep> steps) {
        super(session.repository(Lead.TYPE));
        this.session = session;
        this.steps = List.copyOf(steps);
    }

    /**
     * Stores a lead that came in, and says who it may be already. One with an external id that is known is not stored again.
     */
    public CapturedLead capture(Lead lead) {
        return session.inTransaction(tx -> {
            Leads leads = new Leads(tx);
            Lead stored = lead.find(Lead.EXTERNAL_ID)
                    .flatMap(id -> leads.query(Lead.EXTERNAL_ID.is(id)).first())
                    .orElseGet(() -> leads.add(lead));
            return new CapturedLead(stored, leads.findMatches(stored));
        });
    }

    /** Who a lead may be already, itself left out. */
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

    /** Scores a lead by a card and keeps the result on it. */
    public Lead score(Lead lead, LeadScoreCard card) {
        LeadScore score = card.score(lead, session.now());
        return save(lead.with(Lead.SCORE, score.total()).with(Lead.SCORED_AT, session.now()));
    }

    /** Says that somebody works on it. */
    public Lead startWorking(Lead lead) {
        return save(lead.with(Lead.STATUS, LeadStatus.WORKING).without(Lead.STATUS_REASON));
    }

    /** Says that it is worth selling to. */
    public Lead qualify(Lead lead) {
        return save(lead.with(Lead.STATUS, LeadStatus.QUALIFIED).without(Lead.STATUS_REASON));
    }

    /**
     * Says that it isn't worth selling to.
     *
     * @param reason why
     */
    public Lead disqualify(Lead lead, String reason) {
        return save(lead.with(Lead.STATUS, LeadStatus.DISQUALIFIED).with(Lead.STATUS_REASON, reason));
    }

    /**
     * Turns a lead into a contact, all or nothing, once: as it was given, so that one that somebody has changed meanwhile is
     * looked at again first.
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

    /** The leads that have become a contact. */
    public List<Lead> findByContact(Id<Contact> contact) {
        return query(Lead.CONTACT.is(contact)).page(MAX_CANDIDATES).items();
    }

    /** Returns the rules by which leads are scored. */
    public Repository<LeadScoreCard> scoreCards() {
        return session.repository(LeadScoreCard.TYPE);
    }
}
