package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.LinkableRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.text.TextRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Takes data out of use for a purpose, within one transaction. */
final class PurposeWithdrawal {

    private static final TextRule TYPE = TextRule.key(40);
    private static final TextRule PURPOSE = TextRule.slug(40);

    private final CrmSession tx;

    PurposeWithdrawal(CrmSession tx) {
        this.tx = tx;
    }

    void withdraw(Id<Person> person, String type, String purpose) {
        String mark = TYPE.check("type", type) + "@" + PURPOSE.check("purpose", purpose);
        Policies policies = new PolicyStore(tx).rely();
        Settlement settlement = new Settlement(tx);
        Id<Person> current = new PersonRecords(tx).current(person);
        settlement.entered().read(Set.of(current.value()));
        List<SourceRecord> marked = new ArrayList<>();
        for (LinkableRecord record : settlement.graph().recordsOf(Set.of(current.value()))) {
            SourceRecord stored = settlement.graph().stored(record.id());
            Set<String> withdrawn = new TreeSet<>(stored.getOrDefault(SourceRecord.WITHDRAWN, Set.of()));
            if (withdrawn.add(mark)) {
                marked.add(RecordArrival.pending(
                        stored.with(SourceRecord.WITHDRAWN, withdrawn), RecordArrival.keysOf(stored), policies));
            }
        }
        Map<UUID, LinkableRecord> seeds = new LinkedHashMap<>();
        tx.repository(SourceRecord.TYPE).saveAll(marked).forEach(record -> {
            LinkableRecord ready = settlement.graph().put(record);
            seeds.put(ready.id(), ready);
        });
        if (!seeds.isEmpty()) {
            settlement.settle(seeds, Set.of());
        }
    }
}
