package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.record.SourceRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All records in a list: what an index has to agree with. */
record PlainGraph(List<LinkableRecord> all, List<HandDecision> decided) implements RecordGraph {

    static PlainGraph of(Collection<SourceRecord> records, List<HandDecision> decided, MatchPolicy policy) {
        return new PlainGraph(
                records.stream()
                        .map(record -> LinkageFacts.of(record, policy))
                        .map(facts -> LinkableRecord.of(IdentityIndex.idOf(facts.ref()), facts, policy))
                        .toList(),
                decided);
    }

    /** The persons found among all records at once. */
    Set<Set<UUID>> persons(MatchPolicy policy) {
        return Resolution.of(this, policy, all).persons().stream()
                .map(Set::copyOf)
                .collect(Collectors.toSet());
    }

    @Override
    public KeyHolders holders(Set<Long> identifierKeys, Set<Long> blockingKeys) {
        Set<Long> keys = new HashSet<>(identifierKeys);
        keys.addAll(blockingKeys);
        Map<Long, Collection<LinkableRecord>> holders = new HashMap<>();
        keys.forEach(key -> holders.put(
                key, all.stream().filter(each -> each.keys().contains(key)).toList()));
        return new KeyHolders(holders, Set.of(), Set.of());
    }

    @Override
    public Collection<LinkableRecord> records(Set<UUID> ids) {
        return all.stream().filter(each -> ids.contains(each.id())).toList();
    }

    @Override
    public Collection<LinkableRecord> enteredAbout(Set<UUID> persons) {
        return all.stream()
                .filter(each -> each.enteredAbout().filter(persons::contains).isPresent())
                .toList();
    }

    @Override
    public Collection<HandDecision> decisions(Set<UUID> records) {
        return decided.stream()
                .filter(decision ->
                        IndexedDecisions.recordsOf(decision).stream().anyMatch(records::contains))
                .toList();
    }
}
