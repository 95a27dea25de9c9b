package dev.clientele.b2c.purchase;

import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
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
    private final Buyers buyers;

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
        this.buyers = new Buyers(tx);
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
                .filter(purchase -> ledgers.containsKey(buyers.of(purchase)))
                .toList();
        Map<String, Purchase> originals = findOriginals(tx, counted);
        buyers.resolve(originals.values().stream().map(Purchase::person).toList());
        PendingRefundUpdate pending = PendingRefundUpdate.of(tx, pendingIds(counted, ledgers, originals));
        for (Purchase purchase : counted) {
            LedgerEntries ledger = ledgers.get(buyers.of(purchase));
            if (ledger != null) {
                enter(purchase, ledger, findOriginal(purchase, originals), pending);
            }
        }
        store(ledgers.values());
        pending.store();
    }

    /**
     * Enters a purchase or a refund in the ledger of its person.
     *
     * @param original the purchase of the same person that a refund refunds, if it is there
     */
    static void enter(
            Purchase purchase, LedgerEntries ledger, Optional<Purchase> original, PendingRefundUpdate pending) {
        if (!purchase.isRefund()) {
            ledger.addPurchase(purchase);
            pending.takeFor(ledger.person(), purchase).ifPresent(refunds -> ledger.settle(refunds, purchase));
            return;
        }
        ledger.addRefund(purchase, ledger.dayOf(original.orElse(purchase)));
        if (original.isEmpty()
                && purchase.original().isPresent()
                && pending.add(ledger.person(), purchase, purchase.original().get(), ledger.dayOf(purchase))) {
            ledger.await();
        }
    }

    /** Finds the purchase that a refund refunds; only one of the same person settles it. */
    private Optional<Purchase> findOriginal(Purchase refund, Map<String, Purchase> purchases) {
        return refund.original()
                .map(purchases::get)
                .filter(purchase -> !purchase.isRefund() && buyers.of(purchase).equals(buyers.of(refund)));
    }

    /** Reads the ledgers of those who bought; records that stand for many have none. */
    private Map<Id<Person>, LedgerEntries> readLedgers(Collection<Purchase> accepted, ZoneId zone) {
        Set<Id<Person>> ids = new LinkedHashSet<>();
        accepted.forEach(purchase -> ids.add(purchase.person()));
        List<PurchaseLedger> stored = new ArrayList<>(findLedgers(ids));
        buyers.addPersons(stored.stream().map(PurchaseLedger::person).toList());
        buyers.resolve(ids); // who has a ledger is a person: these are new ones, or other identities
        Set<Id<Person>> persons = new LinkedHashSet<>();
        accepted.forEach(purchase -> persons.add(buyers.of(purchase)));
        stored.addAll(findLedgers(Sets.difference(persons, ids).immutableCopy()));
        Map<Id<Person>, LedgerEntries> entries = new LinkedHashMap<>();
        persons.forEach(person -> entries.put(person, LedgerEntries.of(PurchaseLedger.empty(person, zone))));
        stored.sort(Comparator.comparing(PurchaseLedger::id)); // locked in one order by all
        Repository<PurchaseLedger> repository = tx.repository(PurchaseLedger.TYPE);
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

    private List<PurchaseLedger> findLedgers(Set<Id<Person>> persons) {
        return persons.isEmpty()
                ? List.of()
                : tx
                        .repository(PurchaseLedger.TYPE)
                        .findAll(persons.stream().map(PurchaseLedger::idOf).toList())
                        .stream()
                        .filter(PurchaseLedger::isOwn)
                        .toList();
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
    private Set<Id<PendingRefunds>> pendingIds(
            Collection<Purchase> counted, Map<Id<Person>, LedgerEntries> ledgers, Map<String, Purchase> originals) {
        Set<Id<PendingRefunds>> ids = new LinkedHashSet<>();
        for (Purchase purchase : counted) {
            LedgerEntries ledger = ledgers.get(buyers.of(purchase));
            if (ledger == null || ledger.awaited() == 0) {
                continue;
            }
            if (!purchase.isRefund()) {
                ids.add(PendingRefunds.idOf(ledger.person(), purchase.key()));
            } else if (findOriginal(purchase, originals).isEmpty()) {
                purchase.original().ifPresent(original -> ids.add(PendingRefunds.idOf(ledger.person(), original)));
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
