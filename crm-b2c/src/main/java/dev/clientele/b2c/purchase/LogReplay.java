package dev.clientele.b2c.purchase;

import com.google.common.collect.Lists;
import dev.clientele.core.CrmSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /**
     * Returns the ledger with everything that the log has, and collects what waits for a purchase.
     *
     * @param identities the ids of the ledger's person
     */
    PurchaseLedger replay(PurchaseLedger blank, Set<UUID> identities, PendingRefundUpdate pending) {
        LedgerEntries entries = LedgerEntries.of(blank);
        List<Purchase> named = new ArrayList<>();
        try (Stream<Purchase> all = session.eventLog(Purchase.TYPE).forSubjects(identities).oldestFirst().stream()) {
            all.forEach(purchase -> {
                logged++;
                if (purchase.original().isPresent()) {
                    named.add(purchase);
                } else {
                    PurchaseRecorder.enter(purchase, entries, Optional.empty(), pending);
                }
            });
        }
        for (List<Purchase> some : Lists.partition(named, BATCH_SIZE)) {
            Map<String, Purchase> originals = PurchaseRecorder.findOriginals(session, some);
            for (Purchase refund : some) {
                Optional<Purchase> original = refund.original()
                        .map(originals::get)
                        .filter(purchase -> !purchase.isRefund()
                                && identities.contains(purchase.person().value()));
                PurchaseRecorder.enter(refund, entries, original, pending);
            }
        }
        return entries.toLedger();
    }

    /** Returns how many entries the log had. */
    long logged() {
        return logged;
    }
}
