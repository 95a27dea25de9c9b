package dev.clientele.b2b.account;

import dev.clientele.b2b.hierarchy.Hierarchy;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All accounts of the session's tenant: a repository that knows who belongs to whom. Thread-safe unless the session is that
 * of a transaction.
 */
public final class Accounts extends ForwardingRepository<Account> {

    private static final int BATCH = 500;

    private final CrmSession session;

    /** Those of a session. */
    public Accounts(CrmSession session) {
        super(session.repository(Account.TYPE));
        this.session = session;
    }

    /** The account with this id in the system it comes from. */
    public Optional<Account> findByExternalId(String externalId) {
        return query(Account.EXTERNAL_ID.is(externalId)).first();
    }

    /**
     * Puts an account under another, or on its own.
     *
     * @param parent the account that it belongs to from now on; null for none
     * @throws dev.clientele.core.error.InvalidException if the parent is the account itself or below it
     * @throws dev.clientele.core.error.StaleVersionException if somebody else changed the account meanwhile
     */
    public Account move(Account account, @Nullable Account parent) {
        return save(account.with(Account.PARENT, parent == null ? null : parent.id()));
    }

    /** The accounts that belong to an account directly. */
    public Selection<Account> subsidiaries(Id<Account> parent) {
        return query(Account.PARENT.is(parent));
    }

    /** The accounts above an account, the nearest first; those that the actor may not see end the list. */
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
     * An account and all below it.
     *
     * @throws dev.clientele.core.error.NotFoundException if there is no such account
     */
    public Hierarchy<Account> family(Id<Account> top) {
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

    /** All accounts as the trees that they form. */
    public Hierarchy<Account> trees() {
        try (Stream<Account> accounts = all().stream()) {
            return Hierarchy.of(accounts.toList(), Account.PARENT);
        }
    }

    private List<Account> below(Collection<Id<Account>> parents) {
        List<Account> below = new ArrayList<>();
        List<Id<Account>> ids = List.copyOf(parents);
        for (int start = 0; start < ids.size(); start += BATCH) {
            List<Id<Account>> part = ids.subList(start, Math.min(ids.size(), start + BATCH));
            try (Stream<Account> found = query(Account.PARENT.in(part)).stream()) {
                found.forEach(below::add);
            }
        }
        return below;
    }
}
