package dev.clientele.b2c.purchase;

import com.google.common.collect.Lists;
import dev.clientele.core.CrmSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Enters a person's purchases in a blank ledger from the log, in memory that grows with the days and with the refunds that name a
 * purchase.
 */
final class LogReplay {

    private static final int BATCH_SIZE = 1000;

    private final CrmSession session;
    private long logged;

    LogReplay(CrmSession session) {
        this.session = session;
    }

    /** Returns the ledger with everything that the log has, and collects what waits for a purchase. */
    PurchaseLedger replay(PurchaseLedger blank, PendingRefundUpdate pending) {
        LedgerEntries entries = LedgerEntries.of(blank);
        List<Purchase> named = new ArrayList<>();
        try (Stream<Purchase> all = new Purchases(session).byPerson(blank.person()).oldestFirst().stream()) {
            all.forEach(purchase -> {
                logged++;
                if (purchase.original().isPresent()) {
                    named.add(purchase);
                } else {
                    PurchaseRecorder.enter(purchase, entries, Map.of(), pending);
                }
            });
        }
        for (List<Purchase> some : Lists.partition(named, BATCH_SIZE)) {
            Map<String, Purchase> originals = PurchaseRecorder.findOriginals(session, some);
            some.forEach(refund -> PurchaseRecorder.enter(refund, entries, originals, pending));
        }
        return entries.toLedger();
    }

    /** Returns how many entries the log had. */
    long logged() {
        return logged;
    }
}
