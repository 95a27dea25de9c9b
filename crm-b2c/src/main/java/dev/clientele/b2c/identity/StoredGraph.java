package dev.clientele.b2c.identity;

import com.google.common.collect.Iterables;
import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.HandDecision;
import dev.clientele.b2c.identity.resolution.LinkableRecord;
import dev.clientele.b2c.identity.resolution.MatchPolicy;
import dev.clientele.b2c.identity.resolution.RecordGraph;
import dev.clientele.b2c.identity.resolution.StatementValues;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.entity.TextField;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stored records as a transaction reads them; each is read once. Not thread-safe. */
final class StoredGraph implements RecordGraph {

    private static final int BATCH = 500;
    private static final List<TextField<SourceRecord>> COMPARED =
            List.of(SourceRecord.SOURCE, SourceRecord.SOURCE_KEY, SourceRecord.COMPARED);

    private final CrmSession tx;
    private final MatchPolicy policy;
    private final Map<UUID, SourceRecord> stored = new HashMap<>();
    private final Map<UUID, LinkableRecord> linkable = new HashMap<>();
    private final Map<UUID, LinkableRecord> compared = new HashMap<>();
    private final Map<Long, GenericValue> generic = new HashMap<>();
    private final Map<Long, Integer> holderCounts = new HashMap<>();

    StoredGraph(CrmSession tx, MatchPolicy policy) {
        this.tx = tx;
        this.policy = policy;
    }

    MatchPolicy policy() {
        return policy;
    }

    /** The record as it was read. */
    SourceRecord stored(UUID id) {
        return Objects.requireNonNull(stored.get(id), "read");
    }

    /** Puts what the transaction has written in the place of what was read. */
    LinkableRecord put(SourceRecord record) {
        UUID id = record.id().value();
        stored.put(id, record);
        LinkableRecord ready = LinkableRecord.of(id, record, policy);
        linkable.put(id, ready);
        return ready;
    }

    private LinkableRecord read(SourceRecord record) {
        LinkableRecord known = linkable.get(record.id().value());
        return known == null ? put(record) : known;
    }

    /** The values that are known to have turned generic, of those that were asked for. */
    Optional<GenericValue> generic(long key) {
        return Optional.ofNullable(generic.get(key));
    }

    /** The generic values that have come to have more records than are read to see whether they still are generic. */
    List<GenericValue> overfull() {
        return generic.entrySet().stream()
                .filter(entry -> holderCounts.getOrDefault(entry.getKey(), 0) > GenericValue.MAX_READ)
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public KeyHolders holders(Set<Long> identifierKeys, Set<Long> blockingKeys) {
        Set<Long> asked = new LinkedHashSet<>(identifierKeys);
        asked.addAll(blockingKeys);
        readGeneric(asked);
        Set<Long> known = asked.stream().filter(generic::containsKey).collect(Collectors.toSet());
        Set<Long> crowded = known.stream()
                .filter(key -> generic(key).orElseThrow().getOrDefault(GenericValue.CROWDED, false))
                .collect(Collectors.toSet());
        Set<Long> readable = new LinkedHashSet<>(asked);
        readable.removeAll(crowded);
        Map<Long, Collection<LinkableRecord>> found = new LinkedHashMap<>();
        Set<Long> identifiers = new LinkedHashSet<>(readable);
        if (canCompareColumns()) {
            identifiers.removeAll(blockingKeys);
            Set<Long> blocks = new LinkedHashSet<>(readable);
            blocks.removeAll(identifiers);
            readCompared(blocks, found);
        }
        records(holdersOf(identifiers)).forEach(record -> addTo(found, identifiers, record));
        found.forEach((key, holders) -> holderCounts.put(key, holders.size()));
        return new KeyHolders(found, known, crowded);
    }

    /** Finds the ids of records, so that what the transaction has read already isn't read again. */
    private Set<UUID> holdersOf(Set<Long> keys) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (List<String> some : Iterables.partition(LinkKeyText.of(keys), BATCH)) {
            try (Stream<RecordColumns<SourceRecord>> rows = tx
                    .repository(SourceRecord.TYPE)
                    .query(SourceRecord.KEYS.hasAny(some))
                    .columns(List.of(SourceRecord.SOURCE))
                    .stream()) {
                rows.forEach(row -> ids.add(row.id().value()));
            }
        }
        return ids;
    }

    private static void addTo(Map<Long, Collection<LinkableRecord>> found, Set<Long> keys, LinkableRecord record) {
        for (long key : record.keys()) {
            if (keys.contains(key)) {
                found.computeIfAbsent(key, first -> new ArrayList<>()).add(record);
            }
        }
    }

    private boolean canCompareColumns() {
        return policy.model().isPresent() && policy.purpose().equals(MatchPolicy.IDENTITY);
    }

    /** Reads of records what is compared, without the rest. */
    private void readCompared(Set<Long> blocks, Map<Long, Collection<LinkableRecord>> found) {
        Set<UUID> whole = new LinkedHashSet<>();
        for (List<String> some : Iterables.partition(LinkKeyText.of(blocks), BATCH)) {
            try (Stream<RecordColumns<SourceRecord>> rows =
                    tx.repository(SourceRecord.TYPE).query(SourceRecord.KEYS.hasAny(some)).columns(COMPARED).stream()) {
                rows.forEach(row -> {
                    UUID id = row.id().value();
                    LinkableRecord known = linkable.getOrDefault(id, compared.get(id));
                    if (known == null && row.get(SourceRecord.COMPARED) == null) {
                        whole.add(id);
                    } else {
                        addTo(found, blocks, known == null ? compared(row) : known);
                    }
                });
            }
        }
        records(whole).forEach(record -> addTo(found, blocks, record));
    }

    private LinkableRecord compared(RecordColumns<SourceRecord> row) {
        String source = Objects.requireNonNull(row.get(SourceRecord.SOURCE));
        String key = Objects.requireNonNull(row.get(SourceRecord.SOURCE_KEY));
        List<@Nullable String> values = StatementValues.unpack(Objects.requireNonNull(row.get(SourceRecord.COMPARED)));
        LinkableRecord ready = LinkableRecord.compared(
                row.id().value(), new RecordRef(source, key.substring(source.length() + 1)), values, policy);
        compared.put(ready.id(), ready);
        return ready;
    }

    private void readGeneric(Set<Long> keys) {
        for (List<String> some : Iterables.partition(LinkKeyText.of(keys), BATCH)) {
            tx.repository(GenericValue.TYPE)
                    .query(GenericValue.KEY.in(some))
                    .page(BATCH)
                    .items()
                    .forEach(value -> generic.put(LinkKeyText.parse(value.require(GenericValue.KEY)), value));
        }
    }

    private List<SourceRecord> query(Criteria criteria) {
        try (Stream<SourceRecord> records = tx.repository(SourceRecord.TYPE).query(criteria).stream()) {
            return records.toList();
        }
    }

    @Override
    public Collection<LinkableRecord> records(Set<UUID> ids) {
        Set<UUID> missing = new LinkedHashSet<>(ids);
        missing.removeAll(stored.keySet());
        if (!missing.isEmpty()) {
            tx.repository(SourceRecord.TYPE)
                    .findAll(missing.stream().map(Id::<SourceRecord>of).toList())
                    .forEach(this::read);
        }
        return ids.stream()
                .filter(linkable::containsKey)
                .map(id -> Objects.requireNonNull(linkable.get(id)))
                .toList();
    }

    /** Reads the records of persons. */
    Collection<LinkableRecord> recordsOf(Collection<UUID> persons) {
        List<LinkableRecord> found = new ArrayList<>();
        for (List<UUID> some : Iterables.partition(new LinkedHashSet<>(persons), BATCH)) {
            query(SourceRecord.PERSON.in(some.stream().map(Id::<Person>of).toList()))
                    .forEach(record -> found.add(read(record)));
        }
        return found;
    }

    /** Reads records by their source keys. */
    Collection<LinkableRecord> bySourceKey(Collection<String> keys) {
        List<LinkableRecord> found = new ArrayList<>();
        for (List<String> some : Iterables.partition(keys, BATCH)) {
            query(SourceRecord.SOURCE_KEY.in(some)).forEach(record -> found.add(read(record)));
        }
        return found;
    }

    @Override
    public Collection<LinkableRecord> enteredAbout(Set<UUID> persons) {
        List<String> keys = persons.stream()
                .filter(id -> isMarked(id, SourceRecord.ENTERED))
                .map(id -> SourceRecord.BY_HAND + ":" + id)
                .toList();
        return bySourceKey(keys);
    }

    @Override
    public Collection<HandDecision> decisions(Set<UUID> records) {
        return decided(records).stream().map(IdentityDecision::asHandDecision).toList();
    }

    /** Reads what people have decided about records, and not taken back. */
    Collection<IdentityDecision> decided(Set<UUID> records) {
        List<String> ids = records.stream()
                .filter(id -> isMarked(id, SourceRecord.DECIDED))
                .map(UUID::toString)
                .toList();
        Map<UUID, IdentityDecision> found = new LinkedHashMap<>();
        for (List<String> some : Iterables.partition(ids, BATCH)) {
            for (Criteria side :
                    List.of(IdentityDecision.RECORDS.hasAny(some), IdentityDecision.OTHER_RECORDS.hasAny(some))) {
                try (Stream<IdentityDecision> decisions = tx
                        .repository(IdentityDecision.TYPE)
                        .query(IdentityDecision.IN_FORCE.isTrue().and(side))
                        .stream()) {
                    decisions.forEach(decision -> found.put(decision.id().value(), decision));
                }
            }
        }
        return found.values();
    }

    private boolean isMarked(UUID id, FlagField<SourceRecord> mark) {
        SourceRecord record = stored.get(id);
        return record != null && record.getOrDefault(mark, false);
    }
}
