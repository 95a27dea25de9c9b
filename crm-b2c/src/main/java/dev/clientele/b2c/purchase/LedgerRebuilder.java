package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
            List<Purchase> logged;
            try (Stream<Purchase> all = new Purchases(tx).byPerson(person).oldestFirst().stream()) {
                logged = all.toList();
            }
            if (logged.isEmpty()) {
                stored.ifPresent(ledgers::remove);
                return stored.isPresent();
            }
            PurchaseLedger blank = stored.map(ledger -> ledger.without(PurchaseLedger.DAYS)
                            .without(PurchaseLedger.PENDING)
                            .with(
                                    PurchaseLedger.ZONE,
                                    new Purchases(tx).policy().zone()))
                    .orElseGet(() -> PurchaseLedger.empty(
                            person, new Purchases(tx).policy().zone()));
            PurchaseLedger rebuilt = replay(blank, logged);
            if (rebuilt.isNew()) {
                ledgers.add(rebuilt);
                return true;
            }
            return ledgers.save(rebuilt).version() > rebuilt.version();
        });
    }

    private static PurchaseLedger replay(PurchaseLedger blank, List<Purchase> logged) {
        Map<String, Purchase> byKey = new HashMap<>();
        logged.forEach(purchase -> byKey.put(purchase.key(), purchase));
        LedgerEntries entries = LedgerEntries.of(blank);
        for (Purchase purchase : logged) {
            if (purchase.isRefund()) {
                entries.addRefund(purchase, PurchaseRecorder.findOriginal(purchase, byKey));
            } else {
                entries.addPurchase(purchase);
            }
        }
        return entries.toLedger();
    }
}
