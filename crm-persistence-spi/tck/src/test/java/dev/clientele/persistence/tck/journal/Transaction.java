package dev.clientele.persistence.tck.journal;

import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What one transaction did, in order. */
record Transaction(String tenant, ArrayList<JournalStep> steps) implements Serializable {

    Transaction(TenantId tenant) {
        this(tenant.value(), new ArrayList<>());
    }

    /** Returns the part of this transaction that is done by such steps. */
    Transaction only(Predicate<JournalStep> which) {
        List<JournalStep> some = steps.stream().filter(which).toList();
        return new Transaction(tenant, new ArrayList<>(some));
    }

    /** Does it once more. */
    void replay(StorageSession session) {
        steps.forEach(step -> step.replay(session));
    }
}
