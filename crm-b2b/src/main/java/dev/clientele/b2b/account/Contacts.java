package dev.clientele.b2b.account;

import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SetMultimap;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.interaction.MergedTimeline;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergedException;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The contacts of the session's tenant, and their relations to accounts. Thread-safe unless the session is that of a
 * transaction.
 */
public final class Contacts extends ForwardingRepository<Contact> {

    private static final int BATCH = 500;

    private final CrmSession session;
    private final Repository<AccountContact> relations;

    /** Opens the contacts of a session. */
    public Contacts(CrmSession session) {
        super(session.repository(Contact.TYPE));
        this.session = session;
        this.relations = session.repository(AccountContact.TYPE);
    }

    /** Returns the relations of people to accounts, past and present: for queries and for loading many at once. */
    public Repository<AccountContact> relations() {
        return relations;
    }

    /**
     * Merges a contact into another: references to it move to the survivor, which takes the fields that it lacks.
     * {@code Merges.undo} takes a merge back.
     *
     * @param survivor the one that stays
     * @param duplicate the one that goes
     * @throws dev.clientele.core.error.InvalidException as {@link Merges#merge} says, and its other exceptions
     */
    public Merge merge(Contact survivor, Contact duplicate) {
        return merge(survivor, duplicate, survivorshipRule());
    }

    /**
     * Merges a contact into another, with a choice for each field: {@code
     * Contacts.survivorshipRule().preferDuplicate(Contact.EMAIL).keepSurvivor(Contact.JOB_TITLE)}; otherwise as {@link
     * #merge(Contact, Contact)}.
     */
    public Merge merge(Contact survivor, Contact duplicate, SurvivorshipRule<Contact> rule) {
        return new Merges(session).merge(type(), survivor, duplicate, rule);
    }

    /**
     * Returns the default survivorship rule: the survivor takes the fields that it lacks, but no part of a name, and
     * has the contact points and addresses of both, each once.
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
     * Finds all other contacts who share a contact point, and so may be the same person: candidates for {@link
     * #merge(Contact, Contact)}.
     */
    public List<Contact> findDuplicates(Contact contact) {
        try (Stream<Contact> sharing =
                query(Contact.CONTACT_KEYS.hasAny(contact.getOrDefault(Contact.CONTACT_KEYS, Set.of()))).stream()) {
            return sharing.filter(other -> !other.findId().equals(contact.findId()))
                    .toList();
        }
    }

    /** Finds the contact with this id, or the one that it was merged into, if the actor may see it. */
    public Optional<Contact> findCurrent(Id<Contact> id) {
        return find(id).or(() -> find(new MergedIds(session).resolve(id)));
    }

    /**
     * Returns the contact with this id.
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

    /** Returns the timeline of a contact, newest first, with all that was recorded about contacts merged into it. */
    public MergedTimeline timeline(Id<Contact> contact) {
        return new MergedIds(session).timeline(contact);
    }

    /**
     * Gets or creates the relation of a person to an account in a role: a second call returns the relation that is
     * there, also when it comes at the same time.
     *
     * @return the stored relation
     */
    public AccountContact assign(Contact contact, Account account, ContactRole role) {
        return assign(AccountContact.of(contact.id(), account.id(), role));
    }

    /** Gets or creates a relation from a day on; otherwise as {@link #assign(Contact, Account, ContactRole)}. */
    public AccountContact assign(Contact contact, Account account, ContactRole role, LocalDate since) {
        return assign(AccountContact.of(contact.id(), account.id(), role).withStart(since));
    }

    private AccountContact assign(AccountContact relation) {
        return relations.getOrAdd(relation);
    }

    /** Makes a relation the primary one of its account; the former primary relation no longer is. */
    public AccountContact makePrimary(AccountContact relation) {
        return session.inTransaction(tx -> {
            Repository<AccountContact> stored = tx.repository(AccountContact.TYPE);
            tx.repository(Account.TYPE).getForUpdate(relation.account()); // of two who do it at once the second waits
            AccountContact current = stored.getForUpdate(relation);
            stored.query(AccountContact.ACCOUNT.is(current.account()).and(AccountContact.PRIMARY.isTrue()))
                    .first()
                    .filter(former -> !former.id().equals(current.id()))
                    .map(tx::rely)
                    .ifPresent(former -> stored.save(former.without(AccountContact.PRIMARY)));
            return stored.save(current.with(AccountContact.PRIMARY, true));
        });
    }

    /** Ends a relation: it no longer holds from this day on. */
    public AccountContact end(AccountContact relation, LocalDate day) {
        return relations.save(relation.withEnd(day));
    }

    /** Finds the relations of an account that hold on a day. */
    public List<AccountContact> findByAccount(Id<Account> account, LocalDate day) {
        return holding(AccountContact.ACCOUNT.is(account), day);
    }

    /** Finds the relations of a person that hold on a day. */
    public List<AccountContact> findByContact(Id<Contact> contact, LocalDate day) {
        return holding(AccountContact.CONTACT.is(contact), day);
    }

    /** Finds the primary contact of an account on a day. */
    public Optional<Contact> findPrimary(Id<Account> account, LocalDate day) {
        return findByAccount(account, day).stream()
                .filter(AccountContact::isPrimary)
                .findFirst()
                .map(relation -> get(relation.contact()));
    }

    /** Counts the people known in each department of an account on a day. */
    public SortedMap<String, Integer> departments(Id<Account> account, LocalDate day) {
        return Objects.requireNonNull(departmentsOf(List.of(account), day).get(account));
    }

    /**
     * Counts the people known in each department of many accounts on a day, some hundreds of accounts at once.
     *
     * @return the departments of each account, in the same order; none of one of which no department is known
     */
    public Map<Id<Account>, SortedMap<String, Integer>> departmentsOf(Collection<Id<Account>> accounts, LocalDate day) {
        Map<Id<Account>, SetMultimap<String, Id<Contact>>> people = new LinkedHashMap<>();
        accounts.forEach(account ->
                people.put(account, MultimapBuilder.treeKeys().hashSetValues().build()));
        for (List<Id<Account>> some : Iterables.partition(people.keySet(), BATCH)) {
            Criteria there = AccountContact.ACCOUNT.in(some).and(AccountContact.DEPARTMENT.isPresent());
            for (AccountContact relation : holding(there, day)) {
                Objects.requireNonNull(people.get(relation.account()))
                        .put(relation.require(AccountContact.DEPARTMENT), relation.contact());
            }
        }
        Map<Id<Account>, SortedMap<String, Integer>> departments = new LinkedHashMap<>();
        people.forEach((account, names) ->
                departments.put(account, new TreeMap<>(Maps.transformValues(names.asMap(), Collection::size))));
        return departments;
    }

    private List<AccountContact> holding(Criteria criteria, LocalDate day) {
        try (Stream<AccountContact> found = relations.query(criteria).stream()) {
            return found.filter(relation -> relation.isValidOn(day)).toList();
        }
    }
}
