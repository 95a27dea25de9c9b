package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.merge.MergedIds;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Computes ledgers anew from the log of purchases. */
final class LedgerRebuilder {

    private static final int PAGE_SIZE = 1000;

    private final CrmSession session;

    LedgerRebuilder(CrmSession session) {
        this.session = session;
    }

    /** Rebuilds the ledger of everybody with purchases; the ledgers name them all. */
    long rebuildAll() {
        Page<PurchaseLedger> page =
                session.repository(PurchaseLedger.TYPE).all().page(PAGE_SIZE);
        long different = 0;
        while (true) {
            for (PurchaseLedger ledger : page.items()) {
                different += ledger.isOwn() ? (rebuild(ledger.person()) ? 1 : 0) : follow(session, ledger.person());
            }
            if (page.next().isEmpty()) {
                return different;
            }
            page = session.repository(PurchaseLedger.TYPE)
                    .all()
                    .page(PAGE_SIZE, page.next().get());
        }
    }

    boolean rebuild(Id<Person> person) {
        return session.inTransaction(tx -> {
            Optional<PurchaseLedger> stored = tx.repository(PurchaseLedger.TYPE).find(PurchaseLedger.idOf(person));
            if (stored.filter(PurchaseLedger::isShared).isPresent()) {
                return false;
            }
            MergedIds merged = new MergedIds(tx);
            boolean current = stored.filter(PurchaseLedger::isOwn).isPresent()
                    || merged.resolve(Person.TYPE, Set.of(person.value())).isEmpty();
            Set<UUID> identities = current ? merged.identities(person) : Set.of();
            return identities.size() == 1
                    ? new LedgerRebuilder(tx)
                            .rebuild(
                                    person,
                                    stored,
                                    identities,
                                    new Purchases(tx).policy().zone())
                    : follow(tx, person) > 0;
        });
    }

    private static long follow(CrmSession session, Id<Person> person) {
        return new Purchases(session).followIdentities(List.of(person));
    }

    /**
     * Computes one ledger within a transaction.
     *
     * @param identities those of the person's under which something may be logged
     */
    boolean rebuild(Id<Person> person, Optional<PurchaseLedger> stored, Set<UUID> identities, ZoneId zone) {
        Repository<PurchaseLedger> ledgers = session.repository(PurchaseLedger.TYPE);
        PurchaseLedger blank = stored.map(ledger -> ledger.blank().with(PurchaseLedger.ZONE, zone))
                .orElseGet(() -> PurchaseLedger.empty(person, zone));
        PendingRefundUpdate pending = PendingRefundUpdate.anew(session, person);
        LogReplay log = new LogReplay(session);
        PurchaseLedger rebuilt = identities.isEmpty() ? blank : log.replay(blank, identities, pending);
        boolean different = pending.store();
        if (log.logged() == 0) {
            stored.ifPresent(ledgers::remove);
            return stored.isPresent() || different;
        } else if (rebuilt.isNew()) {
            ledgers.add(rebuilt);
            return true;
        }
        return ledgers.save(rebuilt).version() > rebuilt.version() || different;
    }
}
