package dev.clientele.b2b.account;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.util.HashSet;
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
     * Says that a person is something at an account. Said twice it is there once.
     *
     * @return what is stored
     */
    public AccountContact assign(Contact contact, Account account, ContactRole role) {
        return assign(AccountContact.of(contact.id(), account.id(), role));
    }

    /** As {@link #assign(Contact, Account, ContactRole)} from a day on. */
    public AccountContact assign(Contact contact, Account account, ContactRole role, LocalDate since) {
        return assign(AccountContact.of(contact.id(), account.id(), role).since(since));
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
        return relations.save(relation.ended(day));
    }

    /** Who is what at an account on a day. */
    public List<AccountContact> at(Id<Account> account, LocalDate day) {
        return holding(AccountContact.ACCOUNT.is(account), day);
    }

    /** What a person is where on a day. */
    public List<AccountContact> of(Id<Contact> contact, LocalDate day) {
        return holding(AccountContact.CONTACT.is(contact), day);
    }

    /** The person to turn to first at an account on a day. */
    public Optional<Contact> primary(Id<Account> account, LocalDate day) {
        return at(account, day).stream()
                .filter(AccountContact::isPrimary)
                .findFirst()
                .map(relation -> get(relation.contact()));
    }

    /** In which departments of an account somebody is known on a day, and how many people in each. */
    public SortedMap<String, Integer> departments(Id<Account> account, LocalDate day) {
        SortedMap<String, Set<Id<Contact>>> people = new TreeMap<>();
        for (AccountContact relation : at(account, day)) {
            relation.find(AccountContact.DEPARTMENT)
                    .ifPresent(department -> people.computeIfAbsent(department, unused -> new HashSet<>())
                            .add(relation.contact()));
        }
        SortedMap<String, Integer> counts = new TreeMap<>();
        people.forEach((department, contacts) -> counts.put(department, contacts.size()));
        return counts;
    }

    private List<AccountContact> holding(Criteria criteria, LocalDate day) {
        try (Stream<AccountContact> found = relations.query(criteria).stream()) {
            return found.filter(relation -> relation.holdsOn(day)).toList();
        }
    }
}
