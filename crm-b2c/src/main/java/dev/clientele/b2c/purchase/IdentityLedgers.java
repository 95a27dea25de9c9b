package dev.clientele.b2c.purchase;

import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.persistence.criteria.Measure;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledgers of persons whose identities have changed, within one transaction. Not thread-safe. */
final class IdentityLedgers {

    private static final int BATCH_SIZE = 1000;

    private final CrmSession tx;
    private final Repository<PurchaseLedger> ledgers;
    private final Map<UUID, PurchaseLedger> stored = new LinkedHashMap<>();
    private @Nullable ZoneId zone;

    IdentityLedgers(CrmSession tx) {
        this.tx = tx;
        this.ledgers = tx.repository(PurchaseLedger.TYPE);
    }

    /** Makes the ledgers of these persons what the log says; returns how many were different. */
    long follow(Collection<Id<Person>> persons) {
        MergedIds merged = new MergedIds(tx);
        Set<UUID> given = new LinkedHashSet<>();
        persons.forEach(person -> given.add(person.value()));
        Map<UUID, UUID> survivors = merged.resolve(Person.TYPE, given);
        Set<UUID> current = new LinkedHashSet<>();
        given.forEach(id -> current.add(survivors.getOrDefault(id, id)));
        Map<UUID, Set<UUID>> identities = merged.identitiesOf(current);
        Set<UUID> all = new LinkedHashSet<>(given);
        identities.values().forEach(all::addAll);
        read(all);
        Set<UUID> logged = findLogged(all);
        Set<UUID> shared = new HashSet<>();
        stored.values().forEach(ledger -> shared.addAll(ledger.sharedFor()));
        long different = 0;
        for (PurchaseLedger ledger : List.copyOf(stored.values())) {
            if (!current.contains(ledger.id().value())) { // what is left of a person who was merged away
                ledgers.remove(ledger);
                different++;
            }
        }
        for (Map.Entry<UUID, Set<UUID>> person : identities.entrySet()) {
            Set<UUID> own = person.getValue();
            boolean changed =
                    update(Id.of(person.getKey()), Sets.intersection(own, logged), Sets.intersection(own, shared));
            different += changed ? 1 : 0;
        }
        return different;
    }

    private void read(Set<UUID> ids) {
        for (List<UUID> some : Iterables.partition(ids, BATCH_SIZE)) {
            ledgers.findAll(some.stream().map(Id::<PurchaseLedger>of).toList())
                    .forEach(ledger -> stored.put(ledger.id().value(), ledger));
        }
    }

    private Set<UUID> findLogged(Set<UUID> ids) {
        return tx.eventLog(Purchase.TYPE)
                .all()
                .aggregateBySubject(ids, List.of(), List.of(Measure.count()))
                .keySet();
    }

    private boolean update(Id<Person> person, Set<UUID> logged, Set<UUID> shared) {
        PurchaseLedger ledger = stored.get(person.value());
        if (!shared.isEmpty()) {
            return share(person, ledger, shared);
        } else if (ledger == null && logged.isEmpty()) {
            return false;
        }
        Optional<PurchaseLedger> before = Optional.ofNullable(ledger);
        boolean unshare = before.filter(PurchaseLedger::isShared).isPresent();
        if (unshare) {
            // who relied on the mark has committed when it is gone, so that the log has everything when it is read
            before = before.map(marked -> ledgers.save(marked.sharedFor(Set.of())));
        }
        return new LedgerRebuilder(tx).rebuild(person, before, logged, zone()) || unshare;
    }

    private boolean share(Id<Person> person, @Nullable PurchaseLedger ledger, Set<UUID> shared) {
        boolean pending = PendingRefundUpdate.anew(tx, person).store();
        if (ledger == null) {
            ledgers.add(PurchaseLedger.empty(person, zone()).sharedFor(shared));
            return true;
        }
        return ledgers.save(ledger.sharedFor(shared)).version() > ledger.version() || pending;
    }

    private ZoneId zone() {
        if (zone == null) {
            zone = new Purchases(tx).policy().zone();
        }
        return zone;
    }
}
