package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Repository;
import java.util.List;

/** Decides again about records that were decided on by other settings: makes their keys anew, all of them first, then decides. */
final class Resettlement {

    private static final int BATCH = 500;

    private final CrmSession session;

    Resettlement(CrmSession session) {
        this.session = session;
    }

    long run() {
        while (makeKeys() == BATCH) {
            // until none is left
        }
        Identity identity = new Identity(session);
        long settled = 0;
        while (true) {
            int some = identity.settlePending(BATCH);
            settled += some;
            if (some < BATCH) {
                return settled;
            }
        }
    }

    private int makeKeys() {
        return session.inTransaction(tx -> {
            Policies policies = new PolicyStore(tx).rely();
            Repository<SourceRecord> records = tx.repository(SourceRecord.TYPE);
            List<SourceRecord> stale = records.query(
                            SourceRecord.KEYED_BY.below(policies.version()).or(SourceRecord.KEYED_BY.isMissing()))
                    .page(BATCH)
                    .items();
            records.saveAll(stale.stream()
                    .map(record -> RecordArrival.pending(record, RecordArrival.keysOf(record), policies))
                    .toList());
            return stale.size();
        });
    }
}
