package dev.clientele.b2b.account;

import com.google.common.collect.Lists;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.hierarchy.Hierarchy;
import dev.clientele.core.hierarchy.IdHierarchy;
import dev.clientele.core.hierarchy.RollUp;
import dev.clientele.core.interaction.MergedTimeline;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergedException;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.core.segment.RecordSegment;
import dev.clientele.core.segment.RecordSegments;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of the session's tenant: a repository with hierarchy, duplicate search and merging. Thread-safe unless
 * the session is that of a transaction.
 */
public final class Accounts extends ForwardingRepository<Account> {

    /** The declaration of account segments. */
    public static final EntityType<RecordSegment> SEGMENT_TYPE = RecordSegment.define("account_segment");

    private static final int BATCH = 500;

    private final CrmSession session;

    /** Opens the accounts of a session. */
    public Accounts(CrmSession session) {
        super(session.repository(Account.TYPE));
        this.session = session;
    }

    /** Finds the account with this id in the system it comes from. */
    public Optional<Account> findByExternalId(String externalId) {
        return query(Account.EXTERNAL_ID.is(externalId)).first();
    }

    /**
     * Moves an account under another, or to the top of a hierarchy.
     *
     * @param parent the account that it belongs to from now on; null for none
     * @throws dev.clientele.core.error.InvalidException if the parent is the account itself or below it
     * @throws dev.clientele.core.error.StaleVersionException if somebody else changed the account meanwhile
     */
    public Account changeParent(Account account, @Nullable Account parent) {
        return save(account.with(Account.PARENT, parent == null ? null : parent.id()));
    }

    /**
     * Merges an account into another: references to it move to the survivor, which takes the fields that it lacks.
     * {@code Merges.undo} takes a merge back.
     *
     * @param survivor the one that stays
     * @param duplicate the one that goes
     * @throws dev.clientele.core.error.InvalidException as {@link Merges#merge} says, and its other exceptions
     */
    public Merge merge(Account survivor, Account duplicate) {
        return merge(survivor, duplicate, survivorshipRule());
    }

    /**
     * Merges an account into another, with a choice for each field: {@code
     * Accounts.survivorshipRule().preferDuplicate(Account.INDUSTRY).keepSurvivor(Account.DOMAIN)}; otherwise as {@link
     * #merge(Account, Account)}.
     */
    public Merge merge(Account survivor, Account duplicate, SurvivorshipRule<Account> rule) {
        return new Merges(session).merge(type(), survivor, duplicate, rule);
    }

    /**
     * Returns the default survivorship rule: the survivor takes the fields that it lacks, country and town together,
     * and has the contact points, addresses and tags of both, each once.
     */
    public static SurvivorshipRule<Account> survivorshipRule() {
        return SurvivorshipRule.<Account>standard()
                .withGroup(Account.COUNTRY, Account.CITY)
                .withCombined(ContactDataMerger::mergeAccountPoints, Account.CONTACT_POINTS)
                .withCombined(ContactDataMerger::mergeAccountAddresses, Account.ADDRESSES);
    }

    /**
     * Finds all accounts that may be the one of this name and domain: with the same domain name, or with the same name but for its
     * spelling and legal form ({@code The Globex Corp., Inc.} is {@code Globex}). Those with both come first, then those of the
     * domain, then those of the name.
     *
     * @param name the business's name; null if it isn't known
     * @param domain the domain name of its e-mail addresses in lower case; null if it isn't known
     */
    public List<Account> findSimilar(@Nullable String name, @Nullable String domain) {
        return session.inSnapshot(snapshot -> {
            Repository<Account> accounts = snapshot.repository(Account.TYPE);
            Map<Id<Account>, Account> sameName = name == null ? Map.of() : named(accounts, name);
            Map<Id<Account>, Account> sameDomain =
                    domain == null ? Map.of() : read(accounts, Account.DOMAIN.is(domain));
            Map<Id<Account>, Account> found = new LinkedHashMap<>(sameDomain);
            found.keySet().retainAll(sameName.keySet());
            found.putAll(sameDomain);
            found.putAll(sameName);
            return List.copyOf(found.values());
        });
    }

    /** Reads accounts by the match key of their name, and those that were stored before there was one by a word of it. */
    private static Map<Id<Account>, Account> named(Repository<Account> accounts, String name) {
        Map<Id<Account>, Account> found = read(accounts, Account.NAME.matches(name));
        String word = CompanyName.firstWord(name);
        if (!word.isEmpty()) {
            String key = CompanyName.matchKey(name);
            Criteria unsaved = Account.NAME.hasNoMatchKey().and(Account.NAME.containsIgnoringCase(word));
            read(accounts, unsaved).forEach((id, account) -> {
                if (CompanyName.matchKey(account.name()).equals(key)) {
                    found.put(id, account);
                }
            });
        }
        return found;
    }

    private static Map<Id<Account>, Account> read(Repository<Account> accounts, Criteria criteria) {
        Map<Id<Account>, Account> found = new LinkedHashMap<>();
        try (Stream<Account> stored = accounts.query(criteria).stream()) {
            stored.forEach(account -> found.put(account.id(), account));
        }
        return found;
    }

    /**
     * Finds other accounts that may be the same business, as {@link #findSimilar} does: candidates for {@link
     * #merge(Account, Account)}.
     */
    public List<Account> findDuplicates(Account account) {
        return findSimilar(account.name(), account.get(Account.DOMAIN)).stream()
                .filter(other -> !other.findId().equals(account.findId()))
                .toList();
    }

    /** Finds the account with this id, or the one that it was merged into, if the actor may see it. */
    public Optional<Account> findCurrent(Id<Account> id) {
        return find(id).or(() -> find(new MergedIds(session).resolve(id)));
    }

    /**
     * Returns the account with this id.
     *
     * @throws MergedException if it was merged into another, which it names
     * @throws dev.clientele.core.error.NotFoundException if there is none
     */
    @Override
    public Account get(Id<Account> id) {
        return find(id).orElseThrow(() -> findCurrent(id)
                .<NotFoundException>map(now ->
                        new MergedException(type().name(), id.value(), now.id().value()))
                .orElseGet(() -> new NotFoundException(type().name(), id.value())));
    }

    /** Returns the timeline of an account, newest first, with all that was recorded about accounts merged into it. */
    public MergedTimeline timeline(Id<Account> account) {
        return new MergedIds(session).timeline(account);
    }

    /** Selects the accounts directly under an account. */
    public Selection<Account> subsidiaries(Id<Account> parent) {
        return query(Account.PARENT.is(parent));
    }

    /** Returns the accounts above an account, the nearest first; those that the actor may not see end the list. */
    public List<Account> ancestors(Id<Account> account) {
        return session.inSnapshot(snapshot -> {
            Accounts accounts = new Accounts(snapshot);
            Map<Id<Account>, Account> above = new LinkedHashMap<>();
            Optional<Id<Account>> next = accounts.get(account).find(Account.PARENT);
            while (next.isPresent()) {
                Optional<Account> found = accounts.find(next.get());
                found.ifPresent(parent -> above.put(parent.id(), parent));
                next = found.flatMap(parent -> parent.find(Account.PARENT)).filter(id -> !above.containsKey(id));
            }
            return List.copyOf(above.values());
        });
    }

    /**
     * Returns an account and all accounts below it.
     *
     * @throws dev.clientele.core.error.NotFoundException if there is no such account
     */
    public Hierarchy<Account> subtree(Id<Account> top) {
        return session.inSnapshot(snapshot -> {
            Accounts accounts = new Accounts(snapshot);
            Map<Id<Account>, Account> family = new LinkedHashMap<>();
            List<Account> level = List.of(accounts.get(top));
            while (!level.isEmpty()) {
                List<Id<Account>> ids = new ArrayList<>();
                for (Account account : level) {
                    if (family.putIfAbsent(account.id(), account) == null) {
                        ids.add(account.id());
                    }
                }
                level = accounts.below(ids);
            }
            return Hierarchy.of(family.values(), Account.PARENT);
        });
    }

    /** Returns all accounts as a hierarchy of parents and subsidiaries. */
    public Hierarchy<Account> hierarchy() {
        return Hierarchy.of(all(), Account.PARENT);
    }

    /**
     * Rolls figures up the hierarchy: returns each account's own figure, and that figure with those of all accounts
     * below it.
     *
     * @param own the figures of accounts by id
     * @param nothing the figure of an account that isn't in the map
     * @param sum adds two figures; associative
     */
    public <V> Map<Id<Account>, RollUp<V>> rollUp(Map<Id<Account>, V> own, V nothing, BinaryOperator<V> sum) {
        return IdHierarchy.of(all(), Account.PARENT).rollUpWithOwn(own, nothing, sum);
    }

    private List<Account> below(Collection<Id<Account>> parents) {
        List<Account> below = new ArrayList<>();
        for (List<Id<Account>> part : Lists.partition(List.copyOf(parents), BATCH)) {
            try (Stream<Account> found = query(Account.PARENT.in(part)).stream()) {
                found.forEach(below::add);
            }
        }
        return below;
    }

    /** Returns the stored segments of accounts. */
    public RecordSegments<Account> segments() {
        return new RecordSegments<>(session, SEGMENT_TYPE, Account.TYPE);
    }
}
