package dev.clientele.b2c.purchase;

import com.google.common.collect.Lists;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.criteria.Criteria;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Records a batch of purchases within one transaction: the log, and the ledgers of those who bought. */
final class PurchaseRecorder {

    private static final int BATCH_SIZE = 1000;

    private final CrmSession tx;

    PurchaseRecorder(CrmSession tx) {
        this.tx = tx;
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
        Set<Id<Person>> persons = new LinkedHashSet<>();
        accepted.forEach(purchase -> persons.add(purchase.person()));
        Map<Id<Person>, PurchaseLedger> before = ledgers(persons);
        Map<Id<Person>, LedgerEntries> entries = new LinkedHashMap<>();
        for (Id<Person> person : persons) {
            PurchaseLedger ledger = before.get(person);
            entries.put(person, LedgerEntries.of(ledger == null ? PurchaseLedger.empty(person, zone) : ledger));
        }
        Map<String, Purchase> originals = originals(accepted);
        for (Purchase purchase : accepted) {
            LedgerEntries person = entries.get(purchase.person());
            if (person == null) {
                throw new IllegalStateException("every purchase is by one of the persons");
            } else if (purchase.isRefund()) {
                person.addRefund(purchase, findOriginal(purchase, originals));
            } else {
                person.addPurchase(purchase);
            }
        }
        store(entries.values().stream().map(LedgerEntries::toLedger).toList());
    }

    /** Finds the purchase that a refund refunds; only one of the same person settles it. */
    static Optional<Purchase> findOriginal(Purchase refund, Map<String, Purchase> purchases) {
        return refund.original()
                .map(purchases::get)
                .filter(purchase -> !purchase.isRefund() && purchase.person().equals(refund.person()));
    }

    private Map<Id<Person>, PurchaseLedger> ledgers(Set<Id<Person>> persons) {
        return tx
                .repository(PurchaseLedger.TYPE)
                .findAll(persons.stream().map(PurchaseLedger::idOf).toList())
                .stream()
                .collect(Collectors.toMap(PurchaseLedger::person, ledger -> ledger));
    }

    /** Finds the logged purchases that these refunds name, by key; those of this batch are logged already. */
    private Map<String, Purchase> originals(Collection<Purchase> accepted) {
        List<String> keys = accepted.stream()
                .flatMap(purchase -> purchase.original().stream())
                .distinct()
                .toList();
        Map<String, Purchase> found = new HashMap<>();
        for (List<String> some : Lists.partition(keys, BATCH_SIZE)) {
            tx.eventLog(Purchase.TYPE)
                    .all()
                    .and(Criteria.in(LogType.KEY, some))
                    .page(BATCH_SIZE)
                    .items()
                    .forEach(purchase -> found.put(purchase.key(), purchase));
        }
        return found;
    }

    private void store(List<PurchaseLedger> ledgers) {
        List<PurchaseLedger> added = new ArrayList<>();
        List<PurchaseLedger> changed = new ArrayList<>();
        ledgers.forEach(ledger -> (ledger.isNew() ? added : changed).add(ledger));
        tx.repository(PurchaseLedger.TYPE).addAll(added);
        tx.repository(PurchaseLedger.TYPE).saveAll(changed);
    }
}
