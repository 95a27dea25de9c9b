package dev.clientele.b2c.purchase;

import com.google.common.collect.Sets;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.merge.MergedIds;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The ledgers of records that stand for many: markers that are read by who records, and written by nobody. */
final class SharedLedgers {

    private final CrmSession session;

    SharedLedgers(CrmSession session) {
        this.session = session;
    }

    void share(Id<Person> person) {
        session.runInTransaction(tx -> {
            Optional<PurchaseLedger> stored = stored(tx, person);
            if (stored.isEmpty()) {
                PurchaseLedger empty =
                        PurchaseLedger.empty(person, new Purchases(tx).policy().zone());
                repository(tx).add(empty.asShared());
            } else if (!stored.get().isShared()) {
                repository(tx).save(stored.get().asShared());
                PendingRefundUpdate.anew(tx, person).store();
            } else {
                Set<UUID> all = Sets.union(stored.get().sharedFor(), Set.of(person.value()));
                repository(tx).save(stored.get().sharedFor(all));
            }
        });
    }

    /** Whoever relied on the marker has committed when it is replaced, so that the log has everything when it is read. */
    void unshare(Id<Person> person) {
        session.runInTransaction(tx -> {
            Optional<PurchaseLedger> stored = stored(tx, person);
            if (stored.isPresent() && stored.get().isShared()) {
                repository(tx).save(stored.get().sharedFor(Set.of()));
                new LedgerRebuilder(tx).rebuild(person);
            }
        });
    }

    /** Returns the ledger with what the log has; not to be stored. */
    PurchaseLedger read(PurchaseLedger shared) {
        return session.inSnapshot(snapshot -> new LogReplay(snapshot)
                .replay(
                        shared,
                        new MergedIds(snapshot).identities(shared.person()),
                        PendingRefundUpdate.anew(snapshot, shared.person())));
    }

    private static Optional<PurchaseLedger> stored(CrmSession tx, Id<Person> person) {
        Id<PurchaseLedger> id = PurchaseLedger.idOf(person);
        return repository(tx).find(id).map(ledger -> repository(tx).getForUpdate(id));
    }

    private static Repository<PurchaseLedger> repository(CrmSession session) {
        return session.repository(PurchaseLedger.TYPE);
    }
}
