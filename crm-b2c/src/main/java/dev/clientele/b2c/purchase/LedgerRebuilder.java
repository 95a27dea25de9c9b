package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import java.time.ZoneId;
import java.util.Optional;

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
                different += rebuild(ledger.person()) ? 1 : 0;
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
            Repository<PurchaseLedger> ledgers = tx.repository(PurchaseLedger.TYPE);
            Optional<PurchaseLedger> stored = ledgers.find(PurchaseLedger.idOf(person));
            if (stored.filter(PurchaseLedger::isShared).isPresent()) {
                return false;
            }
            ZoneId zone = new Purchases(tx).policy().zone();
            PurchaseLedger blank = stored.map(ledger -> ledger.blank().with(PurchaseLedger.ZONE, zone))
                    .orElseGet(() -> PurchaseLedger.empty(person, zone));
            PendingRefundUpdate pending = PendingRefundUpdate.anew(tx, person);
            LogReplay log = new LogReplay(tx);
            PurchaseLedger rebuilt = log.replay(blank, pending);
            boolean different = pending.store();
            if (log.logged() == 0) {
                stored.ifPresent(ledgers::remove);
                return stored.isPresent() || different;
            } else if (rebuilt.isNew()) {
                ledgers.add(rebuilt);
                return true;
            }
            return ledgers.save(rebuilt).version() > rebuilt.version() || different;
        });
    }
}
