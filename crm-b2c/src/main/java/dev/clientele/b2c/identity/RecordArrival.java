package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.DeniedException;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Stores what arrives, as pending: whom it is about is decided in a transaction that begins when everybody sees it, so that of two
 * records that arrive at the same time one at least is decided on knowing the other.
 */
final class RecordArrival {

    private static final List<String> WRITTEN = List.of(
            SourceRecord.TYPE.name(),
            Person.TYPE.name(),
            IdentityDecision.TYPE.name(),
            GenericValue.TYPE.name(),
            MatchReview.TYPE.name());

    private final CrmSession tx;
    private final Policies policies;

    RecordArrival(CrmSession tx, Policies policies) {
        this.tx = tx;
        this.policies = policies;
    }

    /**
     * Stores records and returns their ids, in the same order.
     *
     * @throws DeniedException if the actor may write none of what follows from records
     */
    List<Id<SourceRecord>> store(Collection<SourceRecord> arriving) {
        WRITTEN.forEach(type -> {
            if (tx.policy().writable(tx.actor(), type).equals(Criteria.never())) {
                throw new DeniedException(type, "whoever identifies persons must be let write " + type);
            }
        });
        Map<String, SourceRecord> drafts = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>();
        for (SourceRecord each : arriving) {
            SourceRecord timed = each.arrived(tx.now());
            String key = timed.require(SourceRecord.SOURCE_KEY);
            keys.add(key);
            drafts.merge(key, timed, SourceRecord::plus);
        }
        Repository<SourceRecord> records = tx.repository(SourceRecord.TYPE);
        List<SourceRecord> asked = drafts.values().stream()
                .map(draft -> pending(draft, Set.of(), policies))
                .toList();
        List<SourceRecord> stored = records.getOrAddAll(asked);
        List<SourceRecord> changed = new ArrayList<>();
        Map<String, Id<SourceRecord>> ids = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            SourceRecord found = stored.get(i);
            String key = found.require(SourceRecord.SOURCE_KEY);
            ids.put(key, found.id());
            SourceRecord more = found.plus(Objects.requireNonNull(drafts.get(key)));
            if (!more.equals(found)) {
                changed.add(isSilent(found, more) ? more : pending(more, keysOf(found), policies));
            }
        }
        records.saveAll(changed);
        return keys.stream().map(key -> Objects.requireNonNull(ids.get(key))).toList();
    }

    /** Returns whether nothing follows for the person from a visit's having been seen again. */
    private static boolean isSilent(SourceRecord before, SourceRecord after) {
        return after.isSighting()
                && after.statement().person().isEmpty()
                && before.find(SourceRecord.PERSON).isPresent();
    }

    static Set<String> keysOf(SourceRecord record) {
        return record.getOrDefault(SourceRecord.KEYS, Set.of());
    }

    /** Returns a record about which is to be decided. */
    static SourceRecord pending(SourceRecord record, Set<String> before, Policies policies) {
        Set<String> now = policies.keysOf(record);
        Set<String> lost = new HashSet<>(before);
        lost.addAll(record.getOrDefault(SourceRecord.FORMER_KEYS, Set.of()));
        lost.removeAll(now);
        return record.with(SourceRecord.KEYS, now)
                .with(SourceRecord.COMPARED, policies.comparedOf(record))
                .with(SourceRecord.FORMER_KEYS, lost)
                .with(SourceRecord.KEYED_BY, policies.version())
                .with(SourceRecord.PENDING, true);
    }
}
