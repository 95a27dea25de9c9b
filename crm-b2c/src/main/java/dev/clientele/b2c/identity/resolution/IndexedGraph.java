package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.record.SourceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The content of an index as a graph, for the time of one change; each record is made ready once. Not thread-safe. */
final class IndexedGraph implements RecordGraph {

    private final IndexedRecords records;
    private final KeyPostings postings;
    private final IndexedDecisions decisions;
    private final Set<Long> touched;
    private final int maxBlock;
    private final Map<Integer, LinkableRecord> ready = new HashMap<>();

    /**
     * Creates the graph.
     *
     * @param touched keys of records that have changed or gone, which may have ceased to be generic
     * @param maxBlock the most records that share a blocking key and are compared
     */
    IndexedGraph(
            IndexedRecords records, KeyPostings postings, IndexedDecisions decisions, Set<Long> touched, int maxBlock) {
        this.records = records;
        this.postings = postings;
        this.decisions = decisions;
        this.touched = touched;
        this.maxBlock = maxBlock;
    }

    LinkableRecord record(int number) {
        return ready.computeIfAbsent(number, records::record);
    }

    @Override
    public KeyHolders holders(Set<Long> identifierKeys, Set<Long> blockingKeys) {
        Map<Long, Collection<LinkableRecord>> holders = new HashMap<>();
        Set<Long> generic = new HashSet<>();
        Set<Long> crowded = new HashSet<>();
        identifierKeys.forEach(key -> read(key, KeyStatus.MAX_SHARERS, holders, generic, crowded));
        blockingKeys.forEach(key -> read(key, maxBlock, holders, generic, crowded));
        return new KeyHolders(holders, generic, crowded);
    }

    /** More records never make a key cease to be generic, so that of one which is they aren't read again. */
    private void read(
            long key, int most, Map<Long, Collection<LinkableRecord>> holders, Set<Long> generic, Set<Long> crowded) {
        boolean isGeneric = postings.isGeneric(key);
        if (isGeneric) {
            generic.add(key);
        }
        if (isGeneric && (!touched.contains(key) || postings.has(key, most + 1))) {
            crowded.add(key);
            return;
        }
        List<LinkableRecord> found = new ArrayList<>();
        postings.visit(key, number -> found.add(record(number)));
        holders.put(key, found);
    }

    @Override
    public Collection<LinkableRecord> records(Set<UUID> ids) {
        List<LinkableRecord> found = new ArrayList<>();
        for (UUID id : ids) {
            int number = records.find(id);
            if (number != IndexedRecords.NONE) {
                found.add(record(number));
            }
        }
        return found;
    }

    @Override
    public Collection<LinkableRecord> enteredAbout(Set<UUID> persons) {
        Set<UUID> entered = new HashSet<>();
        persons.forEach(id -> entered.add(IndexedRecords.idOf(new RecordRef(SourceRecord.BY_HAND, id.toString()))));
        return records(entered);
    }

    @Override
    public Collection<HandDecision> decisions(Set<UUID> ids) {
        return decisions.about(ids);
    }
}
