package dev.clientele.b2b.account;

import com.google.common.collect.Maps;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SetMultimap;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergedException;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.core.merge.MergedTimeline;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All contacts of the session's tenant, and where they are what. Thread-safe unless the session is that of a transaction.
 */
public final class Contacts extends ForwardingRepository<Contact> {

    private static final int MAX_CANDIDATES = 1000;

    private final CrmSession session;
    private final Repository<AccountContact> relations;

    /** Those of a session. */
    public Contacts(CrmSession session) {
        super(session.repository(Contact.TYPE));
        this.session = session;
        this.relations = session.repository(AccountContact.TYPE);
    }

    /** Who is what where, past and present: for queries and for loading many at once. */
    public Repository<AccountContact> relations() {
        return relations;
    }

    /**
     * Puts a contact into another: what refers to it refers to the survivor, which takes what it lacks. {@code Merges.undo} takes
     * that back.
     *
     * @param survivor the one that stays
     * @param duplicate the one that goes
     * @throws dev.clientele.core.error.InvalidException as {@link Merges#merge} says, and its other exceptions
     */
    public Merge merge(Contact survivor, Contact duplicate) {
        return merge(survivor, duplicate, survivorshipRule());
    }

    /**
     * As {@link #merge(Contact, Contact)}, with a choice for each field: {@code
     * Contacts.fillRule().taking(ContactName.NAME).keeping(ContactName.JOB_TITLE)}.
     */
    public Merge merge(Contact survivor, Contact duplicate, SurvivorshipRule<Contact> rule) {
        return new Merges(session).merge(type(), survivor, duplicate, rule);
    }

    /**
     * What a survivor takes from its duplicate: what it lacks, but no part of a name; contact points and addresses of both, each
     * once.
     */
    public static SurvivorshipRule<Contact> survivorshipRule() {
        return SurvivorshipRule.<Contact>standard()
                .withGroup(Contact.NAME, Contact.GIVEN_NAME, Contact.FAMILY_NAME)
                .withCombined(
                        ContactDataMerger::mergeContactPoints,
                        Contact.CONTACT_POINTS,
                        Contact.EMAIL,
                        Contact.CONTACT_KEYS)
                .withCombined(ContactDataMerger::mergeContactAddresses, Contact.ADDRESSES);
    }

    /**
     * Other contacts that can be reached in one of the same ways, and so may be the same person: candidates for {@link
     * #merge(Contact, Contact)}. At most 1,000.
     */
    public List<Contact> findDuplicates(Contact contact) {
        return query(Contact.CONTACT_KEYS.hasAny(contact.getOrDefault(Contact.CONTACT_KEYS, Set.of())))
                .page(MAX_CANDIDATES)
                .items()
                .stream()
                .filter(other -> !other.findId().equals(contact.findId()))
                .toList();
    }

    /** The contact with this id, or the one that it was merged into, if the actor may see it. */
    public Optional<Contact> findCurrent(Id<Contact> id) {
        return find(id).or(() -> find(new MergedIds(session).resolve(id)));
    }

    /**
     * The contact with this id.
     *
     * @throws MergedException if it was merged into another, which it names
     * @throws dev.clientele.core.error.NotFoundException if there is none
     */
    @Override
    public Contact get(Id<Contact> id) {
        return find(id).orElseThrow(() -> findCurrent(id)
                .<NotFoundException>map(now ->
                        new MergedException(type().name(), id.value(), now.id().value()))
                .orElseGet(() -> new NotFoundException(type().name(), id.value())));
    }

    /** Everything about a contact, newest first, also what was recorded about those that were merged into it. */
    public MergedTimeline timeline(Id<Contact> contact) {
        return MergedTimeline.of(session, contact);
    }

    /**
     * Says that a person is something at an account. Said twice it is there once.
     *
     * @return what is stored
     */
    public AccountContact assign(Contact contact, Account account, ContactRole role) {
        return assign(AccountContact.of(contact.id(), account.id(), role));
    }

    /** As {@link #assign(Contact, Account, ContactRole)} from a day on. */
    public AccountContact assign(Contact contact, Account account, ContactRole role, LocalDate since) {
        return assign(AccountContact.of(contact.id(), account.id(), role).withStart(since));
    }

    private AccountContact assign(AccountContact relation) {
        return session.inTransaction(tx -> {
            Repository<AccountContact> stored = tx.repository(AccountContact.TYPE);
            return stored.query(AccountContact.ACCOUNT
                            .is(relation.account())
                            .and(AccountContact.CONTACT.is(relation.contact()))
                            .and(AccountContact.ROLE.is(relation.role()))
                            .and(AccountContact.OPEN_ENDED.isTrue()))
                    .first()
                    .orElseGet(() -> stored.add(relation));
        });
    }

    /** Makes this the relation to turn to first at its account; whichever was so before no longer is. */
    public AccountContact makePrimary(AccountContact relation) {
        return session.inTransaction(tx -> {
            Repository<AccountContact> stored = tx.repository(AccountContact.TYPE);
            stored.query(AccountContact.ACCOUNT.is(relation.account()).and(AccountContact.PRIMARY.isTrue()))
                    .first()
                    .filter(former -> !former.id().equals(relation.id()))
                    .ifPresent(former -> stored.save(former.without(AccountContact.PRIMARY)));
            return stored.save(relation.with(AccountContact.PRIMARY, true));
        });
    }

    /** Ends a relation: it no longer holds from this day on. */
    public AccountContact end(AccountContact relation, LocalDate day) {
        return relations.save(relation.withEnd(day));
    }

    /** Who is what at an account on a day. */
    public List<AccountContact> findByAccount(Id<Account> account, LocalDate day) {
        return holding(AccountContact.ACCOUNT.is(account), day);
    }

    /** What a person is where on a day. */
    public List<AccountContact> findByContact(Id<Contact> contact, LocalDate day) {
        return holding(AccountContact.CONTACT.is(contact), day);
    }

    /** The person to turn to first at an account on a day. */
    public Optional<Contact> findPrimary(Id<Account> account, LocalDate day) {
        return findByAccount(account, day).stream()
                .filter(AccountContact::isPrimary)
                .findFirst()
                .map(relation -> get(relation.contact()));
    }

    /** In which departments of an account somebody is known on a day, and how many people in each. */
    public SortedMap<String, Integer> departments(Id<Account> account, LocalDate day) {
        SetMultimap<String, Id<Contact>> people =
                MultimapBuilder.treeKeys().hashSetValues().build();
        for (AccountContact relation : findByAccount(account, day)) {
            relation.find(AccountContact.DEPARTMENT)
                    .ifPresent(department -> people.put(department, relation.contact()));
        }
        return new TreeMap<>(Maps.transformValues(people.asMap(), Collection::size));
    }

    private List<AccountContact> holding(Criteria criteria, LocalDate day) {
        try (Stream<AccountContact> found = relations.query(criteria).stream()) {
            return found.filter(relation -> relation.isValidOn(day)).toList();
        }
    }
}
