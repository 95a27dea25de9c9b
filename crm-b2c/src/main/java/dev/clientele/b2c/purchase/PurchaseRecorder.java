package dev.clientele.b2c.purchase;

import com.google.common.collect.Iterables;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.criteria.Criteria;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records a batch of purchases within one transaction: the log, and the ledgers of those who bought. */
final class PurchaseRecorder {

    private static final int BATCH_SIZE = 1000;

    private final CrmSession tx;
    private final boolean collided;

    /**
     * Creates a recorder.
     *
     * @param tx the transaction
     * @param collided whether this work has collided with other transactions before: ledgers are locked before anything is
     *     decided then, where the database has locks, so that it comes through
     */
    PurchaseRecorder(CrmSession tx, boolean collided) {
        this.tx = tx;
        this.collided = collided;
    }

    /** Returns the keys of those that were there already, or came before in the batch. */
    Set<String> record(Collection<Purchase> batch, ZoneId zone) {
        Map<String, Purchase> byKey = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        for (Purchase purchase : batch) {
            if (byKey.putIfAbsent(purchase.key(), purchase) != null) {
                known.add(purchase.key());
            }
        }
        Set<String> logged = tx.eventLog(Purchase.TYPE).record(byKey.values());
        byKey.keySet().removeAll(logged);
        known.addAll(logged);
        if (!byKey.isEmpty()) {
            updateLedgers(byKey.values(), zone);
        }
        return known;
    }

    private void updateLedgers(Collection<Purchase> accepted, ZoneId zone) {
        Map<Id<Person>, LedgerEntries> ledgers = readLedgers(accepted, zone);
        List<Purchase> counted = accepted.stream()
                .filter(purchase -> ledgers.containsKey(purchase.person()))
                .toList();
        Map<String, Purchase> originals = findOriginals(tx, counted);
        PendingRefundUpdate pending = PendingRefundUpdate.of(tx, pendingIds(counted, ledgers, originals));
        for (Purchase purchase : counted) {
            LedgerEntries ledger = ledgers.get(purchase.person());
            if (ledger != null) {
                enter(purchase, ledger, originals, pending);
            }
        }
        store(ledgers.values());
        pending.store();
    }

    /** Enters a purchase or a refund in the ledger of its person. */
    static void enter(
            Purchase purchase, LedgerEntries ledger, Map<String, Purchase> originals, PendingRefundUpdate pending) {
        if (!purchase.isRefund()) {
            ledger.addPurchase(purchase);
            pending.takeFor(purchase).ifPresent(refunds -> ledger.settle(refunds, purchase));
            return;
        }
        Optional<Purchase> original = findOriginal(purchase, originals);
        ledger.addRefund(purchase, ledger.dayOf(original.orElse(purchase)));
        if (original.isEmpty()
                && purchase.original().isPresent()
                && pending.add(purchase, purchase.original().get(), ledger.dayOf(purchase))) {
            ledger.await();
        }
    }

    /** Finds the purchase that a refund refunds; only one of the same person settles it. */
    private static Optional<Purchase> findOriginal(Purchase refund, Map<String, Purchase> purchases) {
        return refund.original()
                .map(purchases::get)
                .filter(purchase -> !purchase.isRefund() && purchase.person().equals(refund.person()));
    }

    /** Reads the ledgers of those who bought; records that stand for many have none. */
    private Map<Id<Person>, LedgerEntries> readLedgers(Collection<Purchase> accepted, ZoneId zone) {
        Map<Id<Person>, LedgerEntries> entries = new LinkedHashMap<>();
        for (Purchase purchase : accepted) {
            entries.computeIfAbsent(purchase.person(), person -> LedgerEntries.of(PurchaseLedger.empty(person, zone)));
        }
        Repository<PurchaseLedger> repository = tx.repository(PurchaseLedger.TYPE);
        List<PurchaseLedger> stored = new ArrayList<>(repository.findAll(
                entries.keySet().stream().map(PurchaseLedger::idOf).toList()));
        stored.sort(Comparator.comparing(PurchaseLedger::id)); // locked in one order by all
        for (PurchaseLedger seen : stored) {
            // whoever had to wait for it decides on what it has become
            PurchaseLedger ledger = collided && !seen.isShared() ? repository.getForUpdate(seen.id()) : seen;
            if (ledger.isShared()) {
                tx.rely(ledger);
                entries.remove(ledger.person());
            } else {
                entries.put(ledger.person(), LedgerEntries.of(ledger));
            }
        }
        return entries;
    }

    /** Finds the logged purchases that these refunds name, by key; those of this batch are logged already. */
    static Map<String, Purchase> findOriginals(CrmSession tx, Collection<Purchase> refunds) {
        Set<String> keys = new LinkedHashSet<>();
        refunds.forEach(refund -> refund.original().ifPresent(keys::add));
        Map<String, Purchase> found = new HashMap<>();
        for (List<String> some : Iterables.partition(keys, BATCH_SIZE)) {
            tx.eventLog(Purchase.TYPE)
                    .all()
                    .and(Criteria.in(LogType.KEY, some))
                    .page(BATCH_SIZE)
                    .items()
                    .forEach(purchase -> found.put(purchase.key(), purchase));
        }
        return found;
    }

    /** Returns the ids of pending refunds that these purchases may settle or add to. */
    private static Set<Id<PendingRefunds>> pendingIds(
            Collection<Purchase> counted, Map<Id<Person>, LedgerEntries> ledgers, Map<String, Purchase> originals) {
        Set<Id<PendingRefunds>> ids = new LinkedHashSet<>();
        for (Purchase purchase : counted) {
            LedgerEntries ledger = ledgers.get(purchase.person());
            if (ledger == null || ledger.awaited() == 0) {
                continue;
            }
            if (!purchase.isRefund()) {
                ids.add(PendingRefunds.idOf(purchase.person(), purchase.key()));
            } else if (findOriginal(purchase, originals).isEmpty()) {
                purchase.original().ifPresent(original -> ids.add(PendingRefunds.idOf(purchase.person(), original)));
            }
        }
        return ids;
    }

    private void store(Collection<LedgerEntries> entries) {
        List<PurchaseLedger> added = new ArrayList<>();
        List<PurchaseLedger> changed = new ArrayList<>();
        entries.stream().map(LedgerEntries::toLedger).forEach(ledger -> (ledger.isNew() ? added : changed).add(ledger));
        tx.repository(PurchaseLedger.TYPE).addAll(added);
        tx.repository(PurchaseLedger.TYPE).saveAll(changed);
    }
}
